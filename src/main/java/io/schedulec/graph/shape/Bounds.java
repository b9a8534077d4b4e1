package io.schedulec.graph.shape;

import java.util.BitSet;

/** What symbols cannot be less than. */
final class Bounds {
  private static final long NONE = Long.MIN_VALUE;

  private final Sizes sizes;
  private final BitSet negative = new BitSet();
  private final BitSet positive = new BitSet();

  Bounds(Sizes sizes) {
    this.sizes = sizes;
  }

  void mayBeNegative(long symbol) {
    if (Dimension.symbolic(symbol)) {
      negative.set(Dimension.number(symbol));
    }
  }

  void atLeastOne(long symbol) {
    if (Dimension.symbolic(symbol)) {
      positive.set(Dimension.number(symbol));
    }
  }

  /** Notes what the result of a function cannot be less than. */
  void note(long symbol, Function function) {
    if (negative(function)) {
      mayBeNegative(symbol);
    } else if (function.is("over") && Dimension.known(function.argument(1))) {
      if (least(function.argument(0)) >= function.argument(1)) {
        atLeastOne(symbol);
      }
    }
  }


  private boolean negative(Function function) {
    if (function.is("larger")) {
      return !sizes.atLeast(function.argument(0), 0) && !sizes.atLeast(function.argument(1), 0);
    }
    if (function.is("over") || function.is("quotient") || function.is("smaller")) {
      return !sizes.atLeast(function.argument(0), 0) || !sizes.atLeast(function.argument(1), 0);
    }
    return false;
  }

  /** Whether a symbol that may be negative takes part in a size. */
  boolean anyNegative(long size) {
    Sum sum = sizes.sum(size);
    for (int i = 0; sum != null && i < sum.count(); i++) {
      for (int symbol : sum.term(i)) {
        if (negative.get(symbol)) {
          return true;
        }
      }
    }
    return sum == null;
  }

  /** A number that a size is not less than. */
  long least(long size) {
    Sum sum = sizes.sum(size);
    if (sum == null) {
      return NONE;
    }
    long least = sum.constant();
    for (int i = 0; i < sum.count() && least != NONE; i++) {
      if (sum.term(i).length > 0) {
        least = plus(least, sum.coefficient(i), leastOf(sum.term(i)));
      }
    }
    return least;
  }

  private static long plus(long sum, long coefficient, long term) {
    if (term < 0 || coefficient < 0) {
      return NONE;
    }
    return term == 0 ? sum : sum + coefficient;
  }

  /** One, nought, or a negative number where the product may be negative. */
  private int leastOf(int[] term) {
    int least = 1;
    for (int symbol : term) {
      if (negative.get(symbol)) {
        return -1;
      }
      least = positive.get(symbol) ? least : 0;
    }
    return least;
  }
}
