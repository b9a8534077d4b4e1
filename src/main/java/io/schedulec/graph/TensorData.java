package io.schedulec.graph;

/**
 * The elements of a constant, read from the model file only when asked for.
 *
 * <p>Meant for the small integer tensors that graphs compute shapes with; nothing in the analysis
 * asks for the elements of a weight.
 */
public interface TensorData {

  /** The element type; {@link DataType#UNKNOWN} where the source does not say. */
  default DataType type() {
    return DataType.UNKNOWN;
  }

  /** The elements of an integer or boolean tensor, in row-major order; booleans are 0 and 1. */
  long[] longs();

  /** The elements of a floating-point tensor, in row-major order. */
  double[] doubles();
}
