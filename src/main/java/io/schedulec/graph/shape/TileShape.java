package io.schedulec.graph.shape;

import java.util.List;

/** Repeating along each axis. */
final class TileShape implements ShapeRule {
  @Override
  public List<String> opTypes() {
    return List.of("Tile");
  }

  @Override
  public void infer(NodeShapes at) {
    long[] in = at.shape(0);
    if (in == null) {
      return;
    }
    Integers repeats = at.contents(1);
    long[] out = in.clone();
    for (int i = 0; i < out.length; i++) {
      out[i] =
          repeats != null && repeats.count() == out.length
              ? at.sizes().times(in[i], at.sizes().certain(repeats.get(i)))
              : Dimension.UNKNOWN;
    }
    at.shape(0, out);
    Integers elements = at.contents(0);
    if (elements != null && at.fits(out)) {
      at.contents(repeated(elements, out));
    }
  }

  private static Integers repeated(Integers source, long[] out) {
    long[] own = source.shape();
    long[] strides = Gathering.strides(own);
    long[] elements = new long[(int) Dimension.count(out)];
    for (int i = 0; i < elements.length; i++) {
      long rest = i;
      long from = 0;
      for (int axis = out.length - 1; axis >= 0; axis--) {
        from += rest % out[axis] % own[axis] * strides[axis];
        rest /= out[axis];
      }
      elements[i] = source.get((int) from);
    }
    return Integers.of(out, elements, source.floating());
  }
}
