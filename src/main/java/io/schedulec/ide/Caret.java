package io.schedulec.ide;

import io.schedulec.source.SourceFile;
import io.schedulec.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where in a schedule something is being written.
 *
 * @param path the keys around it, outermost first, {@link #ITEM} for an item of a list; behind a
 *     colon its key is the last
 * @param inValue whether it is the value of a key, rather than a key or an item
 * @param dash whether it stands in an item of a list, so that no dash is needed
 * @param token the word that is being written, and what stands directly behind it
 * @param typed the part of it before the caret
 * @param given the keys that stand beside it already
 * @param around the entries of the braces around it; none in block style
 * @param rows all other lines
 * @param parents the numbers of what it lies in, outermost first; none in flow style
 */
record Caret(
    List<String> path,
    boolean inValue,
    boolean dash,
    Span token,
    String typed,
    Set<String> given,
    Map<String, String> around,
    List<Row> rows,
    List<Integer> parents) {
  /** Stands for an item of a list in a path. */
  static final String ITEM = "-";

  /** Copies the collections. */
  Caret {
    path = List.copyOf(path);
    given = Set.copyOf(given);
    around = Map.copyOf(around);
    rows = List.copyOf(rows);
    parents = List.copyOf(parents);
  }

  /** What is being written at an offset; nothing in a comment. */
  static Optional<Caret> at(SourceFile source, int offset) {
    int line = source.position(offset).line();
    int start = source.lineStart(line);
    String prefix = source.text().substring(start, Math.max(start, offset));
    LineParts parts = LineParts.of(prefix);
    if (parts.comment() < prefix.length()) {
      return Optional.empty();
    }
    Outline outline = Outline.before(source, line);
    List<Row> before = outline.rows();
    if (!before.isEmpty()) {
      Row last = before.get(before.size() - 1);
      if (FlowScan.of(source.text(), last.valueStart(), start).inside()) {
        FlowScan scan = FlowScan.of(source.text(), last.valueStart(), offset);
        outline.read(source, line, source.lineCount() + 1);
        return Optional.of(flow(source, offset, scan, last.path(), outline.rows()));
      }
    }
    outline.openDashes(parts);
    if (parts.key().isEmpty()) {
      return Optional.of(open(source, offset, parts, outline, line));
    }
    outline.add(
        line,
        start,
        new LineParts(
            List.of(),
            parts.column(),
            parts.key(),
            parts.valueColumn(),
            parts.value(),
            parts.comment()));
    return Optional.of(value(source, offset, outline, line));
  }

  /** A key or an item, or part of one. */
  private static Caret open(
      SourceFile source, int offset, LineParts parts, Outline outline, int line) {
    FlowScan scan =
        FlowScan.of(source.text(), source.lineStart(line) + parts.valueColumn(), offset);
    if (scan.inside()) {
      return flow(source, offset, scan, outline.path(), others(source, outline, line));
    }
    List<Row.Frame> path = outline.around(parts.column());
    boolean dash = !path.isEmpty() && path.get(path.size() - 1).item();
    int tokenStart = source.lineStart(line) + parts.column();
    return block(source, offset, tokenStart, path, false, dash, others(source, outline, line));
  }

  private static Caret value(SourceFile source, int offset, Outline outline, int line) {
    List<Row> rows = outline.rows();
    Row own = rows.get(rows.size() - 1);
    FlowScan scan = FlowScan.of(source.text(), own.valueStart(), offset);
    if (scan.inside()) {
      return flow(source, offset, scan, own.path(), others(source, outline, line));
    }
    List<Row> others = others(source, outline, line);
    return block(source, offset, own.valueStart(), own.path(), true, false, others);
  }

  private static List<Row> others(SourceFile source, Outline outline, int line) {
    outline.read(source, line + 1, source.lineCount() + 1);
    List<Row> others = new ArrayList<>(outline.rows());
    others.removeIf(row -> row.line() == line);
    return others;
  }

  private static Caret block(
      SourceFile source,
      int offset,
      int tokenStart,
      List<Row.Frame> path,
      boolean inValue,
      boolean dash,
      List<Row> rows) {
    List<Integer> parents = path.stream().map(Row.Frame::id).toList();
    int parent = parents.isEmpty() ? 0 : parents.get(parents.size() - 1);
    Set<String> given = new LinkedHashSet<>();
    for (Row row : rows) {
      if (row.parent() == parent && !row.key().isEmpty()) {
        given.add(row.key());
      }
    }
    List<String> keys = path.stream().map(Row.Frame::key).toList();
    int from = unquote(source.text(), Math.min(tokenStart, offset), offset);
    return new Caret(
        keys,
        inValue,
        dash,
        token(source.text(), from, offset),
        source.text().substring(from, offset),
        given,
        Map.of(),
        rows,
        parents);
  }

  private static Caret flow(
      SourceFile source, int offset, FlowScan scan, List<Row.Frame> outer, List<Row> rows) {
    List<String> path = new ArrayList<>(outer.stream().map(Row.Frame::key).toList());
    path.addAll(scan.path());
    int from = unquote(source.text(), scan.tokenStart(offset), offset);
    return new Caret(
        path,
        scan.inValue(),
        true,
        token(source.text(), from, offset),
        source.text().substring(from, offset),
        scan.keys(),
        scan.entries(),
        rows,
        outer.stream().map(Row.Frame::id).toList());
  }

  /** What is inserted goes inside the quotes. */
  private static int unquote(String text, int from, int offset) {
    boolean quote = from < offset && (text.charAt(from) == '\'' || text.charAt(from) == '"');
    return quote ? from + 1 : from;
  }

  /** The word with what follows the caret in it; where nothing is written yet, nothing goes. */
  private static Span token(String text, int from, int offset) {
    int end = offset;
    while (from < offset && end < text.length() && wordPart(text.charAt(end))) {
      end++;
    }
    return new Span(from, end);
  }

  private static boolean wordPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '-';
  }

  /** Whether the path is of this length and starts with these keys. */
  boolean is(int length, String... start) {
    return path.size() == length && path.subList(0, start.length).equals(List.of(start));
  }

  /**
   * The value of a key that stands beside what is {@code depth} keys deep, or in braces around it.
   */
  Optional<String> beside(int depth, String key) {
    int parent = parents.size() < depth ? -1 : parents.get(depth - 1);
    for (Row row : rows) {
      if (row.parent() == parent && row.key().equals(key) && !row.value().isEmpty()) {
        return Optional.of(row.value());
      }
    }
    return Optional.ofNullable(around.get(key));
  }
}
