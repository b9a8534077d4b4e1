package io.schedulec.diagnostic.render;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece in columns of the shown part of its line.
 *
 * @param from first column
 * @param to column after the last one; greater than {@code from}
 * @param primary whether it belongs to the place the finding is about
 * @param text the label; may be empty
 */
record Mark(int from, int to, boolean primary, String text) implements Comparable<Mark> {

  /** The ink of the mark and its label. */
  Ink ink() {
    return primary ? Ink.PRIMARY : Ink.SECONDARY;
  }

  /** What the mark is drawn with. */
  String sign() {
    return primary ? "^" : "-";
  }

  /** Whether this one is seen where both lie: the primary one is, else the shorter one. */
  boolean over(Mark other) {
    return primary == other.primary ? to - from < other.to - other.from : primary;
  }

  /** By right end, then by left end; the primary one last. */
  @Override
  public int compareTo(Mark other) {
    int byEnd = Integer.compare(to, other.to);
    int byStart = byEnd != 0 ? byEnd : Integer.compare(from, other.from);
    return byStart != 0 ? byStart : Boolean.compare(primary, other.primary);
  }

  /** The visible pieces of a line as marks in its window. */
  static List<Mark> of(List<Piece> pieces, SourceLine line, Window window, Glyphs glyphs) {
    List<Mark> marks = new ArrayList<>();
    for (Piece piece : pieces) {
      if (piece.visible()) {
        int from = window.place(line.column(piece.from()));
        int to = window.place(line.column(piece.to()));
        marks.add(
            new Mark(from, Math.max(from + 1, to), piece.primary(), glyphs.text(piece.text())));
      }
    }
    return marks;
  }
}
