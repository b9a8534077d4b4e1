package io.schedulec.diagnostic.render;

import java.util.List;

/** Questions about text as a terminal shows it. */
final class Shown {
  private Shown() {}

  static String withoutColour(String text) {
    return text.replaceAll("\u001B\\[[0-9;]*m", "");
  }

  static int widest(String text) {
    return lines(text).stream().mapToInt(Columns::of).max().orElse(0);
  }

  static List<String> lines(String text) {
    return List.of(text.split("\n", -1));
  }
}
