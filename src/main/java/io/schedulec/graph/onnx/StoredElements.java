package io.schedulec.graph.onnx;

import io.schedulec.graph.DataType;
import io.schedulec.graph.Elements;
import io.schedulec.graph.Shape;
import io.schedulec.graph.TensorData;
import java.nio.ByteBuffer;

/** The elements of a tensor of a model file, read when they are asked for. */
abstract sealed class StoredElements implements TensorData
    permits FileTensorData, ExternalTensorData {
  final ModelBytes file;
  final int start;
  final int end;
  final String name;
  final DataType type;
  final Shape shape;

  /** The elements of the tensor whose message is at {@code [start, end)} of the model file. */
  StoredElements(ModelBytes file, int start, int end, String name, DataType type, Shape shape) {
    this.file = file;
    this.start = start;
    this.end = end;
    this.name = name;
    this.type = type;
    this.shape = shape;
  }

  @Override
  public final DataType type() {
    return type;
  }

  @Override
  public final long[] longs() {
    if (!type.integer() && type != DataType.BOOL) {
      throw new IllegalStateException(name + " holds no whole numbers");
    }
    return readLongs();
  }

  @Override
  public final double[] doubles() {
    if (!type.floating()) {
      throw new IllegalStateException(name + " holds no real numbers");
    }
    if (!Elements.decodes(type)) {
      throw file.senseless("the elements of " + name + " are of a type that is not read");
    }
    return readDoubles();
  }

  /** The elements as bytes, row-major, least significant byte first. */
  abstract ByteBuffer bytes();

  /** The elements of a tensor that holds whole numbers. */
  abstract long[] readLongs();

  /** The elements of a tensor that holds real numbers. */
  abstract double[] readDoubles();
}
