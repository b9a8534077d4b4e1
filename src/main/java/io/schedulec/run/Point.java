package io.schedulec.run;

import io.schedulec.equivalence.EquivalenceClass;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A moment at which channels were removed.
 *
 * @param epoch the epoch
 * @param groups the groups that lost channels
 * @param removed the indices that went, by parameter and axis
 * @param shapes the parameters that became smaller
 * @param difference how far the thinned model is from the model whose readers' weights for the
 *     removed channels are zero, {@code max|a-b| / max|b|}; empty where that was not measured
 */
public record Point(
    int epoch,
    List<ThinnedGroup> groups,
    List<Removed> removed,
    List<ShapeChange> shapes,
    OptionalDouble difference) {

  /** Copies the lists. */
  public Point {
    groups = List.copyOf(groups);
    removed = List.copyOf(removed);
    shapes = List.copyOf(shapes);
  }

  /** How the thinned model relates to the masked one: the weakest relation of any group. */
  public EquivalenceClass equivalence() {
    EquivalenceClass weakest = EquivalenceClass.EXACT;
    for (ThinnedGroup group : groups) {
      EquivalenceClass own = group.emission().equivalence();
      weakest = own.compareTo(weakest) > 0 ? own : weakest;
    }
    return weakest;
  }
}
