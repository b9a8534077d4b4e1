package io.schedulec.diagnostic.render;

import java.util.List;

/**
 * The columns of a line that are shown when it is wider than there is room for.
 *
 * @param from first column shown
 * @param to column after the last one shown
 * @param ellipsis what stands at a cut end, inside the window
 */
record Window(int from, int to, String ellipsis) {
  private static final int BEFORE = 8;

  /** The window of a line: all of it, or so many columns around its pieces. */
  static Window of(SourceLine line, List<Piece> pieces, int room, Glyphs glyphs) {
    String ellipsis = glyphs.text("…");
    if (line.width() < room) {
      return new Window(0, room, ellipsis);
    }
    int first = line.width();
    int last = 0;
    int focus = -1;
    for (Piece piece : pieces) {
      first = Math.min(first, line.column(piece.from()));
      last = Math.max(last, line.column(piece.to()));
      focus = piece.primary() && focus < 0 ? line.column(piece.from()) : focus;
    }
    int from = last < room - ellipsis.length() ? 0 : first;
    if (from > 0 && last - first > room - BEFORE - ellipsis.length()) {
      from = Math.max(first, focus);
    }
    from = Math.max(0, Math.min(from - BEFORE, line.width() + 1 - room));
    return new Window(from, from + room, ellipsis);
  }

  /** The line as seen through the window. */
  String show(SourceLine line) {
    boolean left = from > 0;
    boolean right = line.width() > to;
    int inner = from + (left ? ellipsis.length() : 0);
    int end = right ? to - ellipsis.length() : to;
    return (left ? ellipsis : "") + line.slice(inner, end) + (right ? ellipsis : "");
  }

  /** Where a column of the line lies in the window; columns outside lie at its ends. */
  int place(int column) {
    return Math.max(0, Math.min(column, to - 1) - from);
  }
}
