package io.schedulec.plan;

/** Shares as counts, by the formulas that the plan's own classes follow too, written again. */
final class ShareCount {
  private ShareCount() {}

  /** The value of an amount in an epoch. */
  static double value(Amount amount, int epoch) {
    if (amount instanceof Amount.Fixed fixed) {
      return fixed.value();
    } else if (amount instanceof Amount.Agp agp) {
      double left = 1.0 - (double) (epoch - agp.first()) / (agp.last() - agp.first());
      return agp.end() + (agp.initial() - agp.end()) * StrictMath.pow(left, 3);
    } else if (amount instanceof Amount.Slopes lines) {
      double steep = lines.steep() * Math.max(0, epoch - lines.turn() + 1);
      int rising = Math.min(epoch, lines.turn()) - lines.first() + 1;
      return (lines.gentle() * rising + steep) / lines.per();
    }
    throw new AssertionError(amount);
  }

  /** How many of some structures a share removes. */
  static int removed(Rounding rounding, double share, int count) {
    int asked = (int) Math.floor(share * count);
    if (rounding instanceof Rounding.Distiller) {
      return asked == count && share < 1 ? count - 1 : asked;
    } else if (rounding instanceof Rounding.KeepFloor) {
      return count - (int) Math.floor(count * (1 - share));
    } else if (rounding instanceof Rounding.Multiple multiple) {
      int of = multiple.of();
      int kept = count - asked;
      while (kept < count && (kept == 0 || kept % of != 0)) {
        kept++;
      }
      return count - kept;
    }
    throw new AssertionError(rounding);
  }
}
