package io.schedulec.graph.shape;

import java.util.List;

/** Permuting axes. */
final class TransposeShape implements ShapeRule {
  @Override
  public List<String> opTypes() {
    return List.of("Transpose");
  }

  @Override
  public void infer(NodeShapes at) {
    long[] in = at.shape(0);
    if (in == null) {
      return;
    }
    long[] permutation = at.attributes().integers("perm").orElse(null);
    long[] out = new long[in.length];
    int[] source = new int[in.length];
    for (int i = 0; i < in.length; i++) {
      source[i] = in.length - 1 - i;
      if (permutation != null) {
        if (permutation.length != in.length || permutation[i] < 0 || permutation[i] >= in.length) {
          return;
        }
        source[i] = (int) permutation[i];
      }
      out[i] = in[source[i]];
    }
    at.shape(0, out);
    contents(at, in, out, source);
  }

  private static void contents(NodeShapes at, long[] in, long[] out, int[] source) {
    Integers elements = at.contents(0);
    if (elements == null || !at.fits(out)) {
      return;
    }
    long[] own = Gathering.strides(in);
    long[] strides = new long[own.length];
    for (int i = 0; i < own.length; i++) {
      strides[i] = own[source[i]];
    }
    at.contents(Gathering.read(elements, out, 0, strides));
  }
}
