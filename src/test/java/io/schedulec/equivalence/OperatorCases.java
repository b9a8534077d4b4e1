package io.schedulec.equivalence;

import static io.schedulec.graph.onnx.OnnxBytes.integer;
import static io.schedulec.graph.onnx.OnnxBytes.integerList;
import static io.schedulec.graph.onnx.OnnxBytes.real;
import static io.schedulec.graph.onnx.OnnxBytes.text;

import io.schedulec.graph.onnx.OnnxBytes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Operators between {@code h}, which has two channels of 6x6, and {@code y}. */
final class OperatorCases {
  private static final byte[] SAME_SIZE = integerList("pads", 1, 1, 1, 1);
  private static final byte[] WINDOW = integerList("kernel_shape", 3, 3);

  private static final List<String> FUNCTIONS =
      List.of(
          "Abs",
          "Atan",
          "Celu",
          "Cos",
          "Dropout",
          "Elu",
          "Erf",
          "Exp",
          "HardSigmoid",
          "HardSwish",
          "Identity",
          "LeakyRelu",
          "Neg",
          "Relu",
          "Selu",
          "Sigmoid",
          "Sin",
          "Softplus",
          "Softsign",
          "Tanh");

  private OperatorCases() {}

  /**
   * Some nodes.
   *
   * @param opset the version of the standard operators
   * @param channels the number of channels of {@code y}
   * @param precise whether a channel is known to be constant whenever it is
   */
  record Case(String label, long opset, int channels, boolean precise, Consumer<OnnxBytes> nodes) {
    @Override
    public String toString() {
      return label;
    }

    private Case imprecise() {
      return new Case(label, opset, channels, false, nodes);
    }

    private Case opset(long version) {
      return new Case(label, version, channels, precise, nodes);
    }

    private Case channels(int count) {
      return new Case(label, opset, count, precise, nodes);
    }

    /** This, with an initializer. */
    private Case and(String name, long[] dims, double... values) {
      float[] elements = new float[values.length];
      for (int i = 0; i < elements.length; i++) {
        elements[i] = (float) values[i];
      }
      Consumer<OnnxBytes> tensor = model -> model.reals(name, dims, elements);
      return new Case(label, opset, channels, precise, tensor.andThen(nodes));
    }

    private Case and(String name, long... values) {
      Consumer<OnnxBytes> tensor = model -> model.integers(name, values);
      return new Case(label, opset, channels, precise, tensor.andThen(nodes));
    }

    /** This, with a node before. */
    private Case after(String opType, List<String> inputs, String output, byte[]... parts) {
      Consumer<OnnxBytes> node = model -> model.node(opType, inputs, List.of(output), parts);
      return new Case(label, opset, channels, precise, node.andThen(nodes));
    }
  }

  private static Case node(String opType, List<String> inputs, byte[]... parts) {
    return new Case(
        opType + " " + inputs,
        17,
        2,
        true,
        model -> model.node(opType, inputs, List.of("y"), parts));
  }

  private static Case node(String opType, byte[]... parts) {
    return node(opType, List.of("h"), parts);
  }

  static List<Case> all() {
    List<Case> all = new ArrayList<>();
    Stream.of(functions(), arithmetic(), windows(), layers(), arrangements())
        .flatMap(list -> list)
        .forEach(all::add);
    return all;
  }

  private static Stream<Case> functions() {
    List<Case> cases = new ArrayList<>();
    for (String opType : FUNCTIONS) {
      cases.add(node(opType));
    }
    cases.add(node("Mish").opset(20));
    cases.add(node("Gelu").opset(20));
    cases.add(node("Gelu", text("approximate", "tanh")).opset(20));
    cases.add(node("Elu", real("alpha", 0.3f)));
    cases.add(node("Celu", real("alpha", 0.3f)));
    cases.add(node("LeakyRelu", real("alpha", 0.2f)));
    cases.add(node("Selu", real("alpha", 1.5f), real("gamma", 1.1f)));
    cases.add(node("HardSigmoid", real("alpha", 0.3f), real("beta", 0.4f)));
    cases.add(node("Cast", integer("to", 1)));
    cases.add(node("ThresholdedRelu").imprecise());
    cases.add(node("Ceil").imprecise());
    cases.add(scalar(scalar(node("Clip", List.of("h", "low", "high")), "low", -1), "high", 6));
    cases.add(node("Clip", real("min", -1), real("max", 6)).opset(9));
    cases.add(scalar(node("Clip", List.of("h", "", "high")), "high", 0.5));
    cases.add(node("Log", List.of("p")).after("Exp", List.of("h"), "p"));
    cases.add(node("Sqrt", List.of("p")).after("Exp", List.of("h"), "p"));
    cases.add(node("Reciprocal", List.of("p")).after("Exp", List.of("h"), "p"));
    return cases.stream();
  }

