package io.schedulec.graph.onnx;

import java.util.ArrayList;
import java.util.List;

/**
 * A field of a message and where it stands in the file.
 *
 * @param number its number
 * @param start where its tag begins
 * @param body where the content of a message, text or packed field begins; its value otherwise
 * @param end where it ends
 */
record Field(int number, int start, int body, int end) {

  /** The fields of the message at {@code [start, end)}, in order. */
  static List<Field> of(ModelBytes file, int start, int end) {
    List<Field> fields = new ArrayList<>();
    Wire message = Wire.of(file, start, end);
    int at = start;
    while (message.next()) {
      int number = message.field();
      int body = message.position();
      if (message.delimited()) {
        body = message.message().position();
      } else {
        message.skip();
      }
      fields.add(new Field(number, at, body, message.position()));
      at = message.position();
    }
    return fields;
  }

  /** A cursor over the message that it holds. */
  Wire message(ModelBytes file) {
    return Wire.of(file, body, end);
  }
}
