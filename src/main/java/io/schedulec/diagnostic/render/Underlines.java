package io.schedulec.diagnostic.render;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The rows below one line of source: marks, then the labels that did not fit beside them.
 *
 * <p>The label of the rightmost mark stands beside it. The others hang below their marks, from
 * right to left, so that no line crosses a label.
 */
final class Underlines {
  private static final int NARROW = 24;

  private final List<Mark> marks;
  private final Gutter gutter;
  private final int room;
  private final String stroke;
  private final List<Line> rows = new ArrayList<>();

  private Underlines(List<Mark> marks, Gutter gutter, int room, Glyphs glyphs) {
    this.marks = marks;
    this.gutter = gutter;
    this.room = room;
    this.stroke = glyphs.text("│");
  }

  /** The rows for the marks of one line, which have {@code room} columns. */
  static List<Line> of(List<Mark> marks, Gutter gutter, int room, Glyphs glyphs) {
    if (marks.isEmpty()) {
      return List.of();
    }
    List<Mark> sorted = new ArrayList<>(marks);
    Collections.sort(sorted);
    Underlines underlines = new Underlines(sorted, gutter, room, glyphs);
    underlines.draw();
    return underlines.rows;
  }

  private void draw() {
    Mark right = marks.get(marks.size() - 1);
    boolean beside = fits(right);
    List<Mark> hung = hung(beside ? marks.size() - 1 : marks.size());
    Line row = paint(right.to());
    rows.add(row);
    if (beside) {
      beside(row, right, hung);
    }
    if (rows.size() == 1 && (beside || hung.size() > 1)) {
      connect(hung, hung.size());
    }
    for (int i = hung.size() - 1; i >= 0; i--) {
      hang(hung, i);
    }
  }

  private boolean fits(Mark mark) {
    int free = room - mark.to() - 1;
    return !mark.text().isEmpty() && (free >= NARROW || Columns.of(mark.text()) <= free);
  }

  /** The first {@code count} marks that have a label, from left to right. */
  private List<Mark> hung(int count) {
    List<Mark> hung = new ArrayList<>();
    for (Mark mark : marks.subList(0, count)) {
      int at = hung.size();
      while (at > 0 && hung.get(at - 1).from() > mark.from()) {
        at--;
      }
      if (!mark.text().isEmpty()) {
        hung.add(at, mark);
      }
    }
    return hung;
  }

  private Line paint(int end) {
    Line row = gutter.row();
    for (int column = 0; column < end; column++) {
      Mark owner = null;
      for (Mark mark : marks) {
        boolean covers = mark.from() <= column && column < mark.to();
        owner = covers && (owner == null || mark.over(owner)) ? mark : owner;
      }
      row.add(owner == null ? " " : owner.sign(), owner == null ? Ink.PLAIN : owner.ink());
    }
    return row;
  }

  private void beside(Line first, Mark mark, List<Mark> hung) {
    Line row = first;
    for (String text : Wrapping.balance(mark.text(), room - mark.to() - 1)) {
      if (row != first) {
        rows.add(row);
      }
      row.pad(gutter.width() + mark.to() + 1).add(text, mark.ink());
      row = connectors(hung, hung.size());
    }
  }

  private void connect(List<Mark> hung, int count) {
    if (count > 0) {
      rows.add(connectors(hung, count));
    }
  }

  private Line connectors(List<Mark> hung, int count) {
    Line row = gutter.row();
    for (int i = 0; i < count; i++) {
      int column = gutter.width() + hung.get(i).from();
      if (column >= row.width()) {
        row.pad(column).add(stroke, hung.get(i).ink());
      }
    }
    return row;
  }

  private void hang(List<Mark> hung, int index) {
    Mark mark = hung.get(index);
    int column = Math.max(0, Math.min(mark.from(), room - NARROW));
    int before = index;
    while (before > 0 && hung.get(before - 1).from() >= column) {
      before--;
    }
    for (String text : Wrapping.balance(mark.text(), room - column)) {
      rows.add(connectors(hung, before).pad(gutter.width() + column).add(text, mark.ink()));
    }
  }
}
