package io.schedulec.graph.shape;

import java.util.List;

/** Layers on quantized numbers, whose scales and zero points stand between their operands. */
final class QuantizedShape implements ShapeRule {
  @Override
  public List<String> opTypes() {
    return List.of("QLinearConv", "QLinearMatMul", "DynamicQuantizeLinear");
  }

  @Override
  public void infer(NodeShapes at) {
    switch (at.opType()) {
      case "QLinearConv" -> ConvShape.convolve(at, at.shape(0), at.shape(3));
      case "QLinearMatMul" -> MatMulShape.multiply(at, at.shape(0), at.shape(3));
      default -> dynamic(at);
    }
  }

  private static void dynamic(NodeShapes at) {
    long[] in = at.shape(0);
    if (in != null) {
      at.shape(0, in);
    }
    at.scalar(1);
    at.scalar(2);
  }
}
