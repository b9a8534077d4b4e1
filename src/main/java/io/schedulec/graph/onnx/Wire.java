package io.schedulec.graph.onnx;

/**
 * A cursor over the fields of one protobuf message.
 *
 * <p>{@link #next} moves to a field; then exactly one of the reading methods or {@link #skip} takes
 * its value. Nothing outside the message is ever read.
 */
final class Wire {
  private static final int VARINT = 0;
  private static final int FIXED64 = 1;
  private static final int LENGTH = 2;
  private static final int FIXED32 = 5;

  private final ModelBytes file;
  private final int end;
  private int position;
  private int field;
  private int type;

  private Wire(ModelBytes file, int start, int end) {
    this.file = file;
    this.position = start;
    this.end = end;
  }

  /** A cursor over the message that a whole file is. */
  static Wire of(ModelBytes file) {
    return new Wire(file, 0, file.size());
  }

  /** A cursor over a message in a part of a file. */
  static Wire of(ModelBytes file, int start, int end) {
    return new Wire(file, start, end);
  }

  /** The file it reads. */
  ModelBytes file() {
    return file;
  }

  /** Where the cursor is. */
  int position() {
    return position;
  }

  /** Where the message ends. */
  int end() {
    return end;
  }

  /** Moves to the next field; false at the end of the message. */
  boolean next() {
    if (position >= end) {
      return false;
    }
    int start = position;
    long tag = varint();
    long number = tag >>> 3;
    if (number == 0 || number > 0x1fff_ffff) {
      throw file.damaged(start, "there is no field " + number);
    }
    field = (int) number;
    type = (int) (tag & 7);
    return true;
  }

  /** The number of the field. */
  int field() {
    return field;
  }

  /** Whether the field has a length: a message, a text or packed numbers. */
  boolean delimited() {
    return type == LENGTH;
  }

  /** The value of a whole-number field. */
  long integer() {
    expect(VARINT);
    return varint();
  }

  /** The value of a single-precision field. */
  float single() {
    expect(FIXED32);
    return Float.intBitsToFloat(file.int32(advance(4)));
  }

  /** The value of a text field. */
  String text() {
    int length = length();
    int start = advance(length);
    return file.text(start, start + length);
  }

  /** The value of a message, text or packed field, as a message. */
  Wire message() {
    int length = length();
    int start = advance(length);
    return new Wire(file, start, start + length);
  }

  /** Appends the values of a repeated whole-number field, packed or not. */
  void integers(Longs into) {
    if (type == VARINT) {
      into.add(varint());
      return;
    }
    Wire packed = message();
    while (packed.position < packed.end) {
      into.add(packed.varint());
    }
  }

  /** Appends the bits of the values of a repeated 32-bit field, packed or not. */
  void fixed32(Longs into) {
    if (type == FIXED32) {
      into.add(file.int32(advance(4)));
      return;
    }
    Wire packed = message();
    while (packed.position < packed.end) {
      into.add(file.int32(packed.advance(4)));
    }
  }

  /** Appends the bits of the values of a repeated 64-bit field, packed or not. */
  void fixed64(Longs into) {
    if (type == FIXED64) {
      into.add(file.int64(advance(8)));
      return;
    }
    Wire packed = message();
    while (packed.position < packed.end) {
      into.add(file.int64(packed.advance(8)));
    }
  }

  /** Leaves a field out, without looking at its value. */
  void skip() {
    switch (type) {
      case VARINT -> varint();
      case FIXED64 -> advance(8);
      case LENGTH -> advance(length());
      case FIXED32 -> advance(4);
      default -> throw file.damaged(position, "field " + field + " is of no known kind");
    }
  }

  private void expect(int expected) {
    if (type != expected) {
      throw file.damaged(position, "field " + field + " is of the wrong kind");
    }
  }

  private int length() {
    expect(LENGTH);
    int start = position;
    long length = varint();
    if (length < 0 || length > end - position) {
      throw file.truncated(start, length);
    }
    return (int) length;
  }

  /** Moves on and returns where the cursor was. */
  private int advance(int length) {
    if (length > end - position) {
      throw file.truncated(position, length);
    }
    int start = position;
    position += length;
    return start;
  }

  private long varint() {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      if (position >= end) {
        throw file.truncated(position, 1);
      }
      byte next = file.at(position++);
      value |= (next & 0x7fL) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw file.damaged(position, "a number is longer than 64 bits");
  }
}
