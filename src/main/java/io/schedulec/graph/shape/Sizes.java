package io.schedulec.graph.shape;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Arithmetic on the sizes of one model, some of which may be unknown.
 *
 * <p>Symbols that stand for equal sums of products are one symbol, and so are the results of the
 * same function of the same sizes. What would be too long or too large is unknown.
 */
final class Sizes {
  /** So many different sums and functions; a model has dozens. */
  private static final int MOST = 1 << 16;

  private final Map<Integer, Sum> sums = new HashMap<>();
  private final Map<Sum, Long> symbols = new HashMap<>();
  private final Map<Function, Long> functions = new HashMap<>();
  private final Map<Integer, Function> meanings = new HashMap<>();
  private final Map<String, Long> names = new HashMap<>();
  private final Bounds bounds = new Bounds(this);
  private int last;

  /** A new symbol, for a size of which nothing is known. */
  long symbol() {
    return last == Integer.MAX_VALUE ? Dimension.UNKNOWN : Dimension.symbol(++last);
  }

  /** A new symbol for a size that is not zero. */
  long atLeastOne() {
    long symbol = symbol();
    bounds.atLeastOne(symbol);
    return symbol;
  }

  /** A new symbol for a number that may be negative. */
  long anyNumber() {
    long symbol = symbol();
    bounds.mayBeNegative(symbol);
    return symbol;
  }

  /** The symbol for a size that the file gives a name, at least one. */
  long named(String name) {
    Long known = names.get(name);
    if (known == null) {
      known = atLeastOne();
      names.put(name, known);
    }
    return known;
  }

  /** What a symbol or a number is the sum of; null for an unknown size. */
  @Nullable Sum sum(long size) {
    if (Dimension.known(size)) {
      return Sum.number(size);
    }
    if (size == Dimension.UNKNOWN) {
      return null;
    }
    Sum sum = sums.get(Dimension.number(size));
    return sum == null ? Sum.symbol(Dimension.number(size)) : sum;
  }

  /** The function that a symbol is the result of; null for others. */
  @Nullable Function meaning(int symbol) {
    return meanings.get(symbol);
  }

  /** The number or the symbol that stands for a sum. */
  private long size(@Nullable Sum sum) {
    if (sum == null) {
      return Dimension.UNKNOWN;
    }
    if (sum.isNumber()) {
      return number(sum.constant());
    }
    if (sum.single() != 0) {
      return Dimension.symbol(sum.single());
    }
    Long known = symbols.get(sum);
    if (known == null) {
      if (symbols.size() >= MOST) {
        return Dimension.UNKNOWN;
      }
      known = symbol();
      symbols.put(sum, known);
      sums.put(Dimension.number(known), sum);
    }
    return known;
  }

  private static long number(long number) {
    return Dimension.known(number) ? number : Dimension.UNKNOWN;
  }

  long plus(long a, long b) {
    if (a == 0 || b == 0) {
      return a == 0 ? b : a;
    }
    if (Dimension.known(a) && Dimension.known(b)) {
      long sum = a + b;
      return ((a ^ sum) & (b ^ sum)) < 0 ? Dimension.UNKNOWN : number(sum);
    }
    return plus(a, b, 1);
  }

  long minus(long a, long b) {
    if (b == 0) {
      return a;
    }
    if (Dimension.known(a) && Dimension.known(b)) {
      long difference = a - b;
      return ((a ^ b) & (a ^ difference)) < 0 ? Dimension.UNKNOWN : number(difference);
    }
    return Dimension.same(a, b) ? 0 : plus(a, b, -1);
  }

  private long plus(long a, long b, long factor) {
    Sum left = sum(a);
    Sum right = sum(b);
    return left == null || right == null ? Dimension.UNKNOWN : size(left.plus(right, factor));
  }

  long times(long a, long b) {
    if (a == 1 || b == 1) {
      return a == 1 ? b : a;
    }
    if (a == 0 || b == 0) {
      return 0;
    }
    if (Dimension.known(a) && Dimension.known(b)) {
      boolean large = Math.multiplyHigh(a, b) != (a * b) >> 63;
      return large ? Dimension.UNKNOWN : number(a * b);
    }
    Sum left = sum(a);
    Sum right = sum(b);
    return left == null || right == null ? Dimension.UNKNOWN : size(left.times(right));
  }

