package io.schedulec.lower;

import io.schedulec.plan.Rounding;
import io.schedulec.plan.Selection;
import io.schedulec.plan.Step;
import io.schedulec.plan.Structures;
import java.util.OptionalInt;

/** How many structures a mask zeroes. */
final class Counts {
  private Counts() {}

  /** The number for each tensor in an epoch; empty where the weights decide. */
  static OptionalInt removed(Step.Mask mask, int epoch, Rounding rounding) {
    return mask.selection() instanceof Selection.Lowest lowest
        ? removed(mask.structures(), lowest.share().at(epoch), mask.of(), rounding)
        : OptionalInt.empty();
  }

  /** The number that a share of so many is. */
  static OptionalInt removed(
      Structures structures, double share, OptionalInt of, Rounding rounding) {
    if (of.isEmpty()) {
      return of;
    }
    int count = of.getAsInt();
    boolean elements = structures instanceof Structures.Elements;
    return OptionalInt.of(
        elements ? (int) Math.floor(share * count) : rounding.removed(share, count));
  }
}
