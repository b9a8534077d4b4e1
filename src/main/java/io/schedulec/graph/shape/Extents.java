package io.schedulec.graph.shape;

import io.schedulec.graph.Shape;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The sizes of all axes of a tensor, with symbols and without. Immutable but for what it computes
 * when first asked.
 */
final class Extents {
  private final long[] sizes;
  private final int hash;
  private @Nullable Shape shape;

  Extents(long[] sizes) {
    this.sizes = sizes;
    this.hash = Arrays.hashCode(sizes);
  }

  private static Shape plain(long[] sizes) {
    long[] plain = new long[sizes.length];
    for (int i = 0; i < plain.length; i++) {
      plain[i] = Dimension.known(sizes[i]) ? sizes[i] : Shape.UNKNOWN;
    }
    return Shape.of(plain);
  }

  /** The sizes; not to be changed. */
  long[] sizes() {
    return sizes;
  }

  Shape shape() {
    Shape known = shape;
    if (known == null) {
      known = plain(sizes);
      shape = known;
    }
    return known;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Extents that && Arrays.equals(sizes, that.sizes);
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
