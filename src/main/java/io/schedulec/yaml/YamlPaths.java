package io.schedulec.yaml;

import io.schedulec.source.Span;

/** Says by which keys a place of a document is reached. */
public final class YamlPaths {
  private YamlPaths() {}

  /**
   * The keys and numbers that lead to the smallest value that holds a place, e.g. {@code
   * pruners.low_pruner.weights[0]}; empty where no key does.
   */
  public static String to(YamlValue.Mapping root, Span place) {
    StringBuilder path = new StringBuilder();
    into(root, place, path);
    return path.toString();
  }

  private static void into(YamlValue value, Span place, StringBuilder path) {
    if (value instanceof YamlValue.Mapping mapping) {
      for (YamlValue.Entry entry : mapping.entries()) {
        if (!entry.merged() && entry.span().contains(place)) {
          key(entry.key().text(), path);
          into(entry.value(), place, path);
          return;
        }
      }
    } else if (value instanceof YamlValue.Sequence sequence) {
      for (int i = 0; i < sequence.items().size(); i++) {
        YamlValue item = sequence.items().get(i);
        if (item.span().contains(place)) {
          path.append('[').append(i).append(']');
          into(item, place, path);
          return;
        }
      }
    }
  }

  private static void key(String key, StringBuilder path) {
    if (isPlain(key)) {
      path.append(path.isEmpty() ? "" : ".").append(key);
    } else {
      path.append("['").append(key.replace("'", "''")).append("']");
    }
  }

  /** Whether a key can be told from the dots and brackets around it. */
  private static boolean isPlain(String key) {
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      if (!Character.isLetterOrDigit(c) && c != '_' && c != '-') {
        return false;
      }
    }
    return !key.isEmpty();
  }
}
