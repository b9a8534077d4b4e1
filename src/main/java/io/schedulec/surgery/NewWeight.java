package io.schedulec.surgery;

import io.schedulec.graph.Parameter;
import io.schedulec.graph.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * New values of a parameter.
 *
 * @param parameter the parameter as it is stored where the values are for
 * @param contents its elements
 */
record NewWeight(Parameter parameter, ByteBuffer contents) {

  /** The values as the same parameter is stored elsewhere: alike, or with its axes exchanged. */
  ByteBuffer as(Parameter other) {
    Shape shape = parameter.shape();
    if (other.type() == parameter.type() && other.shape().equals(shape)) {
      return contents;
    }
    boolean exchanged =
        other.type() == parameter.type()
            && shape.rank() == 2
            && other.shape().equals(Shape.of(shape.dim(1), shape.dim(0)));
    if (!exchanged) {
      throw new CannotCutException(
          "parameter " + parameter.name() + " is stored twice, in shapes that do not agree");
    }
    return transposed((int) shape.dim(0), (int) shape.dim(1), parameter.type().bytes());
  }

  private ByteBuffer transposed(int rows, int columns, int width) {
    ByteBuffer out = ByteBuffer.allocate(contents.remaining()).order(ByteOrder.LITTLE_ENDIAN);
    for (int column = 0; column < columns; column++) {
      for (int row = 0; row < rows; row++) {
        out.put(contents.slice((row * columns + column) * width, width));
      }
    }
    return out.flip();
  }
}
