package io.schedulec.graph.onnx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Part of a file to be written: runs of bytes of the file it is made from, new bytes, and elements
 * of tensors, none of which is copied before it is written.
 */
final class Pieces {
  private static final int LENGTH_DELIMITED = 2;
  private static final int FIXED32 = 5;

  private final ModelBytes source;
  private final List<Piece> pieces = new ArrayList<>();
  private long length;

  /** Nothing yet. */
  Pieces(ModelBytes source) {
    this.source = source;
  }

  private sealed interface Piece permits Run, Literal, Content {
    void writeTo(ModelBytes source, Output out) throws IOException;
  }

  private record Run(int start, int end) implements Piece {
    @Override
    public void writeTo(ModelBytes source, Output out) throws IOException {
      out.copy(source, start, end);
    }
  }

  private record Literal(ByteBuffer bytes) implements Piece {
    @Override
    public void writeTo(ModelBytes source, Output out) throws IOException {
      out.write(bytes.duplicate());
    }
  }

  private record Content(NewElements elements) implements Piece {
    @Override
    public void writeTo(ModelBytes source, Output out) throws IOException {
      elements.writeTo(out);
    }
  }

  /** The file that runs are taken from. */
  ModelBytes source() {
    return source;
  }

  /** The number of bytes. */
  long length() {
    return length;
  }

  /** Appends a field as it stands in the file. */
  void copy(Field field) {
    copy(field.start(), field.end());
  }

  /** Appends a run of bytes of the file. */
  void copy(int start, int end) {
    length += end - start;
    int last = pieces.size() - 1;
    if (last >= 0 && pieces.get(last) instanceof Run run && run.end == start) {
      pieces.set(last, new Run(run.start, end));
    } else if (start < end) {
      pieces.add(new Run(start, end));
    }
  }

  /** Appends a field that is a whole number. */
  void integer(int number, long value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    varint(bytes, (long) number << 3);
    varint(bytes, value);
    add(bytes.toByteArray());
  }

  /** Appends a field that is a number of single precision. */
  void single(int number, float value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    varint(bytes, ((long) number << 3) | FIXED32);
    int bits = Float.floatToIntBits(value);
    for (int i = 0; i < Float.BYTES; i++) {
      bytes.write(bits >>> (Byte.SIZE * i));
    }
    add(bytes.toByteArray());
  }

  /** Appends a field that is a text. */
  void text(int number, String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    tag(number, bytes.length);
    add(bytes);
  }

  /** Appends a field whose message may have been rewritten. */
  void rewritten(Field field, Pieces content) {
    if (content.are(field.body(), field.end())) {
      copy(field);
    } else {
      message(field.number(), content);
    }
  }

  /** Whether this is a run of bytes of the file, as it stands there. */
  private boolean are(int start, int end) {
    return start == end ? length == 0 : pieces.equals(List.of(new Run(start, end)));
  }

  /** Appends a field that is a message. */
  void message(int number, Pieces content) {
    tag(number, content.length);
    pieces.addAll(content.pieces);
    length += content.length;
  }

  /** Appends a field that is the elements of a tensor. */
  void elements(int number, NewElements elements) {
    tag(number, elements.length());
    pieces.add(new Content(elements));
    length += elements.length();
  }

  /** Appends a field that is a run of bytes. */
  void bytes(int number, ByteBuffer bytes) {
    tag(number, bytes.remaining());
    pieces.add(new Literal(bytes.slice()));
    length += bytes.remaining();
  }

  private void tag(int number, long size) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    varint(bytes, ((long) number << 3) | LENGTH_DELIMITED);
    varint(bytes, size);
    add(bytes.toByteArray());
  }

  private void add(byte[] bytes) {
    pieces.add(new Literal(ByteBuffer.wrap(bytes)));
    length += bytes.length;
  }

  private static void varint(ByteArrayOutputStream out, long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      out.write((int) ((rest & 0x7f) | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }

  /** Writes it all. */
  void writeTo(Output out) throws IOException {
    for (Piece piece : pieces) {
      piece.writeTo(source, out);
    }
  }
}
