package io.schedulec.diagnostic.render;

import io.schedulec.diagnostic.Figure.Chains;
import java.util.ArrayList;
import java.util.List;

/** Chains as blocks of layers in common columns, with what separates them between. */
final class ChainsText {
  private static final int GAP = 3;

  /** Of the layers, where the names of the chains have lines of their own. */
  private static final int INDENT = 2;

  private final List<String> heads = new ArrayList<>();
  private final List<List<String>> cells = new ArrayList<>();
  private final Chains figure;
  private final Glyphs glyphs;
  private final int room;
  private final int head;

  private ChainsText(Chains figure, Glyphs glyphs, int room) {
    this.figure = figure;
    this.glyphs = glyphs;
    this.room = room;
    heads();
    int columns = Rows.width(heads);
    this.head = columns <= room / 2 ? columns : INDENT;
    for (Chains.Chain chain : figure.chains()) {
      cells.add(cells(chain));
    }
  }

  /** The lines of a figure in so many columns. */
  static List<String> of(Chains figure, Glyphs glyphs, int room) {
    return new ChainsText(figure, glyphs, room).lines();
  }

  private void heads() {
    int names = 0;
    int sizes = 0;
    int units = 0;
    for (Chains.Chain chain : figure.chains()) {
      names = Math.max(names, Columns.of(glyphs.text(chain.name())));
      sizes = Math.max(sizes, Integer.toString(chain.size()).length());
      units = Math.max(units, Columns.of(glyphs.text(chain.unit())));
    }
    for (Chains.Chain chain : figure.chains()) {
      String size = Rows.right(Integer.toString(chain.size()), sizes);
      String name = Rows.left(glyphs.text(chain.name()), names);
      heads.add(name + "  " + size + " " + Rows.left(glyphs.text(chain.unit()), units) + "  ");
    }
  }

  private List<String> cells(Chains.Chain chain) {
    boolean[] listed = new boolean[chain.layers().size()];
    for (int i = 0; i < listed.length; i++) {
      listed[i] = chain.layers().get(i).listed();
    }
    List<Chains.Layer> layers = Rows.select(chain.layers(), listed);
    int longest = Math.max(8, room - head - 4);
    List<String> cells = new ArrayList<>();
    for (Chains.Layer layer : layers) {
      String name = Rows.name(glyphs.text(layer.name()), longest, glyphs);
      cells.add(glyphs.text(layer.listed() ? "● " : "○ ") + name);
    }
    int left = chain.layers().size() - layers.size();
    if (left > 0) {
      cells.add(glyphs.text("… " + left + " more"));
    }
    return cells;
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    int[] columns = columns();
    for (int i = 0; i < heads.size(); i++) {
      block(i, columns, lines);
      if (i < heads.size() - 1) {
        separator(i < figure.separators().size() ? figure.separators().get(i) : "", lines);
      }
    }
    return lines;
  }

  /** The widths of as many columns as fit. */
  private int[] columns() {
    int count = 1;
    for (List<String> row : cells) {
      count = Math.max(count, row.size());
    }
    int[] widths = widths(count);
    while (count > 1 && head + sum(widths) + GAP * (count - 1) > room) {
      count--;
      widths = widths(count);
    }
    return widths;
  }

  private static int sum(int[] widths) {
    int sum = 0;
    for (int width : widths) {
      sum += width;
    }
    return sum;
  }

  private int[] widths(int count) {
    int[] widths = new int[count];
    for (List<String> row : cells) {
      for (int i = 0; i < row.size(); i++) {
        widths[i % count] = Math.max(widths[i % count], Columns.of(row.get(i)));
      }
    }
    return widths;
  }

  private void block(int chain, int[] widths, List<String> lines) {
    StringBuilder line = new StringBuilder(heads.get(chain));
    if (line.length() > head) {
      lines.add(line.toString());
      line = new StringBuilder(" ".repeat(head));
    }
    List<String> row = cells.get(chain);
    int column = 0;
    for (String cell : row) {
      if (column == widths.length) {
        lines.add(line.toString());
        line = new StringBuilder(" ".repeat(head));
        column = 0;
      }
      line.append(Rows.left(cell, widths[column] + GAP));
      column++;
    }
    String tied = figure.chains().get(chain).tiedAt();
    tied(tied.isEmpty() ? "" : glyphs.text("tied at " + tied), line, column, widths, lines);
  }

  /** In the last free column, else in a line of its own. */
  private void tied(String text, StringBuilder line, int column, int[] widths, List<String> lines) {
    for (int i = column; i < widths.length - 1; i++) {
      line.append(" ".repeat(widths[i] + GAP));
    }
    boolean free = column < widths.length;
    if (free && Columns.of(line.toString()) + Columns.of(text) <= room) {
      lines.add(line + text);
      return;
    }
    lines.add(line.toString().stripTrailing());
    if (!text.isEmpty()) {
      lines.addAll(Preformatted.fit(" ".repeat(head) + text, room));
    }
  }

  private void separator(String text, List<String> lines) {
    String indent = " ".repeat((head + 1) / 2);
    if (text.isEmpty()) {
      lines.add("");
      return;
    }
    lines.add(indent + glyphs.text("│"));
    String arrow = indent + glyphs.text("▼  ");
    for (String part : Wrapping.wrap(glyphs.text(text), room - arrow.length())) {
      lines.add(arrow + part);
      arrow = " ".repeat(arrow.length());
    }
  }
}
