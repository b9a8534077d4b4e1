package io.schedulec.graph.onnx;

/** Pairs of texts, as metadata is written. */
final class Entries {
  private Entries() {}

  /** A key and a value. */
  static String[] read(Wire message) {
    String[] entry = {"", ""};
    while (message.next()) {
      switch (message.field()) {
        case 1 -> entry[0] = message.text();
        case 2 -> entry[1] = message.text();
        default -> message.skip();
      }
    }
    return entry;
  }
}
