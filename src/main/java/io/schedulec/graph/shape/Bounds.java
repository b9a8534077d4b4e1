package io.schedulec.graph.shape;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** What symbols cannot be less than. */
final class Bounds {
  private static final long NONE = Long.MIN_VALUE;
  private static final int MOST_QUOTIENTS = 4;
  private static final int[] NOTHING = {};

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
    } else if (function.is("over")
        && Dimension.known(function.argument(1))
        && sizes.atLeast(function.argument(0), function.argument(1))) {
      atLeastOne(symbol);
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

  /**
   * A number that a sum is not less than, or one of the same sign. Where a plain look finds none,
   * rounded quotients give way to what they are rounded from.
   */
  long least(@Nullable Sum given) {
    Sum sum = given;
    long least = plain(sum);
    for (int step = 0; step < MOST_QUOTIENTS && least == NONE && sum != null; step++) {
      int place = quotient(sum);
      if (place < 0) {
        return NONE;
      }
      sum = withoutQuotient(sum, place);
      least = plain(sum);
    }
    return least;
  }

  /** The place of a rounded quotient in a sum, of one that is taken away if there is one; or -1. */
  private int quotient(Sum sum) {
    int found = -1;
    for (int i = 0; i < sum.count(); i++) {
      Function function = sum.term(i).length == 1 ? sizes.meaning(sum.term(i)[0]) : null;
      if (function != null && rounds(function)) {
        if (sum.coefficient(i) < 0) {
          return i;
        }
        found = i;
      }
    }
    return found;
  }

  private static boolean rounds(Function function) {
    return function.is("over") && Dimension.known(function.argument(1)) && function.argument(1) > 1;
  }

  /**
   * Not more than so many times the sum, without the rounded quotient: that of x by m, taken m
   * times, is at most x and at least x - m + 1.
   */
  private @Nullable Sum withoutQuotient(Sum sum, int place) {
    Function function = sizes.meaning(sum.term(place)[0]);
    Sum dividend = function == null ? null : sizes.sum(function.argument(0));
    Sum scaled = function == null ? null : sum.times(NOTHING, function.argument(1));
    if (function == null || dividend == null || scaled == null) {
      return null;
    }
    long coefficient = sum.coefficient(place);
    Sum quotient = Sum.symbol(sum.term(place)[0]);
    Sum others = scaled.plus(quotient, -scaled.coefficient(place));
    Sum bound = coefficient < 0 ? dividend : dividend.plus(Sum.number(1 - function.argument(1)), 1);
    return others == null || bound == null ? null : others.plus(bound, coefficient);
  }

  /** What a sum is not less than if it takes nothing away; only its sign is of use. */
  private long plain(@Nullable Sum sum) {
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
