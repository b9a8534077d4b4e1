package io.schedulec.diagnostic.render;

import io.schedulec.diagnostic.Edit;
import io.schedulec.diagnostic.Edits;
import io.schedulec.source.SourceFile;
import java.util.ArrayList;
import java.util.List;

/** What edits make of the lines they touch. */
final class Preview {
  private Preview() {}

  /**
   * One line of a preview.
   *
   * @param number the line of the source that is touched or goes away, or the one after which a new
   *     line stands; 0 before the first
   * @param mark {@code ~} touched, {@code +} new, {@code -} gone
   * @param text the line as it is afterwards, or as it was when it goes away
   * @param anchored whether the line before it in the preview shows where a new line goes
   */
  record Row(int number, char mark, String text, boolean anchored) {}

  /** The rows of the edits in source order; none when the edits cannot be made together. */
  static List<Row> of(SourceFile file, List<Edit> edits) {
    List<Row> rows = new ArrayList<>();
    if (!Edits.applicable(file.text().length(), edits)) {
      return rows;
    }
    List<Edit> sorted = Edits.sorted(edits);
    for (int from = 0; from < sorted.size(); ) {
      int to = hunkEnd(file, sorted, from);
      hunk(file, sorted.subList(from, to), rows);
      from = to;
    }
    return rows;
  }

  /** Edits that touch the same line are shown together. */
  private static int hunkEnd(SourceFile file, List<Edit> edits, int from) {
    int to = from + 1;
    int last = line(file, edits.get(from).span().end());
    while (to < edits.size() && firstLine(file, edits.get(to).span().start()) <= last) {
      last = Math.max(last, line(file, edits.get(to).span().end()));
      to++;
    }
    return to;
  }

  private static int line(SourceFile file, int offset) {
    return file.position(offset).line();
  }

  /** A line break of one half may find its other half, so the line before is touched as well. */
  private static int firstLine(SourceFile file, int offset) {
    int line = line(file, offset);
    int start = file.lineStart(line);
    return start > 0 && file.text().charAt(start - 1) == '\r' ? line - 1 : line;
  }

  private static void hunk(SourceFile file, List<Edit> edits, List<Row> rows) {
    int start = edits.get(0).span().start();
    int first = firstLine(file, start);
    int last = line(file, edits.get(edits.size() - 1).span().end());
    List<String> before = lines(file, first, last);
    List<String> after = after(file, edits, first, last);
    dropCommonEnd(before, after);
    int shared = Math.min(before.size(), after.size());
    boolean anchor = start > file.lineStart(first);
    for (int i = 0; i < shared; i++) {
      if ((anchor && i == 0) || !before.get(i).equals(after.get(i))) {
        rows.add(new Row(first + i, '~', after.get(i), true));
      }
    }
    for (int i = shared; i < after.size(); i++) {
      rows.add(new Row(first + shared - 1, '+', after.get(i), i > 0));
    }
    for (int i = shared; i < before.size(); i++) {
      rows.add(new Row(first + i, '-', before.get(i), true));
    }
  }

  private static List<String> lines(SourceFile file, int first, int last) {
    List<String> lines = new ArrayList<>();
    for (int line = first; line <= last; line++) {
      lines.add(file.line(line));
    }
    return lines;
  }

  private static List<String> after(SourceFile file, List<Edit> edits, int first, int last) {
    int start = file.lineStart(first);
    int end = last < file.lineCount() ? file.lineStart(last + 1) : file.text().length();
    StringBuilder text = new StringBuilder();
    int at = start;
    for (Edit edit : edits) {
      text.append(file.text(), at, edit.span().start()).append(edit.newText());
      at = edit.span().end();
    }
    text.append(file.text(), at, end);
    SourceFile changed = SourceFile.of("", text.toString());
    boolean more = last < file.lineCount();
    return lines(changed, 1, changed.lineCount() - (more ? 1 : 0));
  }

  private static void dropCommonEnd(List<String> before, List<String> after) {
    while (!before.isEmpty() && !after.isEmpty()) {
      int a = before.size() - 1;
      int b = after.size() - 1;
      if (!before.get(a).equals(after.get(b))) {
        return;
      }
      before.remove(a);
      after.remove(b);
    }
  }
}
