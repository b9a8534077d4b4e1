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

  static String title(Block block) {
    return block.count()
        + " × "
        + Lettering.shortened(OneLine.of(block.first()))
        + (block.first().equals(block.last())
            ? ""
            : " … " + Lettering.shortened(OneLine.of(block.last())));
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
