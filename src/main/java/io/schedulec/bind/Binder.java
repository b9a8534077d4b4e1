package io.schedulec.bind;

import io.schedulec.catalog.GroupType;
import io.schedulec.catalog.Section;
import io.schedulec.catalog.Trait;
import io.schedulec.channel.Role;
import io.schedulec.graph.Parameter;
import io.schedulec.schedule.Instance;
import io.schedulec.schedule.Policy;
import io.schedulec.schedule.Schedule;
import io.schedulec.schedule.Timing;
import io.schedulec.schedule.WeightList;
import io.schedulec.source.Spanned;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Joins a schedule with a model. */
public final class Binder {
  private final Schedule schedule;
  private final ModelFacts facts;
  private final Target target;
  private final OptionalInt epochs;
  private int hits;

  private Binder(Schedule schedule, ModelFacts facts, Target target, OptionalInt epochs) {
    this.schedule = schedule;
    this.facts = facts;
    this.target = target;
    this.epochs = epochs;
  }

  /**
   * The schedule joined with the model; instances that no policy schedules enter nothing, nor do
   * policies that first fire after a training run of so many epochs.
   */
  public static BoundSchedule bind(
      Schedule schedule, ModelFacts facts, Target target, OptionalInt epochs) {
    return new Binder(schedule, facts, target, epochs).bind();
  }

  private BoundSchedule bind() {
    List<BoundPruner> pruners = new ArrayList<>();
    Map<String, List<Spanned<String>>> keyed = new LinkedHashMap<>();
    for (Instance instance : schedule.instances()) {
      List<BoundPolicy> policies = policies(instance);
      if (instance.spec().isEmpty() || policies.isEmpty()) {
        continue;
      }
      if (instance.section() == Section.PRUNERS) {
        pruners.add(pruner(instance, policies));
      } else if (instance.section() == Section.REGULARIZERS) {
        List<Spanned<String>> misses = misses(instance.parameterKeys());
        if (!misses.isEmpty()) {
          keyed.put(instance.name().value(), misses);
        }
      }
    }
    Course course = Course.of(schedule, epochs);
    return new BoundSchedule(schedule, facts, target, epochs, pruners, keyed, hits, course);
  }

  private List<BoundPolicy> policies(Instance instance) {
    List<BoundPolicy> policies = new ArrayList<>();
    for (Policy policy : schedule.policies()) {
      Optional<Timing> timing = policy.timing();
      if (timing.isPresent()
          && (epochs.isEmpty() || timing.get().first() < epochs.getAsInt())
          && policy.target().filter(t -> t.name().equals(instance.name())).isPresent()) {
        policies.add(new BoundPolicy(policy, timing.get(), epochs));
      }
    }
    return policies;
  }

  private BoundPruner pruner(Instance instance, List<BoundPolicy> policies) {
    List<Spanned<String>> names = names(instance);
    Optional<Structure> structure = structure(instance);
    List<BoundWeight> weights = new ArrayList<>();
    List<BoundWeight> unfit = new ArrayList<>();
    List<Spanned<String>> misses = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Spanned<String> name : names) {
      Optional<Parameter> parameter = facts.names().find(name.value());
      if (parameter.isEmpty()) {
        misses.add(name);
      } else if (seen.add(parameter.get().name())) {
        boolean fits = structure.isEmpty() || fits(structure.get(), parameter.get());
        (fits ? weights : unfit).add(new BoundWeight(name, parameter.get()));
        hits++;
      }
    }
    return new BoundPruner(
        instance, structure, instance.leader(), weights, unfit, misses, policies);
  }

  /** Whether a tensor has structures of a kind; without a model every tensor is taken to have. */
  private boolean fits(Structure structure, Parameter parameter) {
    int rank = parameter.shape().rank();
    if (!facts.present()) {
      return true;
    }
    return switch (structure) {
      case FILTERS -> rank >= 3;
      case BLOCKS -> rank == 4;
      case CHANNELS ->
          rank >= 2 && !facts.spaces().groupsOf(parameter.name(), Role.CHANNELS).isEmpty();
      case ELEMENTS -> true;
    };
  }

  private static List<Spanned<String>> names(Instance instance) {
    List<Spanned<String>> names = new ArrayList<>();
    Optional<WeightList> list = instance.weights();
    if (list.isPresent()) {
      list.get().items().forEach(i -> names.add(i.name()));
    }
    names.addAll(instance.parameterKeys());
    return names;
  }

  private List<Spanned<String>> misses(List<Spanned<String>> names) {
    List<Spanned<String>> misses = new ArrayList<>();
    for (Spanned<String> name : names) {
      if (facts.names().find(name.value()).isEmpty()) {
        misses.add(name);
      } else {
        hits++;
      }
    }
    return misses;
  }

  private static Optional<Structure> structure(Instance instance) {
    if (instance.has(Trait.ELEMENTS)) {
      return Optional.of(Structure.ELEMENTS);
    }
    return instance.has(Trait.STRUCTURE_RANKED)
        ? instance.groupType().map(Binder::structure)
        : Optional.empty();
  }

  private static Structure structure(GroupType type) {
    return switch (type) {
      case FILTERS -> Structure.FILTERS;
      case CHANNELS, ROWS -> Structure.CHANNELS;
      case BLOCKS -> Structure.BLOCKS;
    };
  }
}
