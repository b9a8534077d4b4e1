package io.schedulec.plan;

import io.schedulec.rate.StructureCount;

/**
 * How a share of structures becomes a count.
 *
 * <p>All rules work in IEEE doubles, in the order in which the formula is written. Single elements
 * are always counted as {@code floor(share * count)}, whatever the rule.
 */
public sealed interface Rounding {

  /** How many of {@code count} structures a share removes, 0 to {@code count}. */
  int removed(double share, int count);

  /**
   * {@code floor(share * count)}, and one less where that would remove them all although the share
   * is not exactly 1. Structures that rank equal with the last one removed go too.
   */
  record Distiller() implements Rounding {
    @Override
    public int removed(double share, int count) {
      return StructureCount.removed(share, count);
    }
  }

  /**
   * Keeps {@code floor(count * (1 - share))}, which is what Li et al. 2016 published. Of structures
   * that rank equal, those with the lower index go first.
   */
  record KeepFloor() implements Rounding {
    @Override
    public int removed(double share, int count) {
      return count - (int) Math.floor(count * (1 - share));
    }
  }

  /**
   * Keeps a multiple of {@code of}, at least {@code of} and at most all: what {@link Distiller}
   * would keep, rounded up. Of structures that rank equal, those with the lower index go first.
   *
   * @param of the number whose multiples are kept, at least 1
   */
  record Multiple(int of) implements Rounding {
    /** Refuses numbers below 1. */
    public Multiple {
      if (of < 1) {
        throw new IllegalArgumentException("a multiple of " + of);
      }
    }

    @Override
    public int removed(double share, int count) {
      long kept = count - (long) Math.floor(share * count);
      long rounded = Math.max(1, (kept + of - 1) / of) * of;
      return (int) (count - Math.min(count, rounded));
    }
  }

  /** Whether structures that rank equal with the last one removed go too. */
  default boolean takesTies() {
    return this instanceof Distiller;
  }
}
