package io.schedulec.graph.onnx;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Sets entries of a model's metadata where they stand, and appends those that are new. */
final class Metadata {
  private static final int FIELD = 14;

  private final Map<String, String> entries;
  private final Pieces out;
  private final Set<String> written = new HashSet<>();

  /** Entries to be set in a model. */
  Metadata(Map<String, String> entries, Pieces out) {
    this.entries = entries;
    this.out = out;
  }

  /** An entry of the old file; of those of one key that is set, the first. */
  void rewrite(Field field) {
    String key = Entries.read(field.message(out.source()))[0];
    if (!entries.containsKey(key)) {
      out.copy(field);
    } else if (written.add(key)) {
      write(key);
    }
  }

  /** Appends what the old file had not. */
  void finish() {
    for (String key : entries.keySet()) {
      if (written.add(key)) {
        write(key);
      }
    }
  }

  private void write(String key) {
    Pieces entry = new Pieces(out.source());
    entry.text(1, key);
    entry.text(2, entries.getOrDefault(key, ""));
    out.message(FIELD, entry);
  }
}
