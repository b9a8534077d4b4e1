package io.schedulec.graph.shape;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A sum of products of symbols, each with a whole coefficient, in a form that is the same for equal
 * sums. Immutable.
 */
final class Sum {
  private static final int MOST_TERMS = 16;
  private static final int MOST_FACTORS = 12;

  /** The symbols of each term in ascending order, the terms in the order of {@link #compare}. */
  private final int[][] terms;

  private final long[] coefficients;

  private Sum(int[][] terms, long[] coefficients) {
    this.terms = terms;
    this.coefficients = coefficients;
  }

  /** A number. */
  static Sum number(long number) {
    return number == 0
        ? new Sum(new int[0][], new long[0])
        : new Sum(new int[][] {{}}, new long[] {number});
  }

  /** A symbol by itself. */
  static Sum symbol(int number) {
    return new Sum(new int[][] {{number}}, new long[] {1});
  }

  int count() {
    return terms.length;
  }

  /** The symbols of a term; none for the number at the end of a sum. */
  int[] term(int place) {
    return terms[place];
  }

  long coefficient(int place) {
    return coefficients[place];
  }

  /** The number at the end of the sum. */
  long constant() {
    int last = terms.length - 1;
    return last >= 0 && terms[last].length == 0 ? coefficients[last] : 0;
  }

  /** Whether the sum is a number. */
  boolean isNumber() {
    return terms.length == 0 || (terms.length == 1 && terms[0].length == 0);
  }

  /** The symbol that the sum is, or 0. */
  int single() {
    return terms.length == 1 && terms[0].length == 1 && coefficients[0] == 1 ? terms[0][0] : 0;
  }

  /** This sum and a multiple of another one; null where that is too long or too large. */
  @Nullable Sum plus(Sum other, long factor) {
    int[][] all = new int[terms.length + other.terms.length][];
    long[] numbers = new long[all.length];
    int next = 0;
    int left = 0;
    int right = 0;
    while (left < terms.length || right < other.terms.length) {
      int order = order(other, left, right);
      long number = order <= 0 ? coefficients[left] : 0;
      if (order >= 0) {
        long more = other.coefficients[right];
        if (overflows(more, factor) || large(number) || large(number + more * factor)) {
          return null;
        }
        number += more * factor;
      }
      all[next] = order <= 0 ? terms[left] : other.terms[right];
      numbers[next] = number;
      next += number == 0 ? 0 : 1;
      left += order <= 0 ? 1 : 0;
      right += order >= 0 ? 1 : 0;
    }
    return next > MOST_TERMS
        ? null
        : new Sum(Arrays.copyOf(all, next), Arrays.copyOf(numbers, next));
  }

  private int order(Sum other, int left, int right) {
    if (left == terms.length) {
      return 1;
    }
    return right == other.terms.length ? -1 : compare(terms[left], other.terms[right]);
  }

  /**
   * Longer terms first; terms of equal length by their symbols. A factor more on both sides does
   * not change the order, so products stay sorted and the first terms decide a division.
   */
  static int compare(int[] a, int[] b) {
    return a.length != b.length ? b.length - a.length : Arrays.compare(a, b);
  }

  /** A product; null where it is too long or too large. */
  @Nullable Sum times(Sum other) {
    Sum total = number(0);
    for (int i = 0; total != null && i < other.terms.length; i++) {
      Sum part = times(other.terms[i], other.coefficients[i]);
      total = part == null ? null : total.plus(part, 1);
    }
    return total;
  }

  /** A product with one term. */
  @Nullable Sum times(int[] term, long coefficient) {
    int[][] products = new int[terms.length][];
    long[] numbers = new long[terms.length];
    for (int i = 0; i < terms.length; i++) {
      if (terms[i].length + term.length > MOST_FACTORS || overflows(coefficients[i], coefficient)) {
        return null;
      }
      int[] product = Arrays.copyOf(terms[i], terms[i].length + term.length);
      System.arraycopy(term, 0, product, terms[i].length, term.length);
      Arrays.sort(product);
      products[i] = product;
      numbers[i] = coefficients[i] * coefficient;
    }
    return new Sum(products, numbers);
  }

  /** The first term divided by that of another sum; null where it does not go in evenly. */
  private @Nullable Sum leading(Sum divisor) {
    int[] rest = without(terms[0], divisor.terms[0]);
    boolean even = rest != null && coefficients[0] % divisor.coefficients[0] == 0;
    return even
        ? new Sum(new int[][] {rest}, new long[] {coefficients[0] / divisor.coefficients[0]})
        : null;
  }

  /** What is left of a term when the factors of another one are taken out; null if they cannot. */
  static int @Nullable [] without(int[] term, int[] factors) {
    int[] rest = new int[term.length];
    int next = 0;
    int taken = 0;
    for (int symbol : term) {
      if (taken < factors.length && factors[taken] == symbol) {
        taken++;
      } else {
        rest[next++] = symbol;
      }
    }
    return taken == factors.length ? Arrays.copyOf(rest, next) : null;
  }

  /** The sum that times the divisor gives this one; null if there is none. */
  @Nullable Sum dividedBy(Sum divisor) {
    if (divisor.terms.length == 0) {
      return null;
    }
    Sum rest = this;
    Sum quotient = number(0);
    for (int steps = 0; rest != null && rest.terms.length > 0; steps++) {
      Sum part = steps > MOST_TERMS ? null : rest.leading(divisor);
      Sum product = part == null ? null : divisor.times(part.terms[0], part.coefficients[0]);
      if (part == null || product == null || quotient == null) {
        return null;
      }
      quotient = quotient.plus(part, 1);
      rest = rest.plus(product, -1);
    }
    return rest == null ? null : quotient;
  }

  /** Each coefficient divided by a number, rounded down; or the remainders of that. */
  Sum each(long divisor, boolean remainder) {
    int[][] kept = new int[terms.length][];
    long[] numbers = new long[terms.length];
    int next = 0;
    for (int i = 0; i < terms.length; i++) {
      long number =
          remainder
              ? Math.floorMod(coefficients[i], divisor)
              : Math.floorDiv(coefficients[i], divisor);
      if (number != 0) {
        kept[next] = terms[i];
        numbers[next++] = number;
      }
    }
    return new Sum(Arrays.copyOf(kept, next), Arrays.copyOf(numbers, next));
  }

  private static boolean overflows(long a, long b) {
    return Math.multiplyHigh(a, b) != (a * b) >> 63 || large(a * b);
  }

  /** Coefficients stay so small that two of them can be added. */
  private static boolean large(long number) {
    return number > 1L << 60 || number < -(1L << 60);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Sum that
        && Arrays.equals(coefficients, that.coefficients)
        && Arrays.deepEquals(terms, that.terms);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.deepHashCode(terms) + Arrays.hashCode(coefficients);
  }
}
