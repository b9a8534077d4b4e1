package io.schedulec.graph.onnx;

import io.schedulec.graph.TensorCut;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * What becomes of a stored tensor.
 *
 * @param cut which of its indices go
 * @param contents all its elements anew, before they are cut, row-major and little-endian, of the
 *     stored type; empty where they stay what they are
 */
public record TensorChange(TensorCut cut, Optional<ByteBuffer> contents) {
  /** Whether the tensor stays what it is. */
  boolean nothing() {
    return cut.nothing() && contents.isEmpty();
  }
}
