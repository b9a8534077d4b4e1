package io.schedulec.ide;

import io.schedulec.source.SourceFile;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * The structure of a text that need not be YAML, or not yet: its lines, nested by indentation.
 *
 * <p>While a line is being typed the text around it can seldom be parsed, but its indentation is
 * still right.
 */
final class Outline {
  private final Deque<Row.Frame> open = new ArrayDeque<>();
  private final List<Row> rows = new ArrayList<>();
  private int ids;

  private Outline() {}

  /** The rows of a text up to before a line, and what is open there. */
  static Outline before(SourceFile source, int line) {
    Outline outline = new Outline();
    outline.read(source, 1, line);
    return outline;
  }

  /** Goes on with the lines {@code [from, to)}. */
  void read(SourceFile source, int from, int to) {
    for (int line = from; line < to; line++) {
      add(line, source.lineStart(line), LineParts.of(source.line(line)));
    }
  }

  /** The rows so far, in text order. */
  List<Row> rows() {
    return List.copyOf(rows);
  }

  /** Adds one line. */
  void add(int line, int start, LineParts parts) {
    if (parts.blank()) {
      return;
    }
    openDashes(parts);
    if (!parts.key().isEmpty()) {
      openKey(parts.column(), parts.key());
    } else if (parts.dashes().isEmpty()) {
      return;
    }
    rows.add(new Row(line, path(), parts.key(), parts.value(), start + parts.valueColumn()));
  }

  /** Opens the items that a line starts. */
  void openDashes(LineParts parts) {
    for (int column : parts.dashes()) {
      // The items of a list may stand in the column of its key.
      while (!open.isEmpty() && (top().column() > column || sibling(column))) {
        open.removeLast();
      }
      open.addLast(new Row.Frame(++ids, column, Caret.ITEM));
    }
  }

  private boolean sibling(int column) {
    return top().column() == column && top().item();
  }

  private Row.Frame top() {
    return open.getLast();
  }

  private void openKey(int column, String key) {
    while (!open.isEmpty() && top().column() >= column) {
      open.removeLast();
    }
    open.addLast(new Row.Frame(++ids, column, key));
  }

  /** What is open, outermost first. */
  List<Row.Frame> path() {
    return List.copyOf(open);
  }

  /** What something that starts in a column would lie in. */
  List<Row.Frame> around(int column) {
    List<Row.Frame> path = new ArrayList<>();
    for (Iterator<Row.Frame> each = open.iterator(); each.hasNext(); ) {
      Row.Frame frame = each.next();
      if (frame.column() < column) {
        path.add(frame);
      }
    }
    return path;
  }
}
