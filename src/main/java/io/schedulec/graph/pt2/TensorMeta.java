package io.schedulec.graph.pt2;

import io.schedulec.graph.DataType;
import io.schedulec.graph.Shape;
import java.util.List;

/**
 * What is declared of a tensor.
 *
 * @param type element type
 * @param shape its shape, with unknown sizes where they are symbols
 * @param strides how far apart neighbours along each axis lie in the storage, in elements
 * @param offset where the first element lies in the storage, in elements
 */
record TensorMeta(DataType type, Shape shape, List<Long> strides, long offset) {

  private static final int MOST_AXES = 64;

  private static final double MOST_ELEMENTS = 0x1p50;

  /** Reads a declaration. */
  static TensorMeta read(Json json) {
    List<Json> sizes = json.member("sizes").items();
    long[] shape = new long[sizes.size()];
    for (int i = 0; i < shape.length; i++) {
      shape[i] = size(sizes.get(i));
    }
    demandCountable(json, shape);
    List<Json> steps = json.member("strides").items();
    if (steps.size() != shape.length) {
      throw json.wrong("has " + steps.size() + " strides for " + shape.length + " axes");
    }
    return new TensorMeta(
        ScalarTypes.of(json.member("dtype").integer()),
        Shape.of(shape),
        steps.stream().map(TensorMeta::size).toList(),
        size(json.member("storage_offset")));
  }

  private static void demandCountable(Json json, long[] sizes) {
    if (sizes.length > MOST_AXES) {
      throw json.wrong("has " + sizes.length + " axes, more than PyTorch allows");
    }
    double elements = 1;
    for (long size : sizes) {
      elements *= Math.max(1, size);
    }
    if (elements > MOST_ELEMENTS) {
      throw json.wrong("has more elements than any memory holds");
    }
  }

  /** A size that is a number, or unknown where it is an expression. */
  private static long size(Json json) {
    if (!json.kind().equals("as_int")) {
      return Shape.UNKNOWN;
    }
    long size = json.member("as_int").integer();
    if (size < 0 || size > MOST_ELEMENTS) {
      throw json.wrong("is no size: " + size);
    }
    return size;
  }

  /** Whether the elements lie row by row, without gaps. */
  boolean contiguous() {
    long step = 1;
    for (int axis = shape.rank() - 1; axis >= 0; axis--) {
      if (shape.dim(axis) != 1 && strides.get(axis) != step) {
        return false;
      }
      step *= shape.dim(axis);
    }
    return true;
  }

  /** This matrix with its two axes exchanged. */
  TensorMeta transposed() {
    return new TensorMeta(
        type,
        Shape.of(shape.dim(1), shape.dim(0)),
        List.of(strides.get(1), strides.get(0)),
        offset);
  }
}
