package io.schedulec.graph.onnx;

import io.schedulec.graph.DataType;
import io.schedulec.graph.TensorCut;
import io.schedulec.graph.TensorData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Elements of a tensor to be written: those of the file or new ones, all or what a cut leaves. */
final class NewElements {
  private final DataType type;
  private final TensorCut cut;
  private final Optional<ByteBuffer> contents;
  private final TensorData stored;

  /** The elements of a tensor after a change. */
  NewElements(DataType type, TensorChange change, TensorData stored) {
    this.type = type;
    this.cut = change.cut();
    this.contents = change.contents();
    this.stored = stored;
  }

  /** The number of bytes. */
  long length() {
    return cut.after().elements() * type.bytes();
  }

  /** Writes them. */
  void writeTo(Output out) throws IOException {
    try {
      ByteBuffer all = contents.isPresent() ? contents.get().slice() : TensorBytes.of(stored);
      cut.keep(all, type.bytes(), out::accept);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
