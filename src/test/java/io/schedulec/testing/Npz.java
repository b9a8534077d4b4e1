package io.schedulec.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Reads the arrays of NumPy's archives: zip files of a header in Python and the elements. */
public final class Npz {
  private static final Pattern HEADER =
      Pattern.compile("'descr': '([^']+)', 'fortran_order': False, 'shape': \\(([^)]*)\\)");

  private Npz() {}

  /**
   * An array.
   *
   * @param type element type, as in {@code <f4}
   * @param shape sizes of its axes
   * @param data elements, row-major, least significant byte first
   */
  public record Array(String type, List<Long> shape, ByteBuffer data) {
    /** The sizes. */
    public long[] sizes() {
      return shape.stream().mapToLong(Long::longValue).toArray();
    }

    /** The elements of an array of single precision. */
    public float[] floats() {
      float[] floats = new float[data.remaining() / Float.BYTES];
      data.duplicate().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(floats);
      return floats;
    }

    /** The elements of an array of whole numbers. */
    public long[] longs() {
      long[] longs = new long[data.remaining() / Long.BYTES];
      data.duplicate().order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().get(longs);
      return longs;
    }
  }

  /** The arrays of an archive, by name. */
  public static Map<String, Array> read(Path file) {
    Map<String, Array> arrays = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(file))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        arrays.put(entry.getName().replace(".npy", ""), array(in.readAllBytes()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return arrays;
  }

  private static Array array(byte[] bytes) {
    boolean first = bytes[6] == 1;
    ByteBuffer all = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int start = first ? 10 : 12;
    int length = first ? all.getShort(8) & 0xffff : all.getInt(8);
    Matcher header = HEADER.matcher(new String(bytes, start, length, StandardCharsets.ISO_8859_1));
    if (!header.find()) {
      throw new AssertionError("no array in C order");
    }
    List<Long> shape = new ArrayList<>();
    for (String size : header.group(2).split(",", -1)) {
      if (!size.isBlank()) {
        shape.add(Long.parseLong(size.trim()));
      }
    }
    int data = start + length;
    ByteBuffer elements = all.slice(data, bytes.length - data).order(ByteOrder.LITTLE_ENDIAN);
    return new Array(header.group(1), List.copyOf(shape), elements);
  }
}
