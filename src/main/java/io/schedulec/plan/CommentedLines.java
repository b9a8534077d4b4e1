package io.schedulec.plan;

import io.schedulec.source.OneLine;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines with comments at their ends. The comments of one part of the text stand in one column; one
 * that does not fit beside its line stands above it.
 */
final class CommentedLines {
  static final int WIDTH = 100;
  private static final int GAP = 2;
  private static final int FIRST_COLUMN = 48;

  /** A longer line does not push the comments of the others aside. */
  private static final int WIDEST_ALIGNED = 68;

  private final StringBuilder out = new StringBuilder();
  private final List<Line> part = new ArrayList<>();

  private record Line(String text, String comment) {
    boolean commented() {
      return !comment.isEmpty();
    }

    /** Where a comment starts that stands beside this line and fits there. */
    int column() {
      int column = text.length() + GAP;
      return column + comment.length() <= WIDTH ? column : 0;
    }
  }

  void add(String text) {
    add(text, "");
  }

  void add(String text, String comment) {
    String words = OneLine.of(comment).strip();
    part.add(new Line(text, words.isEmpty() ? "" : "# " + words));
  }

  /** Adds words with blanks between them, broken over several lines where one is too short. */
  void wrap(int indent, String start, List<String> words, String end, String comment) {
    StringBuilder line = new StringBuilder(" ".repeat(indent)).append(start);
    String above = comment;
    for (int i = 0; i < words.size(); i++) {
      String word = i == words.size() - 1 ? words.get(i) + end : words.get(i);
      if (line.length() + 1 + word.length() > WIDTH && i > 0) {
        add(line.toString(), above);
        above = "";
        line = new StringBuilder(" ".repeat(indent + 3));
      }
      line.append(' ').append(word);
    }
    add(line.toString(), above);
  }

  /** Ends a part of the text. */
  void end() {
    int column = FIRST_COLUMN;
    for (Line line : part) {
      boolean counts = line.commented() && line.column() <= WIDEST_ALIGNED;
      column = counts ? Math.max(column, line.column()) : column;
    }
    for (Line line : part) {
      write(line, column);
    }
    part.clear();
  }

  private void write(Line line, int column) {
    if (line.commented() && line.column() == 0) {
      int indent = line.text.length() - line.text.stripLeading().length();
      out.append(" ".repeat(indent)).append(line.comment).append('\n');
    }
    out.append(line.text);
    if (line.column() > 0 && line.commented()) {
      int start = Math.min(column, WIDTH - line.comment.length());
      int gap = Math.max(GAP, start - line.text.length());
      out.append(" ".repeat(gap)).append(line.comment);
    }
    out.append('\n');
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
