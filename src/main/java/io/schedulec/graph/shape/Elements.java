package io.schedulec.graph.shape;

/** What one of the operators on two tensors makes of two elements. */
final class Elements {
  private final String operator;
  private final Sizes sizes;
  private final boolean floating;
  private final boolean cut;

  Elements(NodeShapes at, boolean floating) {
    this.operator = at.opType();
    this.sizes = at.sizes();
    this.floating = floating;
    this.cut = at.attributes().integer("fmod", 0) != 0;
  }

  /** Whether the result is a number of the type of the operands, and no truth value. */
  static boolean keepsType(String operator) {
    return switch (operator) {
      case "Equal", "Less", "Greater", "LessOrEqual", "GreaterOrEqual", "And", "Or", "Xor" -> false;
      default -> true;
    };
  }

  /** Whether there is arithmetic for the operator at all. */
  boolean understood() {
    return switch (operator) {
      case "Add", "Sum", "Sub", "Mul", "Div", "Mod", "Max", "Min", "Pow" -> true;
      default -> !keepsType(operator);
    };
  }

  long apply(long a, long b) {
    return switch (operator) {
      case "Add", "Sum" -> sizes.plus(a, b);
      case "Sub" -> sizes.minus(a, b);
      case "Mul" -> sizes.times(a, b);
      case "Div" -> floating ? exactly(a, b) : sizes.quotient(a, b);
      case "Mod" -> cut ? cutRemainder(a, b) : sizes.remainder(a, b);
      case "Max" -> sizes.larger(a, b);
      case "Min" -> sizes.smaller(a, b);
      case "Pow" -> b == 2 ? sizes.times(a, a) : b == 1 ? a : Dimension.UNKNOWN;
      case "Equal" -> equal(a, b);
      case "Less" -> compare(b, a, 1);
      case "Greater" -> compare(a, b, 1);
      case "LessOrEqual" -> compare(b, a, 0);
      case "GreaterOrEqual" -> compare(a, b, 0);
      case "And" -> a == 0 || b == 0 ? 0 : a == 1 ? b : b == 1 ? a : Dimension.UNKNOWN;
      case "Or" -> a == 1 || b == 1 ? 1 : a == 0 ? b : b == 0 ? a : Dimension.UNKNOWN;
      case "Xor" -> a == 0 ? b : b == 0 ? a : Dimension.same(a, b) ? 0 : Dimension.UNKNOWN;
      default -> Dimension.UNKNOWN;
    };
  }

  /** A quotient of floating-point numbers, unknown unless it is a whole number. */
  private long exactly(long a, long b) {
    long quotient = sizes.over(a, b);
    boolean whole = b != 0 && Dimension.same(sizes.times(quotient, b), a);
    return whole ? quotient : Dimension.UNKNOWN;
  }

  /** The remainder that has the sign of the dividend. */
  private long cutRemainder(long a, long b) {
    return Dimension.known(a) && Dimension.known(b) && b != 0
        ? a % b
        : sizes.atLeast(a, 0) && sizes.atLeast(b, 1) ? sizes.remainder(a, b) : Dimension.UNKNOWN;
  }

  /** Sizes that differ by more than nothing are not equal, such as one and the -1 of a target. */
  private long equal(long a, long b) {
    if (Dimension.known(a) && Dimension.known(b)) {
      return a == b ? 1 : 0;
    }
    if (Dimension.same(a, b)) {
      return 1;
    }
    boolean apart = compare(a, b, 1) == 1 || compare(b, a, 1) == 1;
    return apart ? 0 : Dimension.UNKNOWN;
  }

  /** Whether the first is at least as much larger than the second, as a truth value. */
  private long compare(long a, long b, long more) {
    if (Dimension.known(a) && Dimension.known(b)) {
      return more == 0 ? (a >= b ? 1 : 0) : (a > b ? 1 : 0);
    }
    if (sizes.atLeast(a, sizes.plus(b, more))) {
      return 1;
    }
    return sizes.atLeast(b, sizes.plus(a, 1 - more)) ? 0 : Dimension.UNKNOWN;
  }
}
