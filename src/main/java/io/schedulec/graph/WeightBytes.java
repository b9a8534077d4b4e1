package io.schedulec.graph;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The elements of one stored tensor.
 *
 * @param type element type
 * @param shape shape of the stored tensor, every size known
 * @param data the elements from position 0 to the limit, row-major, least significant byte first;
 *     read-only, and direct where they are mapped from a file
 */
public record WeightBytes(DataType type, Shape shape, ByteBuffer data) {
  /** Takes a read-only view, so that no reader moves another's position. */
  public WeightBytes {
    data = data.slice().asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
  }

  /** The elements; every call has a position of its own. */
  @Override
  public ByteBuffer data() {
    return data.duplicate().order(ByteOrder.LITTLE_ENDIAN);
  }
}
