package io.schedulec.graph.shape;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Operators on two or more tensors that are broadcast against each other, and their arithmetic. */
final class BroadcastShape implements ShapeRule {
  @Override
  public List<String> opTypes() {
    return List.of(
        "Add",
        "Sub",
        "Mul",
        "Div",
        "Pow",
        "Mod",
        "Max",
        "Min",
        "Sum",
        "Mean",
        "And",
        "Or",
        "Xor",
        "Equal",
        "Greater",
        "GreaterOrEqual",
        "Less",
        "LessOrEqual",
        "BitShift",
        "BitwiseAnd",
        "BitwiseOr",
        "BitwiseXor",
        "StringConcat",
        "Where");
  }

  @Override
  public void infer(NodeShapes at) {
    long[] shape = at.shape(0);
    for (int i = 1; i < at.inputCount() && shape != null; i++) {
      long[] other = at.shape(i);
      shape = other == null ? null : broadcast(at.sizes(), shape, other);
    }
    if (shape == null) {
      return;
    }
    at.shape(0, shape);
    if (Dimension.known(shape)
        && Dimension.product(shape, 0, shape.length) <= Integers.LIMIT
        && allContents(at)) {
      compute(at, shape);
    }
  }

  private static boolean allContents(NodeShapes at) {
    for (int i = 0; i < at.inputCount(); i++) {
      if (at.contents(i) == null) {
        return false;
      }
    }
    return true;
  }

  /** The common shape of two tensors, aligned at their last axes. */
  static long[] broadcast(Sizes sizes, long[] a, long[] b) {
    long[] longer = a.length >= b.length ? a : b;
    long[] shorter = a.length >= b.length ? b : a;
    long[] shape = longer.clone();
    int shift = longer.length - shorter.length;
    for (int i = 0; i < shorter.length; i++) {
      shape[i + shift] = sizes.broadcast(longer[i + shift], shorter[i]);
    }
    return shape;
  }

  private static void compute(NodeShapes at, long[] shape) {
    int inputs = at.inputCount();
    long[][] operands = new long[inputs][];
    boolean floating = false;
    for (int i = 0; i < inputs; i++) {
      Integers elements = at.contents(i);
      if (elements == null) {
        return;
      }
      operands[i] = Gathering.expand(elements, shape).elements();
      floating |= elements.floating();
    }
    long[] result = fold(at.opType(), operands, floating);
    if (result != null) {
      at.contents(0, Integers.of(shape, result, floating));
    }
  }

  private static long @Nullable [] fold(String op, long[][] operands, boolean floating) {
    if (op.equals("Where")) {
      return operands.length == 3 ? choose(operands[0], operands[1], operands[2]) : null;
    }
    long[] result = operands[0].clone();
    for (int i = 1; i < operands.length; i++) {
      for (int k = 0; k < result.length; k++) {
        result[k] = apply(op, result[k], operands[i][k], floating);
      }
    }
    return result;
  }

  private static long[] choose(long[] condition, long[] yes, long[] no) {
    long[] result = yes.clone();
    for (int i = 0; i < result.length; i++) {
      if (condition[i] == 0) {
        result[i] = no[i];
      } else if (!Dimension.known(condition[i]) && !Dimension.same(yes[i], no[i])) {
        result[i] = Dimension.UNKNOWN;
      }
    }
    return result;
  }

  private static long apply(String op, long a, long b, boolean floating) {
    return switch (op) {
      case "Add", "Sum" -> Dimension.plus(a, b);
      case "Sub" -> Dimension.minus(a, b);
      case "Mul" -> Dimension.times(a, b);
      case "Div" -> floating ? exactly(a, b) : Dimension.over(a, b);
      case "Equal" -> equal(a, b);
      case "Max", "Min", "Mod", "Less", "Greater", "LessOrEqual", "GreaterOrEqual", "And", "Or" ->
          Dimension.known(a) && Dimension.known(b) ? known(op, a, b) : Dimension.UNKNOWN;
      default -> Dimension.UNKNOWN;
    };
  }

  /** A quotient of floating-point numbers, unknown unless it is a whole number. */
  private static long exactly(long a, long b) {
    boolean numbers = Dimension.known(a) && Dimension.known(b);
    return numbers && (b == 0 || a % b != 0) ? Dimension.UNKNOWN : Dimension.over(a, b);
  }

  /** A size is never negative, so an unknown one differs from the -1 of a reshape target. */
  private static long equal(long a, long b) {
    if (Dimension.known(a) && Dimension.known(b)) {
      return a == b ? 1 : 0;
    }
    if (Dimension.same(a, b)) {
      return 1;
    }
    boolean negative = (Dimension.known(a) && a < 0) || (Dimension.known(b) && b < 0);
    return negative && a != Dimension.UNKNOWN && b != Dimension.UNKNOWN ? 0 : Dimension.UNKNOWN;
  }

  private static long known(String op, long a, long b) {
    return switch (op) {
      case "Max" -> Math.max(a, b);
      case "Min" -> Math.min(a, b);
      case "Mod" -> b == 0 ? Dimension.UNKNOWN : Math.floorMod(a, b);
      case "Less" -> a < b ? 1 : 0;
      case "Greater" -> a > b ? 1 : 0;
      case "LessOrEqual" -> a <= b ? 1 : 0;
      case "GreaterOrEqual" -> a >= b ? 1 : 0;
      case "And" -> a & b;
      default -> a | b;
    };
  }
}
