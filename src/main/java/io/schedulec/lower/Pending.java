package io.schedulec.lower;

import io.schedulec.plan.Rounding;
import io.schedulec.plan.Selection;
import io.schedulec.plan.Step;
import io.schedulec.plan.Structures;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/** The masks on axes that no thinning has used yet. */
final class Pending {

  /**
   * The axis of a tensor.
   *
   * @param tensor the parameter
   * @param axis axis of the stored tensor
   */
  record Place(String tensor, int axis) {}

  /**
   * A mask.
   *
   * @param removed how many indices it zeroes, at least 1; empty where the weights decide
   * @param source what it was decided by and when: two masks of one source zero the same indices
   */
  record Zeroed(OptionalInt removed, String source) {}

  private final Rounding rounding;
  private final Map<Place, Zeroed> masks = new LinkedHashMap<>();

  Pending(Rounding rounding) {
    this.rounding = rounding;
  }

  /** Notes what a step zeroes in an epoch; one that zeroes nothing leaves the earlier mask. */
  void note(Step.Mask mask, int epoch) {
    if (mask.structures() instanceof Structures.Axis axis
        && mask.selection() instanceof Selection.Lowest lowest) {
      OptionalInt removed = Counts.removed(mask, epoch, rounding);
      if (removed.isPresent() && removed.getAsInt() == 0) {
        return;
      }
      for (String tensor : mask.tensors()) {
        String source = lowest.leader().orElse(tensor) + "@" + epoch;
        masks.put(new Place(tensor, axis.axis()), new Zeroed(removed, source));
      }
    }
  }

  /** The masks, by the time at which their places were first masked. */
  Map<Place, Zeroed> masks() {
    return masks;
  }
}
