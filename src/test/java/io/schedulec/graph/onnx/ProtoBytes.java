package io.schedulec.graph.onnx;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes fields of protobuf messages. */
final class ProtoBytes {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  ProtoBytes integer(int field, long value) {
    varint((long) field << 3);
    varint(value);
    return this;
  }

  ProtoBytes single(int field, float value) {
    varint(((long) field << 3) | 5);
    return little(Float.floatToIntBits(value), 4);
  }

  ProtoBytes text(int field, String value) {
    return bytes(field, value.getBytes(StandardCharsets.UTF_8));
  }

  ProtoBytes message(int field, ProtoBytes value) {
    return bytes(field, value.toBytes());
  }

  ProtoBytes bytes(int field, byte[] value) {
    varint(((long) field << 3) | 2);
    varint(value.length);
    out.writeBytes(value);
    return this;
  }

  /** Fields that are already written. */
  ProtoBytes raw(byte[] fields) {
    out.writeBytes(fields);
    return this;
  }

  byte[] toBytes() {
    return out.toByteArray();
  }

  /** Bytes of a number, least significant first. */
  ProtoBytes little(long value, int width) {
    for (int i = 0; i < width; i++) {
      out.write((int) (value >>> (8 * i)));
    }
    return this;
  }

  private void varint(long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      out.write((int) ((rest & 0x7f) | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }
}
