package io.schedulec.graph.shape;

import io.schedulec.graph.Operators;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Operators that compute each element from the element at the same place of their first input. */
final class UnaryShape implements ShapeRule {
  @Override
  public List<String> opTypes() {
    return Operators.and(
        Operators.ELEMENTWISE,
        "Hardmax",
        "LogSoftmax",
        "PRelu",
        "Softmax",
        "Trilu",
        "QuantizeLinear",
        "DequantizeLinear",
        "Bernoulli",
        "RandomNormalLike",
        "RandomUniformLike",
        "EyeLike",
        "ReverseSequence",
        "RotaryEmbedding",
        "RegexFullMatch");
  }

  @Override
  public void infer(NodeShapes at) {
    long[] shape = at.shape(0);
    if (shape == null) {
      return;
    }
    at.shape(0, shape);
    Integers elements = at.contents(0);
    if (elements != null) {
      Integers result = apply(at, elements);
      if (result != null) {
        at.contents(result);
      }
    }
  }

  private static @Nullable Integers apply(NodeShapes at, Integers in) {
    return switch (at.opType()) {
      case "Identity", "Floor", "Ceil", "Round" -> in;
      case "Cast" -> cast(in, at.attributes().integer("to", 7));
      case "Neg" -> negate(at.sizes(), in);
      case "Abs" -> absolute(at.sizes(), in);
      case "Not" -> not(at.sizes(), in);
      case "Clip" -> clip(at, in);
      default -> null;
    };
  }

  /** Element types 6 and 7 are whole numbers, 1, 10, 11 and 16 floating-point, 9 truth values. */
  private static @Nullable Integers cast(Integers in, long to) {
    if (to == 1 || to == 10 || to == 11 || to == 16) {
      return Integers.of(in.shape(), in.elements(), true);
    }
    if (to == 7) {
      return Integers.of(in.shape(), in.elements(), false);
    }
    return to == 6 || to == 9 ? narrow(in, to == 9) : null;
  }

  /** As truth values, or as numbers of 32 bits; sizes are taken for such. */
  private static Integers narrow(Integers in, boolean truth) {
    long[] elements = in.elements();
    for (int i = 0; i < elements.length; i++) {
      if (!Dimension.known(elements[i])) {
        elements[i] = truth ? Dimension.UNKNOWN : elements[i];
      } else if (truth) {
        elements[i] = elements[i] == 0 ? 0 : 1;
      } else if (elements[i] != (int) elements[i]) {
        elements[i] = Dimension.UNKNOWN;
      }
    }
    return Integers.of(in.shape(), elements, false);
  }

  private static Integers absolute(Sizes sizes, Integers in) {
    long[] elements = in.elements();
    for (int i = 0; i < elements.length; i++) {
      boolean turned = !sizes.atLeast(elements[i], 0);
      elements[i] = turned ? sizes.larger(elements[i], sizes.minus(0, elements[i])) : elements[i];
    }
    return Integers.of(in.shape(), elements, in.floating());
  }

  private static Integers negate(Sizes sizes, Integers in) {
    long[] elements = in.elements();
    for (int i = 0; i < elements.length; i++) {
      elements[i] = sizes.minus(0, elements[i]);
    }
    return Integers.of(in.shape(), elements, in.floating());
  }

  private static Integers not(Sizes sizes, Integers in) {
    long[] elements = in.elements();
    for (int i = 0; i < elements.length; i++) {
      elements[i] = sizes.minus(1, elements[i]);
    }
    return Integers.of(in.shape(), elements, false);
  }

  /** Within bounds that are inputs; older operator sets have real numbers as attributes. */
  private static @Nullable Integers clip(NodeShapes at, Integers in) {
    Integers low = at.contents(1);
    Integers high = at.contents(2);
    boolean unreadable =
        at.opset() < 11 || (at.has(1) && low == null) || (at.has(2) && high == null);
    if (unreadable) {
      return null;
    }
    long[] elements = in.elements();
    for (int i = 0; i < elements.length; i++) {
      elements[i] = bound(at.sizes(), elements[i], low, high);
    }
    return Integers.of(in.shape(), elements, in.floating());
  }

  private static long bound(
      Sizes sizes, long element, @Nullable Integers low, @Nullable Integers high) {
    long from = low == null || low.count() != 1 ? Long.MIN_VALUE : low.get(0);
    long to = high == null || high.count() != 1 ? Long.MAX_VALUE : high.get(0);
    return sizes.smaller(sizes.larger(element, from), to);
  }
}
