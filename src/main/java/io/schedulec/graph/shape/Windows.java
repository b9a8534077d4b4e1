package io.schedulec.graph.shape;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The attributes that convolutions and poolings share, one entry per spatial axis. */
final class Windows {
  private final long[] kernel;
  private final long[] strides;
  private final long[] dilations;
  private final long[] pads;
  private final String autoPad;
  private final boolean ceil;

  private Windows(NodeShapes at, long[] kernel) {
    this.kernel = kernel;
    this.strides = list(at, "strides", kernel.length, 1);
    this.dilations = list(at, "dilations", kernel.length, 1);
    this.pads = list(at, "pads", 2 * kernel.length, 0);
    this.autoPad = at.attributes().text("auto_pad", "NOTSET");
    this.ceil = at.attributes().integer("ceil_mode", 0) != 0;
  }

  /** Reads them; null where the kernel is not known. */
  static @Nullable Windows of(NodeShapes at, int spatial, long @Nullable [] kernelOfWeight) {
    long[] kernel = at.attributes().integers("kernel_shape").orElse(null);
    if (kernel == null || kernel.length != spatial) {
      kernel = kernelOfWeight;
    }
    if (kernel == null || kernel.length != spatial) {
      return null;
    }
    return new Windows(at, kernel);
  }

  private static long[] list(NodeShapes at, String name, int length, long otherwise) {
    long[] own = at.attributes().integers(name).orElse(null);
    if (own != null && own.length == length) {
      return own;
    }
    long[] list = new long[length];
    Arrays.fill(list, otherwise);
    return list;
  }

  /** The size of a spatial axis after the window has slid over it. */
  long slide(int axis, long size) {
    long stride = Math.max(1, strides[axis]);
    if (autoPad.startsWith("SAME")) {
      return Dimension.known(size) ? ceilDiv(size, stride) : stride == 1 ? size : Dimension.UNKNOWN;
    }
    long pad = autoPad.equals("VALID") ? 0 : pads[axis] + pads[axis + kernel.length];
    if (!Dimension.known(kernel[axis])) {
      return Dimension.UNKNOWN;
    }
    long reach = dilations[axis] * (kernel[axis] - 1) + 1;
    if (!Dimension.known(size)) {
      return stride == 1 && pad == reach - 1 ? size : Dimension.UNKNOWN;
    }
    long room = size + pad - reach;
    long steps = ceil ? ceilDiv(room, stride) : Math.floorDiv(room, stride);
    boolean beyond = ceil && steps * stride >= size + pads[axis];
    return Math.max(0, steps + (beyond ? 0 : 1));
  }

  /** The size of a spatial axis of which sliding the window would give {@code size}. */
  long unslide(int axis, long size, long outputPadding) {
    if (!Dimension.known(size) || !Dimension.known(kernel[axis])) {
      return Dimension.UNKNOWN;
    }
    if (autoPad.startsWith("SAME")) {
      return size * strides[axis];
    }
    long pad = autoPad.equals("VALID") ? 0 : pads[axis] + pads[axis + kernel.length];
    return strides[axis] * (size - 1)
        + outputPadding
        + (kernel[axis] - 1) * dilations[axis]
        + 1
        - pad;
  }

  private static long ceilDiv(long a, long b) {
    return -Math.floorDiv(-a, b);
  }
}
