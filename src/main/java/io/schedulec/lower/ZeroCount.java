package io.schedulec.lower;

import io.schedulec.graph.Shape;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * How many elements of one tensor its masks have made zero, as far as that can be said without the
 * weights. Elements that share a magnitude, or were zero before, are not known of.
 */
final class ZeroCount {
  private final Map<Integer, Integer> onAxes = new TreeMap<>();
  private long single;
  private boolean unknown;

  /** Masks indices of an axis. */
  void axis(int axis, OptionalInt removed) {
    int before = onAxes.getOrDefault(axis, 0);
    if (removed.isEmpty() || single > 0 || removed.getAsInt() < before) {
      unknown = true;
    } else if (removed.getAsInt() > 0) {
      onAxes.put(axis, removed.getAsInt());
    }
  }

  /** Masks the lowest elements, which those that are zero already belong to. */
  void elements(OptionalInt removed, Shape shape) {
    OptionalLong now = in(shape);
    if (removed.isEmpty() || now.isEmpty() || removed.getAsInt() < single) {
      unknown = true;
    } else if (removed.getAsInt() > now.getAsLong()) {
      single = removed.getAsInt();
    }
  }

  /** Masks a number of elements that only the weights tell. */
  void some() {
    unknown = true;
  }

  /**
   * Takes indices off an axis.
   *
   * @param lost how many; empty where the weights decide
   * @param masked whether they are among those that the mask of this axis zeroes
   */
  void cut(int axis, OptionalInt lost, boolean masked) {
    int zeroed = onAxes.getOrDefault(axis, 0);
    int gone = lost.orElse(Integer.MAX_VALUE);
    if (gone == 0) {
      return;
    }
    if (single > 0 || (zeroed > 0 && (!masked || gone > zeroed))) {
      unknown = true;
    } else if (zeroed > 0) {
      onAxes.put(axis, zeroed - gone);
    }
  }

  /** How many elements are zero in the tensor's present shape. */
  OptionalLong in(Shape shape) {
    boolean masked = onAxes.values().stream().anyMatch(removed -> removed > 0);
    if (unknown || (masked && !shape.fullyKnown())) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(masked ? Math.max(single, crossed(shape)) : single);
  }

  /** The elements on masked indices of any axis. */
  private long crossed(Shape shape) {
    long left = shape.elements();
    for (Map.Entry<Integer, Integer> mask : onAxes.entrySet()) {
      long size = shape.dim(mask.getKey());
      left = left / size * (size - mask.getValue());
    }
    return shape.elements() - left;
  }
}
