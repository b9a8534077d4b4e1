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
 * <p>A large file is mapped into memory: only what is looked at is read, which leaves the weights
 * out. A small one is read as a whole, because the first mapping of a process takes longer.
 */
final class ModelBytes {
  private static final int SMALL = 4 << 20;

  private final Path path;
  private final ByteBuffer bytes;
  private final byte @Nullable [] small;

  private ModelBytes(Path path, ByteBuffer bytes, byte @Nullable [] small) {
    this.path = path;
    this.bytes = bytes.order(ByteOrder.LITTLE_ENDIAN);
    this.small = small;
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
    try (FileInputStream in = new FileInputStream(file)) {
      return of(path, in, file.length());
    } catch (IOException e) {
      throw new UnreadableModelException(path + " cannot be read: " + e.getMessage());
    }
  }

  private static ModelBytes of(Path path, FileInputStream in, long size) throws IOException {
    if (size <= SMALL) {
      byte[] small = in.readNBytes(SMALL);
      if (small.length == 0) {
        throw new UnreadableModelException(path + " is empty: it ends at byte 0");
      }
      return of(path, small);
    }
    if (size > Integer.MAX_VALUE) {
      throw new UnreadableModelException(
          path
              + " has "
              + size
              + " bytes, but an ONNX file holds at most 2 GB;"
              + " larger models keep their weights in a second file (external data)");
    }
    return new ModelBytes(path, in.getChannel().map(FileChannel.MapMode.READ_ONLY, 0, size), null);
  }

  /** Bytes that are in memory already, as if they were a file. */
  static ModelBytes of(Path path, byte[] bytes) {
    return new ModelBytes(path, ByteBuffer.wrap(bytes), bytes);
  }

  /** Where the file lies, as it was asked for. */
  Path path() {
    return path;
  }

  /** The number of bytes. */
  int size() {
    return bytes.limit();
  }

  /** One byte. */
  byte at(int offset) {
    return small == null ? bytes.get(offset) : small[offset];
  }

  /** Four bytes, least significant first. */
  int int32(int offset) {
    return bytes.getInt(offset);
  }

  /** Eight bytes, least significant first. */
  long int64(int offset) {
    return bytes.getLong(offset);
  }

  /** A run of UTF-8 bytes as text. */
  String text(int start, int end) {
    if (start == end) {
      return "";
    }
    if (small != null) {
      return new String(small, start, end - start, StandardCharsets.UTF_8);
    }
    byte[] copy = new byte[end - start];
    bytes.get(start, copy);
    return new String(copy, StandardCharsets.UTF_8);
  }

  /** A run of bytes, not copied, least significant byte first. */
  ByteBuffer slice(int start, int end) {
    return bytes.slice(start, end - start).order(ByteOrder.LITTLE_ENDIAN);
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
