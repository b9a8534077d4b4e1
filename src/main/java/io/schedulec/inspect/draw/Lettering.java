package io.schedulec.inspect.draw;

import java.util.List;

/** How much room texts take: every letter of a typewriter face is as wide as any other. */
final class Lettering {
  static final double NAME = 12;
  static final double SMALL = 10.5;

  /** A typewriter face is six tenths of its size wide, most of them a little less. */
  private static final double WIDTH = 0.61;

  /** Longer names are cut; the tooltip has all of it. */
  private static final int LONGEST = 30;

  /** At least so much of a name stays. */
  private static final int LEAST = 6;

  private Lettering() {}

  /** The width of a text; letters of wide scripts count twice. */
  static double width(String text, double size) {
    return text.codePoints().map(c -> c >= 0x1100 ? 2 : 1).sum() * size * WIDTH;
  }

  /** A name with as many letters as there is room for; its end, from a dot on, says most. */
  static String shortened(String name) {
    int[] letters = name.codePoints().toArray();
    if (letters.length <= LONGEST) {
      return name;
    }
    int begin = letters.length - LONGEST + 1;
    for (int i = begin; i < letters.length - LEAST; i++) {
      if (letters[i] == '.' || letters[i] == '/') {
        begin = i + 1;
        break;
      }
    }
    return "…" + new String(letters, begin, letters.length - begin);
  }

  /** The widest of some texts. */
  static double widest(List<String> texts, double size) {
    return texts.stream().mapToDouble(text -> width(text, size)).max().orElse(0);
  }
}
