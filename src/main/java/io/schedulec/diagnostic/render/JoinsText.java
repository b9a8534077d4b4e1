package io.schedulec.diagnostic.render;

import io.schedulec.diagnostic.Figure.Joins;
import java.util.ArrayList;
import java.util.List;

/**
 * Tied layers as a staircase: each row meets the line of the rows above at its operator.
 *
 * <p>What does not fit goes in this order: the sizes, the readers, the stairs (every join then
 * stands in one column), and at last the middles of the names.
 */
final class JoinsText {
  private final List<Joins.Joined> rows;
  private final String readers;
  private final boolean sizes;
  private final boolean stairs;
  private final Glyphs glyphs;
  private final int names;

  private JoinsText(
      List<Joins.Joined> rows,
      String readers,
      boolean sizes,
      boolean stairs,
      Glyphs glyphs,
      int longestName) {
    this.rows = rows;
    this.readers = glyphs.text(readers);
    this.sizes = sizes;
    this.stairs = stairs;
    this.glyphs = glyphs;
    int columns = 0;
    for (Joins.Joined row : rows) {
      columns = Math.max(columns, Columns.of(glyphs.text(row.layer())));
    }
    this.names = Math.min(columns, longestName);
  }

  /** The lines of a figure in so many columns. */
  static List<String> of(Joins figure, Glyphs glyphs, int room) {
    boolean[] missing = new boolean[figure.rows().size()];
    for (int i = 0; i < missing.length; i++) {
      missing[i] = !figure.rows().get(i).listed();
    }
    List<Joins.Joined> rows = Rows.select(figure.rows(), missing);
    List<String> lines = new ArrayList<>(fitting(figure, rows, glyphs, room));
    int left = figure.rows().size() - rows.size();
    if (left > 0) {
      lines.addAll(Preformatted.fit(Rows.more(left, glyphs), room));
    }
    return lines;
  }

  private static List<String> fitting(
      Joins figure, List<Joins.Joined> rows, Glyphs glyphs, int room) {
    String readers = figure.readers();
    for (int level = 0; level < 5; level++) {
      String shown = level == 2 ? "" : readers;
      boolean sizes = level == 0 || level == 3;
      JoinsText text = new JoinsText(rows, shown, sizes, level < 3, glyphs, room);
      List<String> lines = text.lines();
      if (Rows.width(lines) <= room) {
        return lines;
      }
    }
    JoinsText last = new JoinsText(rows, "", false, false, glyphs, room);
    int over = Rows.width(last.lines()) - room;
    int names = Math.max(8, last.names - Math.max(0, over));
    return new JoinsText(rows, "", false, false, glyphs, names).lines();
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    int corner = -1;
    for (int i = 0; i < rows.size(); i++) {
      StringBuilder line = new StringBuilder(head(rows.get(i)));
      int base = Columns.of(line.toString());
      boolean last = i == rows.size() - 1;
      if (i == 0) {
        line.append(last ? end("──") : glyphs.text(stairs ? "──┐" : "─┐"));
        corner = Columns.of(line.toString()) - 1;
      } else {
        line.append(glyphs.text("─").repeat(corner - base));
        line.append(stairs ? step(rows.get(i), last) : tie(rows.get(i), last));
        boolean stays = !stairs || rows.get(i).join().isEmpty();
        corner = stays ? corner : Columns.of(line.toString()) - 1;
      }
      lines.add(line.toString());
    }
    return lines;
  }

  private String head(Joins.Joined row) {
    String name = Rows.name(glyphs.text(row.layer()), names, glyphs);
    String size = sizes ? "  " + Rows.right(Integer.toString(row.size()), sizeColumns()) : "";
    String gap = glyphs == Glyphs.ASCII && !sizes ? " " : "  ";
    return Rows.left(name, names) + size + gap + glyphs.text(row.listed() ? "● " : "○ ");
  }

  private int sizeColumns() {
    int columns = 0;
    for (Joins.Joined row : rows) {
      columns = Math.max(columns, Integer.toString(row.size()).length());
    }
    return columns;
  }

  private String step(Joins.Joined row, boolean last) {
    if (row.join().isEmpty()) {
      return glyphs.text(last ? (readers.isEmpty() ? "┘" : "┴") + end("──") : "┤");
    }
    String dashes = glyphs == Glyphs.ASCII ? "+-- " : "┴─ ";
    return dashes + glyphs.text(row.join()) + (last ? end(" ──") : glyphs.text(" ──┐"));
  }

  private String tie(Joins.Joined row, boolean last) {
    String join = row.join().isEmpty() ? "" : " " + glyphs.text(row.join());
    return glyphs.text(last ? "┘" : "┤") + join + (last ? end(" ──") : "");
  }

  /** The readers at the end of a line. */
  private String end(String line) {
    return readers.isEmpty() ? "" : glyphs.text(line) + " " + readers;
  }
}
