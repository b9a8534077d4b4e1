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
  private final Sizes sizes;

  private Windows(NodeShapes at, long[] kernel) {
    this.kernel = kernel;
    this.sizes = at.sizes();
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
      return sizes.over(sizes.plus(size, stride - 1), stride);
    }
    long room = sizes.plus(size, spare(axis));
    if (Dimension.known(room) && room < 0) {
      return Dimension.UNKNOWN;
    }
    return sizes.plus(ceil ? upwards(axis, size, room, stride) : sizes.over(room, stride), 1);
  }

  /** How many steps there are when a window may reach out of the tensor, but not start there. */
  private long upwards(int axis, long size, long room, long stride) {
    long steps = sizes.over(sizes.plus(room, stride - 1), stride);
    long end = sizes.plus(size, autoPad.equals("VALID") ? 0 : pads[axis]);
    if (sizes.atLeast(sizes.times(steps, stride), end)) {
      return sizes.minus(steps, 1);
    }
    boolean within = Dimension.known(size) || stride == 1;
    return within ? steps : sizes.function("upwards", steps, stride, end);
  }

  /** What padding adds and the reach of the kernel takes away. */
  private long spare(int axis) {
    long pad = autoPad.equals("VALID") ? 0 : sizes.plus(pads[axis], pads[axis + kernel.length]);
    return sizes.minus(pad, reach(axis));
  }

  private long reach(int axis) {
    return sizes.plus(sizes.times(dilations[axis], sizes.minus(kernel[axis], 1)), 1);
  }

  /**
   * The size of a spatial axis of which sliding the window would give {@code size}. Padding for the
   * same size takes away what is too much, and adds nothing where a stride leaves gaps.
   */
  long unslide(int axis, long size, long outputPadding) {
    if (autoPad.startsWith("SAME")) {
      long room = sizes.plus(reach(axis), outputPadding);
      boolean gap = Dimension.known(room) && room < strides[axis];
      return sizes.minus(sizes.times(size, strides[axis]), gap ? strides[axis] - room : 0);
    }
    long steps = sizes.times(strides[axis], sizes.minus(size, 1));
    return sizes.minus(sizes.plus(steps, outputPadding), spare(axis));
  }
}
