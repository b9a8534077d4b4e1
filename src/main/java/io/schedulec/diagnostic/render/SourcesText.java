package io.schedulec.diagnostic.render;

import io.schedulec.diagnostic.Figure.Sources;
import java.util.ArrayList;
import java.util.List;

/** Producers of channels as a fork, read from the layer back to them. */
final class SourcesText {
  private SourcesText() {}

  /** The lines of a figure in so many columns. */
  static List<String> of(Sources figure, Glyphs glyphs, int room) {
    String stem = glyphs.text(figure.layer()) + "  in: " + figure.size();
    if (!figure.operator().isEmpty()) {
      stem += glyphs.text("  ◀── ") + glyphs.text(figure.operator());
    }
    if (figure.sources().isEmpty()) {
      return Preformatted.fit(stem, room);
    }
    String arrow = figure.operator().isEmpty() ? "  ◀─" : " ◀─";
    List<String> leaves = leaves(figure, glyphs);
    List<String> lines = fork(stem + glyphs.text(arrow), "┬", leaves, glyphs);
    return Rows.width(lines) <= room ? lines : stacked(stem, leaves, glyphs, room);
  }

  private static List<String> leaves(Sources figure, Glyphs glyphs) {
    int digits = 0;
    int names = 0;
    int sizes = 0;
    for (Sources.Source source : figure.sources()) {
      digits = Math.max(digits, Integer.toString(source.to()).length());
      names = Math.max(names, Columns.of(glyphs.text(source.layer())));
      sizes = Math.max(sizes, Integer.toString(source.size()).length());
    }
    List<String> leaves = new ArrayList<>();
    for (Sources.Source source : figure.sources()) {
      String from = Rows.right(Integer.toString(source.from()), digits);
      String to = Rows.right(Integer.toString(source.to()), digits);
      String name = Rows.left(glyphs.text(source.layer()), names);
      String size = Rows.right(Integer.toString(source.size()), sizes);
      leaves.add("[" + from + ".." + to + "]  " + name + "   " + size);
    }
    return cut(leaves, glyphs);
  }

  private static List<String> cut(List<String> leaves, Glyphs glyphs) {
    if (leaves.size() <= Rows.MOST) {
      return leaves;
    }
    int half = Rows.MOST / 2;
    List<String> shown = new ArrayList<>(leaves.subList(0, half));
    shown.add(glyphs.text("… " + (leaves.size() - Rows.MOST) + " more"));
    shown.addAll(leaves.subList(leaves.size() - half, leaves.size()));
    return shown;
  }

  private static List<String> fork(String stem, String first, List<String> leaves, Glyphs glyphs) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < leaves.size(); i++) {
      boolean last = i == leaves.size() - 1;
      String branch = i == 0 ? (last ? "─" : first) : last ? "└" : "├";
      String before = i == 0 ? stem : " ".repeat(Columns.of(stem));
      lines.add(before + glyphs.text(branch + "─ ") + leaves.get(i));
    }
    return lines;
  }

  private static List<String> stacked(String stem, List<String> leaves, Glyphs glyphs, int room) {
    List<String> lines = new ArrayList<>(Preformatted.fit(stem, room));
    for (String line : fork("  ", "├", leaves, glyphs)) {
      lines.addAll(Preformatted.fit(line, room));
    }
    return lines;
  }
}
