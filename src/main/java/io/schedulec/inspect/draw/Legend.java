package io.schedulec.inspect.draw;

import io.schedulec.inspect.draw.Scene.Area;
import java.util.ArrayList;
import java.util.List;

/** Says which colour is which group. */
final class Legend {
  private static final int MOST = 60;
  private static final double ROW = 19;

  private final List<Entry> entries = new ArrayList<>();

  /** A colour, what it stands for, and more for those who point at it. */
  private record Entry(String color, String text, String tooltip) {}

  Legend(Outline outline, GroupTexts groups, Palette palette) {
    Copies copies = new Copies(outline);
    int more = 0;
    boolean fixed = false;
    for (int id : Palette.shown(outline)) {
      boolean prunable = groups.group(id).prunable();
      fixed |= !prunable;
      if (prunable && entries.size() < MOST) {
        entries.add(
            new Entry(palette.of(id), groups.of(id) + alike(copies.of(id)), groups.members(id)));
      } else if (prunable) {
        more++;
      }
    }
    if (more > 0) {
      String text = "and " + Texts.count(more, "more group");
      entries.add(new Entry("", text, text));
    }
    if (fixed) {
      entries.add(
          new Entry(Palette.GREY, "channels that cannot be removed", fixed(outline, groups)));
    }
  }

  private static String alike(int copies) {
    return copies > 1 ? ", one of " + copies + " alike" : "";
  }

  private static String fixed(Outline outline, GroupTexts groups) {
    List<String> lines = new ArrayList<>();
    for (int id : Palette.shown(outline)) {
      if (!groups.group(id).prunable()) {
        lines.add(groups.of(id));
      }
    }
    return String.join("\n", lines);
  }

  private double column() {
    return Lettering.widest(entries.stream().map(Entry::text).toList(), Lettering.SMALL) + 46;
  }

  /** The least width that it needs. */
  double least() {
    return column();
  }

  private int columns(double width) {
    return Math.max(1, (int) (width / column()));
  }

  private int rows(double width) {
    int columns = columns(width);
    return (entries.size() + columns - 1) / columns;
  }

  double height(double width) {
    return rows(width) * ROW;
  }

  /** Writes it in as many columns as there is room for, top to bottom. */
  void write(Svg svg, double width) {
    int rows = Math.max(1, rows(width));
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      int place = i / rows;
      double x = column() * place;
      double y = ROW * (i % rows);
      svg.openWithTitle(entry.tooltip());
      if (!entry.color().isEmpty()) {
        svg.rect("box", new Area(x, y + 2, 18, 11), 3, entry.color());
      }
      svg.text("dim", x + 26, y + 12, Lettering.SMALL, false, entry.text());
      svg.close();
    }
  }
}
