package io.schedulec.surgery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Takes a model file apart into its smallest fields, each under the path that leads to it. */
final class WireParts {
  private final byte[] bytes;
  private final Map<String, String> parts = new LinkedHashMap<>();
  private int at;

  private WireParts(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The fields of a file, in order: the path is that of field numbers and occurrences. */
  static Map<String, String> of(Path file) {
    try {
      WireParts parts = new WireParts(Files.readAllBytes(file));
      parts.message("model", "", parts.bytes.length);
      return parts.parts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void message(String kind, String path, int end) {
    Map<Long, Integer> seen = new HashMap<>();
    while (at < end) {
      long tag = varint();
      long field = tag >>> 3;
      int place = seen.merge(field, 1, Integer::sum) - 1;
      String name = path + "/" + field + "#" + place;
      int start = at;
      switch ((int) (tag & 7)) {
        case 0 -> parts.put(name, Long.toString(varint()));
        case 1 -> at += 8;
        case 5 -> at += 4;
        case 2 -> {
          int length = (int) varint();
          String inner = inner(kind, field);
          if (inner.isEmpty()) {
            parts.put(name, new String(bytes, at, length, StandardCharsets.ISO_8859_1));
            at += length;
          } else {
            parts.put(name, inner);
            message(inner, name, at + length);
          }
        }
        default -> throw new AssertionError("wire type of " + name);
      }
      parts.computeIfAbsent(
          name, any -> new String(bytes, start, at - start, StandardCharsets.ISO_8859_1));
    }
    if (at != end) {
      throw new AssertionError(path + " ends at " + at + ", not " + end);
    }
  }

  private static String inner(String kind, long field) {
    return switch (kind + " " + field) {
      case "model 7", "attribute 6" -> "graph";
      case "graph 1" -> "node";
      case "node 5" -> "attribute";
      case "graph 5", "attribute 5" -> "tensor";
      case "graph 11", "graph 12", "graph 13" -> "value";
      case "value 2" -> "type";
      case "type 1" -> "tensor type";
      case "tensor type 2" -> "shape";
      case "shape 1" -> "size";
      default -> "";
    };
  }

  private long varint() {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = bytes[at++];
      value |= (next & 0x7fL) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }
}