  private static Case scalar(Case of, String name, double value) {
    return of.and(name, new long[0], value);
  }

  private static Stream<Case> arithmetic() {
    List<Case> cases = new ArrayList<>();
    for (String opType : List.of("Add", "Sub", "Mul", "Div", "Max", "Min")) {
      cases.add(scalar(node(opType, List.of("h", "s")), "s", 2.5));
      cases.add(scalar(node(opType, List.of("s", "h")), "s", 2.5).imprecise());
      cases.add(node(opType, List.of("h", "p")).and("p", new long[] {2, 1, 1}, 3, 0.5));
      cases.add(
          node(opType, List.of("h", "p")).and("p", new long[] {6}, 1, 2, 3, 4, 5, 6).imprecise());
      cases.add(node(opType, List.of("h", "v")).imprecise());
      cases.add(node(opType, List.of("v", "h")).imprecise());
      cases.add(node(opType, List.of("h", "t")).after("Relu", List.of("h"), "t").imprecise());
    }
    cases.add(scalar(node("Pow", List.of("h", "s")), "s", 2));
    cases.add(node("Sum", List.of("h", "h", "h")));
    cases.add(node("Mean", List.of("h", "h", "t")).after("Neg", List.of("h"), "t"));
    cases.add(node("PRelu", List.of("h", "p")).and("p", new long[] {2, 1, 1}, 0.3, 0.5));
    cases.add(
        node("Mul", List.of("h", "g"))
            .after("GlobalAveragePool", List.of("v"), "m")
            .after("Sigmoid", List.of("m"), "g")
            .imprecise());
    cases.add(batchNormalization(1.5));
    cases.add(batchNormalization(0));
    return cases.stream();
  }

  private static Case batchNormalization(double scale) {
    return node("BatchNormalization", List.of("h", "g", "c", "m", "w"), real("epsilon", 0.25f))
        .and("g", new long[] {2}, scale, 1)
        .and("c", new long[] {2}, 0.5, 1)
        .and("m", new long[] {2}, 0.25, 1)
        .and("w", new long[] {2}, 2, 1);
  }

  private static Stream<Case> windows() {
    return Stream.of(
        node("MaxPool", WINDOW),
        node("MaxPool", WINDOW, SAME_SIZE),
        node("MaxPool", WINDOW, integerList("strides", 2, 2), integer("ceil_mode", 1)),
        node("AveragePool", WINDOW),
        node("AveragePool", WINDOW, SAME_SIZE),
        node("AveragePool", WINDOW, SAME_SIZE, integer("count_include_pad", 1)),
        node("AveragePool", WINDOW, integer("count_include_pad", 1)),
        node("AveragePool", WINDOW, text("auto_pad", "SAME_UPPER")),
        node("AveragePool", WINDOW, integerList("strides", 2, 2), integer("ceil_mode", 1))
            .opset(19),
        node(
                "AveragePool",
                WINDOW,
                integerList("strides", 2, 2),
                integer("ceil_mode", 1),
                integer("count_include_pad", 1))
            .opset(19)
            .imprecise(),
        node("LpPool", WINDOW).imprecise(),
        node("GlobalAveragePool"),
        node("GlobalMaxPool"),
        node("GlobalLpPool").imprecise(),
        node("ReduceMean", integerList("axes", 2, 3)),
        node("ReduceMax", integerList("axes", 2)),
        node("ReduceMin", integerList("axes", 3)),
        node("ReduceL1", integerList("axes", 2)).imprecise(),
        node("ReduceL2", integerList("axes", 3)).imprecise(),
        node("ReduceSum", List.of("h", "axes")).and("axes", 2, 3).imprecise(),
        node("ReduceSumSquare", integerList("axes", 2)).imprecise(),
        scalar(pad("constant"), "s", 0),
        scalar(pad("constant"), "s", 1),
        node("Pad", integerList("pads", 0, 0, 1, 1, 0, 0, 1, 1), real("value", 1)).opset(9),
        node("Upsample", List.of("h", "scales"), text("mode", "nearest"))
            .and("scales", new long[] {4}, 1, 1, 2, 2)
            .opset(9),
        pad("edge"),
        pad("reflect"),
        resize("nearest"),
        resize("linear"),
        resize("cubic"),
        node("Softmax", integer("axis", 3)).imprecise(),
        node("InstanceNormalization", List.of("h", "g", "c"))
            .and("g", new long[] {2}, 2, 1)
            .and("c", new long[] {2}, 0.5, 1)
            .imprecise());
  }

