package io.schedulec.graph.onnx;

import io.schedulec.graph.UnreadableModelException;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a model file.
 *
 * <p>A file is mapped into memory: only what is looked at is read, which leaves the weights out. A
 * large file is mapped piece by piece, because the system brings in what lies around a byte that is
 * looked at, as far as the piece goes.
 */
final class ModelBytes {
  /** Files up to this size are one piece. */
  private static final int SMALL = 1 << 22;

  /** The size of a piece of a large file, as a power of two. */
  private static final int PIECE = 15;

  private final Path path;
  private final int size;
  private final int shift;
  private final @Nullable FileChannel channel;
  private final @Nullable ByteBuffer[] pieces;

  private ModelBytes(Path path, int size, ByteBuffer whole) {
    this.path = path;
    this.size = size;
    this.shift = Integer.SIZE - 1;
    this.channel = null;
    this.pieces = new @Nullable ByteBuffer[] {whole.order(ByteOrder.LITTLE_ENDIAN)};
  }

  private ModelBytes(Path path, int size, FileChannel channel) {
    this.path = path;
    this.size = size;
    this.shift = PIECE;
    this.channel = channel;
    this.pieces = new @Nullable ByteBuffer[((size - 1) >>> PIECE) + 1];
  }

  /**
   * The bytes of a file.
   *
   * @throws UnreadableModelException if there is no such file, it is no regular file, empty, or
   *     larger than 2 GB
   */
  static ModelBytes open(Path path) {
    File file = path.toFile();
    if (file.isDirectory()) {
      throw new UnreadableModelException(path + " is a directory, not an ONNX file");
    }
    if (!file.exists()) {
      throw new UnreadableModelException("there is no file " + path);
    }
    if (!file.isFile()) {
      // Opening a pipe waits until somebody writes to it, perhaps for ever.
      throw new UnreadableModelException(path + " is a pipe or a device, not an ONNX file");
    }
    if (!file.canRead()) {
      throw new UnreadableModelException(path + " cannot be read: permission denied");
    }
    try {
      return of(path, new FileInputStream(file), file.length());
    } catch (IOException e) {
      throw new UnreadableModelException(path + " cannot be read: " + e.getMessage());
    }
  }

  private static ModelBytes of(Path path, FileInputStream in, long size) throws IOException {
    if (size == 0) {
      in.close();
      throw new UnreadableModelException(path + " is empty: it ends at byte 0");
    }
    if (size > Integer.MAX_VALUE) {
      throw new UnreadableModelException(
          path
              + " has "
              + size
              + " bytes, but an ONNX file holds at most 2 GB;"
              + " larger models keep their weights in a second file (external data)");
    }
    FileChannel channel = in.getChannel();
    if (size > SMALL) {
      // Stays open for as long as the model is in use; the system closes it afterwards.
      return new ModelBytes(path, (int) size, channel);
    }
    try (in) {
      ByteBuffer whole = channel.map(FileChannel.MapMode.READ_ONLY, 0, size);
      return new ModelBytes(path, (int) size, whole);
    }
  }

  /** Bytes that are in memory already, as if they were a file. */
  static ModelBytes of(Path path, byte[] bytes) {
    return new ModelBytes(path, bytes.length, ByteBuffer.wrap(bytes));
  }

  /** Where the file lies, as it was asked for. */
  Path path() {
    return path;
  }

  /** The number of bytes. */
  int size() {
    return size;
  }

  /** One byte. */
  byte at(int offset) {
    return piece(offset >>> shift).get(offset & ((1 << shift) - 1));
  }

  private ByteBuffer piece(int number) {
    ByteBuffer piece = pieces[number];
    if (piece == null) {
      int start = number << shift;
      piece = map(start, Math.min(size, start + (1 << shift)));
      pieces[number] = piece;
    }
    return piece;
  }

  private ByteBuffer map(int start, int end) {
    if (channel == null) {
      throw new AssertionError("what is in memory is one piece");
    }
    try {
      return channel
          .map(FileChannel.MapMode.READ_ONLY, start, end - start)
          .order(ByteOrder.LITTLE_ENDIAN);
    } catch (IOException e) {
      throw new UnreadableModelException(path + " cannot be read: " + e.getMessage());
    }
  }

  /** Four bytes, least significant first. */
  int int32(int offset) {
    return (int) little(offset, Integer.BYTES);
  }

  /** Eight bytes, least significant first. */
  long int64(int offset) {
    return little(offset, Long.BYTES);
  }

  private long little(int offset, int count) {
    long value = 0;
    for (int i = count - 1; i >= 0; i--) {
      value = (value << Byte.SIZE) | (at(offset + i) & 0xff);
    }
    return value;
  }

  /** A run of UTF-8 bytes as text. */
  String text(int start, int end) {
    if (start == end) {
      return "";
    }
    byte[] copy = new byte[end - start];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = at(start + i);
    }
    return new String(copy, StandardCharsets.UTF_8);
  }

  /** A run of bytes, not copied, least significant byte first. */
  ByteBuffer slice(int start, int end) {
    return channel == null
        ? piece(0).slice(start, end - start).order(ByteOrder.LITTLE_ENDIAN)
        : map(start, end);
  }

  /** Whether a run of bytes is this ASCII text. */
  boolean is(int start, int end, String ascii) {
    int length = ascii.length();
    if (end - start != length) {
      return false;
    }
    // From the back, because the keys that are compared begin alike.
    for (int i = length - 1; i >= 0; i--) {
      if (at(start + i) != ascii.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** What to throw if the graph that the file describes makes no sense. */
  UnreadableModelException senseless(String what) {
    return new UnreadableModelException(path + " cannot be used: " + what);
  }

  /** What to throw if the bytes are not those of an ONNX file. */
  UnreadableModelException damaged(int offset, String what) {
    return new UnreadableModelException(
        NotOnnx.describe(this, path + " is damaged at byte " + offset + ": " + what));
  }

  /** What to throw if the bytes may be those of anything. */
  UnreadableModelException unrecognised(String what) {
    return new UnreadableModelException(NotOnnx.describe(this, path + " " + what));
  }

  /** What to throw if the file ends within one of its parts. */
  UnreadableModelException truncated(int offset, long length) {
    return new UnreadableModelException(
        NotOnnx.describe(
            this,
            path
                + " is truncated or damaged: "
                + Long.toUnsignedString(length)
                + " bytes are announced at byte "
                + offset
                + ", more than follow; the file has "
                + size()
                + " bytes"));
  }
}
