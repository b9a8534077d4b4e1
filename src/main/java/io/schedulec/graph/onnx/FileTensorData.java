package io.schedulec.graph.onnx;

import io.schedulec.graph.DataType;
import io.schedulec.graph.Elements;
import io.schedulec.graph.Shape;
import io.schedulec.graph.UnreadableModelException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Elements that stand in the model file, found again when they are asked for. */
final class FileTensorData extends StoredElements {
  /** The elements of the tensor whose message is at {@code [start, end)}. */
  FileTensorData(ModelBytes file, int start, int end, String name, DataType type, Shape shape) {
    super(file, start, end, name, type, shape);
  }

  @Override
  long[] readLongs() {
    Longs typed = new Longs();
    Wire message = Wire.of(file, start, end);
    while (message.next()) {
      switch (message.field()) {
        case 5, 7, 11 -> message.integers(typed);
        case 9 -> {
          return Elements.longs(raw(message.message()), type);
        }
        default -> message.skip();
      }
    }
    counted(typed.size());
    return typed.toArray();
  }

  @Override
  double[] readDoubles() {
    Longs bits = new Longs();
    DataType stored = DataType.FLOAT32;
    Wire message = Wire.of(file, start, end);
    while (message.next()) {
      switch (message.field()) {
        case 4 -> message.fixed32(bits);
        case 5 -> {
          message.integers(bits);
          stored = type;
        }
        case 9 -> {
          return Elements.doubles(raw(message.message()), type);
        }
        case 10 -> {
          message.fixed64(bits);
          stored = DataType.FLOAT64;
        }
        default -> message.skip();
      }
    }
    counted(bits.size());
    double[] values = new double[bits.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = Elements.real(bits.get(i), stored);
    }
    return values;
  }

  @Override
  ByteBuffer bytes() {
    Longs bits = new Longs();
    Wire message = Wire.of(file, start, end);
    while (message.next()) {
      switch (message.field()) {
        case 4 -> message.fixed32(bits);
        case 5, 7, 11 -> message.integers(bits);
        case 9 -> {
          return raw(message.message());
        }
        case 10 -> message.fixed64(bits);
        default -> message.skip();
      }
    }
    counted(bits.size());
    return packed(bits);
  }

  /** Elements of the typed fields, as they would stand in the raw field. */
  private ByteBuffer packed(Longs bits) {
    int width = type.bytes();
    ByteBuffer packed =
        ByteBuffer.allocate(Math.multiplyExact(bits.size(), width)).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < bits.size(); i++) {
      for (int k = 0; k < width; k++) {
        packed.put((byte) (bits.get(i) >>> (Byte.SIZE * k)));
      }
    }
    return packed.flip().order(ByteOrder.LITTLE_ENDIAN);
  }

  private ByteBuffer raw(Wire bytes) {
    int length = bytes.end() - bytes.position();
    if (type.bytes() == 0 || length % type.bytes() != 0) {
      throw wrong(length + " bytes");
    }
    counted(length / type.bytes());
    return file.slice(bytes.position(), bytes.end());
  }

  private void counted(int elements) {
    if (elements != shape.elements()) {
      throw wrong(elements + " elements");
    }
  }

  private UnreadableModelException wrong(String found) {
    return file.senseless("tensor " + name + " has the shape " + shape + ", but holds " + found);
  }
}