  /** Division that rounds down. */
  long over(long a, long b) {
    if (b == 1) {
      return a;
    }
    if (Dimension.known(a) && Dimension.known(b)) {
      return b == 0 ? Dimension.UNKNOWN : number(Math.floorDiv(a, b));
    }
    Sum left = sum(a);
    Sum right = sum(b);
    if (left == null || right == null || b == 0) {
      return Dimension.UNKNOWN;
    }
    Sum exact = left.dividedBy(right);
    if (exact != null) {
      return size(exact);
    }
    return Dimension.known(b) && b > 0 ? rounded(left, b) : function("over", a, b);
  }

  /** What goes in evenly, and the quotient of the rest. */
  private long rounded(Sum sum, long divisor) {
    long whole = size(sum.each(divisor, false));
    Sum rest = sum.each(divisor, true);
    return rest.isNumber() ? whole : plus(whole, nested(rest, divisor));
  }

  /** Two divisions in a row are one by the product: (x / a + k) / b is (x + a k) / (a b). */
  private long nested(Sum rest, long divisor) {
    Sum symbol = rest.plus(Sum.number(rest.constant()), -1);
    Function inner = symbol == null ? null : meanings.get(symbol.single());
    if (inner != null && inner.is("over") && inner.argument(1) > 1) {
      long first = inner.argument(1);
      return over(plus(inner.argument(0), times(first, rest.constant())), times(first, divisor));
    }
    return function("over", size(rest), divisor);
  }

  /** Division that rounds towards zero, as that of whole numbers does. */
  long quotient(long a, long b) {
    if (Dimension.known(a) && Dimension.known(b)) {
      return b == 0 ? Dimension.UNKNOWN : number(a / b);
    }
    if (atLeast(a, 0) && atLeast(b, 0)) {
      return over(a, b);
    }
    Sum left = sum(a);
    Sum right = sum(b);
    Sum exact = left == null || right == null ? null : left.dividedBy(right);
    return exact != null ? size(exact) : function("quotient", a, b);
  }

  /** What is left of a division that rounds down. */
  long remainder(long a, long b) {
    if (Dimension.known(a) && Dimension.known(b)) {
      return b == 0 ? Dimension.UNKNOWN : Math.floorMod(a, b);
    }
    return minus(a, times(b, over(a, b)));
  }

  long larger(long a, long b) {
    if (atLeast(a, b)) {
      return a;
    }
    return atLeast(b, a) ? b : function("larger", Math.min(a, b), Math.max(a, b));
  }

  long smaller(long a, long b) {
    if (atLeast(a, b)) {
      return b;
    }
    return atLeast(b, a) ? a : function("smaller", Math.min(a, b), Math.max(a, b));
  }

  /** The same symbol for the same function of the same sizes. */
  long function(String name, long... arguments) {
    for (long argument : arguments) {
      if (argument == Dimension.UNKNOWN) {
        return Dimension.UNKNOWN;
      }
    }
    Function function = new Function(name, arguments);
    Long known = functions.get(function);
    if (known == null) {
      if (functions.size() >= MOST) {
        return Dimension.UNKNOWN;
      }
      known = symbol();
      bounds.note(known, function);
      functions.put(function, known);
      meanings.put(Dimension.number(known), function);
    }
    return known;
  }

  /** Whether a size is certain to be as large as another one. */
  boolean atLeast(long a, long b) {
    if (Dimension.known(a) && Dimension.known(b)) {
      return a >= b;
    }
    Sum left = sum(a);
    Sum right = sum(b);
    return left != null && right != null && bounds.least(left.plus(right, -1)) >= 0;
  }

  /** The size itself where it cannot be negative, else unknown. */
  long certain(long size) {
    return atLeast(size, 0) || !bounds.anyNegative(size) ? size : Dimension.UNKNOWN;
  }

  /** The number of elements of a part of a tensor. */
  long product(long[] sizes, int from, int to) {
    long product = 1;
    for (int i = from; i < to; i++) {
      product = times(product, sizes[i]);
    }
    return product;
  }

  /** The size of an axis on which tensors of two sizes meet by broadcasting. */
  long broadcast(long a, long b) {
    if (a == 1) {
      return b;
    }
    if (b == 1 || Dimension.same(a, b)) {
      return a;
    }
    if (Dimension.known(a) && Dimension.known(b)) {
      return Dimension.UNKNOWN;
    }
    return atLeast(a, 2) ? a : atLeast(b, 2) ? b : Dimension.UNKNOWN;
  }
}
