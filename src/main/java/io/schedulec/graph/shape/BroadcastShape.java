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
    if (allContents(at) && at.fits(shape)) {
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
    long[] shape = longer;
    int shift = longer.length - shorter.length;
    for (int i = 0; i < shorter.length; i++) {
      long size = sizes.broadcast(longer[i + shift], shorter[i]);
      if (size != longer[i + shift]) {
        shape = shape == longer ? longer.clone() : shape;
        shape[i + shift] = size;
      }
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
      floating |= elements.floating() && !(i == 0 && at.opType().equals("Where"));
    }
    long[] result = fold(at, operands, floating);
    if (result != null) {
      at.contents(Integers.of(shape, result, floating && Elements.keepsType(at.opType())));
    }
  }

  private static long @Nullable [] fold(NodeShapes at, long[][] operands, boolean floating) {
    if (at.opType().equals("Where")) {
      return operands.length == 3 ? choose(operands[0], operands[1], operands[2]) : null;
    }
    Elements elements = new Elements(at, floating);
    if (!elements.understood()) {
      return null;
    }
    long[] result = operands[0].clone();
    for (int i = 1; i < operands.length; i++) {
      for (int k = 0; k < result.length; k++) {
        result[k] = elements.apply(result[k], operands[i][k]);
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
}
