package io.schedulec.graph.onnx;

import io.schedulec.graph.DataType;
import io.schedulec.graph.Shape;
import org.jspecify.annotations.Nullable;

/**
 * What the file declares of a value.
 *
 * @param name its name
 * @param type element type
 * @param shape its shape; null where its rank is unknown or it is no tensor
 */
record RawValue(String name, DataType type, @Nullable Shape shape) {

  /** Reads a declaration. */
  static RawValue read(Wire message) {
    String name = "";
    RawValue tensor = null;
    while (message.next()) {
      switch (message.field()) {
        case 1 -> name = message.text();
        case 2 -> tensor = readType(message.message());
        default -> message.skip();
      }
    }
    return tensor == null
        ? new RawValue(name, DataType.UNKNOWN, null)
        : new RawValue(name, tensor.type, tensor.shape);
  }

  private static @Nullable RawValue readType(Wire message) {
    RawValue tensor = null;
    while (message.next()) {
      switch (message.field()) {
        case 1, 8 -> tensor = readTensor(message.message());
        default -> message.skip();
      }
    }
    return tensor;
  }

  private static RawValue readTensor(Wire message) {
    long type = 0;
    Shape shape = null;
    while (message.next()) {
      switch (message.field()) {
        case 1 -> type = message.integer();
        case 2 -> shape = readShape(message.message());
        default -> message.skip();
      }
    }
    return new RawValue("", ElementTypes.of(type), shape);
  }

  private static @Nullable Shape readShape(Wire message) {
    Longs dims = new Longs();
    long elements = 1;
    boolean possible = true;
    while (message.next()) {
      if (message.field() != 1) {
        message.skip();
        continue;
      }
      long dim = readDim(message.message());
      dims.add(dim);
      if (dim > 0) {
        possible &= elements <= Long.MAX_VALUE / dim;
        elements *= dim;
      }
    }
    // Declarations are only hints: one that cannot be true is as good as none.
    return possible ? Shape.of(dims.toArray()) : null;
  }

  private static long readDim(Wire message) {
    long dim = Shape.UNKNOWN;
    while (message.next()) {
      if (message.field() == 1) {
        long size = message.integer();
        // Some exporters write 0 for a size that varies.
        dim = size > 0 ? size : Shape.UNKNOWN;
      } else {
        message.skip();
      }
    }
    return dim;
  }
}
