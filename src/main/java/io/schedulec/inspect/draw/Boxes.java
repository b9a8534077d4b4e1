package io.schedulec.inspect.draw;

import io.schedulec.source.OneLine;
import java.util.List;

/** The sizes of boxes and what is written on them. */
final class Boxes {
  private static final double SIDES = 18;

  private Boxes() {}

  static List<String> lines(Item item) {
    String name = Lettering.shortened(Texts.name(item));
    String detail = Lettering.shortened(Texts.detail(item));
    return detail.isEmpty() ? List.of(name) : List.of(name, detail);
  }

  /**
   * How often a block is there, what the drawn one is called, and how the name of the last ends.
   */
  static String title(Block block) {
    String first = OneLine.of(block.first());
    String last = OneLine.of(block.last());
    int same = 0;
    while (same < Math.min(first.length(), last.length())
        && first.charAt(same) == last.charAt(same)) {
      same++;
    }
    while (same > 0
        && Character.isLetterOrDigit(first.charAt(same - 1))
        && (Character.isDigit(first.charAt(same - 1)) || !numbered(first, last, same))) {
      same--;
    }
    String range = first.equals(last) ? "" : " … " + Lettering.shortened(last.substring(same));
    return block.count() + " × " + Lettering.shortened(first) + range;
  }

  /** Whether two names differ in a number from a place on. */
  private static boolean numbered(String first, String last, int place) {
    return place < first.length()
        && place < last.length()
        && Character.isDigit(first.charAt(place))
        && Character.isDigit(last.charAt(place));
  }

  static double width(Item item) {
    List<String> lines = lines(item);
    double name = Lettering.width(lines.get(0), nameSize(item));
    double rest = Lettering.widest(lines.subList(1, lines.size()), Lettering.SMALL);
    return Math.max(name, rest) + SIDES;
  }

  static double height(Item item) {
    return lines(item).size() > 1 ? 38 : 22;
  }

  static double nameSize(Item item) {
    return item.kind() == Item.Kind.LAYER ? Lettering.NAME : Lettering.SMALL;
  }
}
