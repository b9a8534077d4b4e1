package io.schedulec.bind;

import io.schedulec.schedule.Instance;
import io.schedulec.source.Spanned;
import java.util.List;
import java.util.Optional;

/**
 * A pruner that some policy schedules.
 *
 * @param instance the instance
 * @param structure what it removes at a time; empty where its group type did not bind
 * @param leader whether every listed tensor gets the mask of the first one
 * @param weights the weights that the model has, in the order in which they are listed, each once
 * @param unfit those of the listed weights that have no structures of its kind; they are not among
 *     {@code weights}
 * @param misses the names that the model does not have
 * @param policies the policies that schedule it, in file order, with their timing known
 */
public record BoundPruner(
    Instance instance,
    Optional<Structure> structure,
    boolean leader,
    List<BoundWeight> weights,
    List<BoundWeight> unfit,
    List<Spanned<String>> misses,
    List<BoundPolicy> policies) {

  /** Copies the lists. */
  public BoundPruner {
    weights = List.copyOf(weights);
    unfit = List.copyOf(unfit);
    misses = List.copyOf(misses);
    policies = List.copyOf(policies);
  }

  /** The hash of the name, which is its own among the pruners of a schedule. */
  @Override
  public int hashCode() {
    return name().hashCode();
  }

  /** The name of the instance. */
  public String name() {
    return instance.name().value();
  }

  /** Whether it removes structures of the given kind. */
  public boolean prunes(Structure kind) {
    return structure.isPresent() && structure.get() == kind;
  }

  /** Whether it removes whole filters or channels, which thinning can cut out. */
  public boolean prunesChannels() {
    return structure.isPresent() && structure.get().wholeChannels();
  }

  /** The listed weight that means a parameter. */
  public Optional<BoundWeight> weight(String parameter) {
    for (BoundWeight weight : weights) {
      if (weight.name().equals(parameter)) {
        return Optional.of(weight);
      }
    }
    return Optional.empty();
  }
}