  private static Case pad(String mode) {
    List<String> inputs =
        mode.equals("constant") ? List.of("h", "pads", "s") : List.of("h", "pads");
    return node("Pad", inputs, text("mode", mode)).and("pads", 0, 0, 1, 2, 0, 0, 2, 1);
  }

  private static Case resize(String mode) {
    return node("Resize", List.of("h", "", "scales"), text("mode", mode))
        .and("scales", new long[] {4}, 1, 1, 2, 2);
  }

  private static Stream<Case> layers() {
    byte[] depthwise = integer("group", 2);
    return Stream.of(
        node("Conv", List.of("h", "d"), depthwise).and("d", new long[] {2, 1, 3, 3}, ramp(18)),
        node("Conv", List.of("h", "d", "e"), depthwise, SAME_SIZE)
            .and("d", new long[] {2, 1, 3, 3}, ramp(18))
            .and("e", new long[] {2}, 0.5, 1),
        node("Conv", List.of("h", "d", "e"), depthwise, text("auto_pad", "SAME_UPPER"))
            .and("d", new long[] {2, 1, 1, 1}, ramp(2))
            .and("e", new long[] {2}, 0.5, 1),
        node("Conv", List.of("h", "d"), depthwise)
            .and("d", new long[] {4, 1, 1, 1}, 2, 2, 1, 1)
            .channels(4),
        node("ConvTranspose", List.of("h", "d"), depthwise)
            .and("d", new long[] {2, 1, 3, 3}, ramp(18))
            .imprecise());
  }

  private static double[] ramp(int count) {
    double[] ramp = new double[count];
    for (int i = 0; i < count; i++) {
      ramp[i] = 0.1 * i - 0.3;
    }
    return ramp;
  }

  private static Stream<Case> arrangements() {
    byte[] swap = integerList("perm", 0, 2, 1, 3, 4);
    return Stream.of(
        node("Concat", List.of("v", "h"), integer("axis", 1)).channels(4),
        node("Concat", List.of("h", "h"), integer("axis", 2)),
        node("Concat", List.of("h", "v"), integer("axis", 2)).imprecise(),
        node("Concat", List.of("h", "t"), integer("axis", 2)).after("Neg", List.of("h"), "t"),
        node("Concat", List.of("h", "t"), integer("axis", 1))
            .channels(4)
            .after("Relu", List.of("h"), "t"),
        node("Transpose", integerList("perm", 0, 1, 3, 2)),
        node("Reshape", List.of("t", "whole"))
            .after("Transpose", List.of("r"), "t", swap)
            .after("Reshape", List.of("h", "parts"), "r")
            .and("parts", 1, 2, 1, 6, 6)
            .and("whole", 1, 2, 6, 6),
        node("Reshape", List.of("h", "shape")).and("shape", 0, 2, 4, 9),
        node("Squeeze", List.of("u", "axes"))
            .after("Unsqueeze", List.of("h", "axes"), "u")
            .and("axes", 2));
  }
}
