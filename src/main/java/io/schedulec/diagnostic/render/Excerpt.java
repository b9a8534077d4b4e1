package io.schedulec.diagnostic.render;

import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.Label;
import io.schedulec.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which lines of the source are shown, and what is marked on them. */
final class Excerpt {
  /** More marked lines than this are cut in the middle. */
  private static final int MOST_LINES = 12;

  /** A hole of so few lines is filled. */
  private static final int SMALL_HOLE = 2;

  private final TreeMap<Integer, List<Piece>> rows = new TreeMap<>();
  private final List<Integer> omitted = new ArrayList<>();

  private Excerpt() {}

  /** What is shown for a finding. */
  static Excerpt of(SourceFile file, Diagnostic diagnostic) {
    Excerpt excerpt = new Excerpt();
    excerpt.add(Piece.of(file, diagnostic.primary()));
    List<Piece> silent = new ArrayList<>();
    for (Label label : diagnostic.labels()) {
      List<Piece> pieces = Piece.of(file, label);
      boolean mute = label.text().isEmpty() && label.span().length() > 0 && pieces.size() == 1;
      if (mute) {
        silent.addAll(pieces);
      } else {
        excerpt.add(pieces);
      }
    }
    excerpt.addSilent(silent);
    excerpt.cut(file.position(diagnostic.primary().span().start()).line());
    excerpt.fill();
    return excerpt;
  }

  private void add(List<Piece> pieces) {
    for (Piece piece : pieces) {
      List<Piece> row = rows.get(piece.line());
      if (row == null) {
        row = new ArrayList<>();
        rows.put(piece.line(), row);
      }
      row.add(piece);
    }
  }

  /** Marks without a word are counted when there are several and their lines are not shown. */
  private void addSilent(List<Piece> pieces) {
    for (Piece piece : pieces) {
      if (pieces.size() == 1 || rows.containsKey(piece.line())) {
        add(List.of(piece));
      } else {
        omitted.add(piece.line());
      }
    }
  }

  private void cut(int primaryLine) {
    int position = 0;
    int count = rows.size();
    List<Integer> dropped = new ArrayList<>();
    for (int line : rows.keySet()) {
      boolean end = position < MOST_LINES / 2 || position >= count - MOST_LINES / 2;
      if (!end && line != primaryLine) {
        dropped.add(line);
      }
      position++;
    }
    for (int line : dropped) {
      rows.remove(line);
      omitted.add(line);
    }
  }

  private void fill() {
    int before = rows.firstKey();
    for (int line : List.copyOf(rows.keySet())) {
      boolean small = line - before - 1 <= SMALL_HOLE && omittedBetween(before, line) == 0;
      for (int between = before + 1; small && between < line; between++) {
        rows.put(between, List.of());
      }
      before = line;
    }
  }

  /** The lines shown, ascending, with what is marked on each. */
  SortedMap<Integer, List<Piece>> rows() {
    return rows;
  }

  /** How many marked lines were left out between two lines. */
  int omittedBetween(int after, int before) {
    int count = 0;
    for (int line : omitted) {
      if (line > after && line < before) {
        count++;
      }
    }
    return count;
  }
}
