package io.schedulec.graph.onnx;

import io.schedulec.graph.DataType;
import io.schedulec.graph.Shape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the file declares of a value.
 *
 * @param name its name
 * @param type element type
 * @param shape its shape; null where its rank is unknown or it is no tensor
 * @param sizeNames the name of the size of each axis, empty for those without; none if no axis has
 */
record RawValue(String name, DataType type, @Nullable Shape shape, List<String> sizeNames) {

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
        ? new RawValue(name, DataType.UNKNOWN, null, List.of())
        : new RawValue(name, tensor.type, tensor.shape, tensor.sizeNames);
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
    List<String> names = new ArrayList<>(0);
    while (message.next()) {
      switch (message.field()) {
        case 1 -> type = message.integer();
        case 2 -> shape = readShape(message.message(), names);
        default -> message.skip();
      }
    }
    return new RawValue("", ElementTypes.of(type), shape, names.isEmpty() ? List.of() : names);
  }

  private static @Nullable Shape readShape(Wire message, List<String> names) {
    Longs dims = new Longs();
    long elements = 1;
    boolean possible = true;
    while (message.next()) {
      if (message.field() != 1) {
        message.skip();
        continue;
      }
      long dim = readDim(message.message(), names, dims.size());
      dims.add(dim);
      if (dim > 0) {
        possible &= elements <= Long.MAX_VALUE / dim;
        elements *= dim;
      }
    }
    // Declarations are only hints: one that cannot be true is as good as none.
    return possible ? Shape.of(dims.toArray()) : null;
  }

  private static long readDim(Wire message, List<String> names, int axis) {
    long dim = Shape.UNKNOWN;
    while (message.next()) {
      if (message.field() == 1) {
        long size = message.integer();
        // Some exporters write 0 for a size that varies.
        dim = size > 0 ? size : Shape.UNKNOWN;
      } else if (message.field() == 2) {
        name(names, axis, message.text());
      } else {
        message.skip();
      }
    }
    return dim;
  }

  private static void name(List<String> names, int axis, String name) {
    while (!name.isEmpty() && names.size() <= axis) {
      names.add("");
    }
    if (!name.isEmpty()) {
      names.set(axis, name);
    }
  }
}
