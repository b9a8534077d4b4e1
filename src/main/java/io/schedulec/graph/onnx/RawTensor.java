package io.schedulec.graph.onnx;

import io.schedulec.graph.DataType;
import io.schedulec.graph.Shape;
import io.schedulec.graph.TensorData;
import org.jspecify.annotations.Nullable;

/**
 * A tensor whose elements the file holds.
 *
 * @param name its name; empty for the value of an attribute
 * @param type element type
 * @param shape its shape, every size known
 * @param data its elements; null where the file does not hold them as a plain tensor
 * @param where the function or branch that it is written in, as in {@code function Block}; null for
 *     a tensor of the model's own graph
 */
record RawTensor(
    String name, DataType type, Shape shape, @Nullable TensorData data, @Nullable String where) {

  /** A tensor of the model's own graph. */
  RawTensor(String name, DataType type, Shape shape, @Nullable TensorData data) {
    this(name, type, shape, data, null);
  }

  /** Reads a tensor, apart from its elements. */
  static RawTensor read(Wire message) {
    int start = message.position();
    String name = "";
    long type = 0;
    Longs dims = new Longs();
    boolean external = false;
    while (message.next()) {
      switch (message.field()) {
        case 1 -> message.integers(dims);
        case 2 -> type = message.integer();
        case 8 -> name = message.text();
        case 14 -> external = message.integer() == 1;
        default -> message.skip();
      }
    }
    ModelBytes file = message.file();
    Shape shape = shape(file, name, dims.toArray());
    DataType elements = ElementTypes.of(type);
    TensorData data =
        external
            ? new ExternalTensorData(file, start, message.end(), name, elements, shape)
            : new FileTensorData(file, start, message.end(), name, elements, shape);
    return new RawTensor(name, elements, shape, data);
  }

  /** Reads a sparse tensor, apart from its elements. */
  static RawTensor readSparse(Wire message) {
    String name = "";
    DataType type = DataType.UNKNOWN;
    Longs dims = new Longs();
    while (message.next()) {
      switch (message.field()) {
        case 1 -> {
          RawTensor values = read(message.message());
          name = values.name();
          type = values.type();
        }
        case 3 -> message.integers(dims);
        default -> message.skip();
      }
    }
    return new RawTensor(name, type, shape(message.file(), name, dims.toArray()), null);
  }

  /** The same tensor under another name. */
  RawTensor named(String other) {
    return new RawTensor(other, type, shape, data, where);
  }

  /** The same tensor, of which it is said where it is written. */
  RawTensor within(@Nullable String place) {
    return place == null ? this : new RawTensor(name, type, shape, data, place);
  }

  private static Shape shape(ModelBytes file, String name, long[] dims) {
    long elements = 1;
    for (long dim : dims) {
      if (dim < 0 || (dim > 0 && elements > Long.MAX_VALUE / dim)) {
        throw file.senseless("tensor " + quoted(name) + " has impossible sizes");
      }
      elements *= dim;
    }
    return Shape.of(dims);
  }

  private static String quoted(String name) {
    return name.isEmpty() ? "of an attribute" : name;
  }
}
