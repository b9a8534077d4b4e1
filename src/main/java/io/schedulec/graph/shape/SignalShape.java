package io.schedulec.graph.shape;

import java.util.List;

/** Fourier transforms, and the windows and filters that go with them. */
final class SignalShape implements ShapeRule {
  @Override
  public List<String> opTypes() {
    return List.of(
        "DFT", "STFT", "HannWindow", "HammingWindow", "BlackmanWindow", "MelWeightMatrix");
  }

  @Override
  public void infer(NodeShapes at) {
    switch (at.opType()) {
      case "DFT" -> transform(at);
      case "STFT" -> frames(at);
      case "MelWeightMatrix" -> at.shape(0, half(at.sizes(), element(at, 1)), element(at, 0));
      default -> at.shape(0, element(at, 0));
    }
  }

  private static long element(NodeShapes at, int place) {
    Integers given = at.contents(place);
    return given == null || given.count() != 1 ? Dimension.UNKNOWN : given.get(0);
  }

  /** The frequencies of a real signal that are not mirror images of others. */
  private static long half(Sizes sizes, long length) {
    return sizes.plus(sizes.over(length, 2), 1);
  }

  /** [batch, signal..., 1 or 2]; the axis is an attribute before operator set 20. */
  private static void transform(NodeShapes at) {
    long[] in = at.shape(0);
    if (in == null || in.length < 2) {
      return;
    }
    long[] out = in.clone();
    boolean oneSided = at.attributes().integer("onesided", 0) != 0;
    boolean inverse = at.attributes().integer("inverse", 0) != 0;
    out[out.length - 1] = oneSided && inverse ? 1 : 2;
    boolean attribute = at.opset() < 20;
    long axis = attribute ? at.attributes().integer("axis", 1) : at.has(2) ? element(at, 2) : -2;
    int place = Dimension.known(axis) ? NodeShapes.normal(axis, in.length) : -1;
    for (int i = 0; i < out.length - 1; i++) {
      if (i == place || place < 0) {
        out[i] = length(at, in[i], place < 0, oneSided, inverse);
      }
    }
    at.shape(0, out);
  }

  private static long length(
      NodeShapes at, long size, boolean uncertain, boolean oneSided, boolean inverse) {
    long length = at.has(1) ? element(at, 1) : size;
    if (uncertain || (oneSided && inverse && !at.has(1))) {
      return Dimension.UNKNOWN;
    }
    return oneSided && !inverse ? half(at.sizes(), length) : length;
  }

  /** [batch, signal, 1 or 2] to [batch, frames, frequencies, 2]. */
  private static void frames(NodeShapes at) {
    long[] in = at.shape(0);
    long[] window = at.shape(2);
    long length = at.has(3) ? element(at, 3) : window == null ? Dimension.UNKNOWN : window[0];
    boolean oneSided = at.attributes().integer("onesided", 1) != 0;
    long batch = in == null ? Dimension.UNKNOWN : in[0];
    long signal = in == null ? Dimension.UNKNOWN : in[1];
    Sizes sizes = at.sizes();
    long frames = sizes.plus(sizes.over(sizes.minus(signal, length), element(at, 1)), 1);
    at.shape(0, batch, frames, oneSided ? half(sizes, length) : length, 2);
  }
}
