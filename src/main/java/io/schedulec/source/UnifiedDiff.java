package io.schedulec.source;

import java.util.List;

/** What changed between two texts, in the format that {@code patch} and {@code git apply} read. */
public final class UnifiedDiff {
  private static final int CONTEXT = 3;

  private final List<LineChange> lines;
  private final StringBuilder out = new StringBuilder();
  private int oldLine;
  private int newLine;

  private UnifiedDiff(List<LineChange> lines) {
    this.lines = lines;
  }

  /**
   * The changes with three lines of context; empty where there are none.
   *
   * @param name the path of the file below the folder that the changes are applied in
   */
  public static String of(String name, String before, String after) {
    if (before.equals(after)) {
      return "";
    }
    UnifiedDiff diff = new UnifiedDiff(LineChange.between(before, after));
    diff.out.append("--- ").append(header("a/" + name)).append('\n');
    diff.out.append("+++ ").append(header("b/" + name)).append('\n');
    diff.hunks();
    return diff.out.toString();
  }

  /** A name as it is read back: quoted like a C string, or ended by a tab if it has blanks. */
  private static String header(String name) {
    boolean plain = name.chars().noneMatch(c -> c < ' ' || c == '"' || c == '\\' || c == 127);
    if (plain) {
      return name.indexOf(' ') < 0 ? name : name + "\t";
    }
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c < ' ' || c == 127) {
        quoted.append(String.format("\\%03o", (int) c));
      } else {
        quoted.append(c == '"' || c == '\\' ? "\\" : "").append(c);
      }
    }
    return quoted.append('"').toString();
  }

  private void hunks() {
    int done = 0;
    for (int change = nextChange(0); change < lines.size(); change = nextChange(done)) {
      int start = Math.max(done, change - CONTEXT);
      int end = hunkEnd(change);
      count(lines.subList(done, start));
      hunk(lines.subList(start, end));
      done = end;
    }
  }

  private int nextChange(int from) {
    int at = from;
    while (at < lines.size() && lines.get(at).kept()) {
      at++;
    }
    return at;
  }

  /** Changes whose contexts meet share a hunk. */
  private int hunkEnd(int change) {
    int last = change;
    int next = nextChange(last + 1);
    while (next < lines.size() && next - last <= 2 * CONTEXT + 1) {
      last = next;
      next = nextChange(last + 1);
    }
    return Math.min(lines.size(), last + CONTEXT + 1);
  }

  private void hunk(List<LineChange> part) {
    int oldStart = oldLine;
    int newStart = newLine;
    count(part);
    out.append("@@ -").append(range(oldStart, oldLine - oldStart));
    out.append(" +").append(range(newStart, newLine - newStart)).append(" @@\n");
    for (LineChange line : part) {
      out.append(line.sign()).append(line.text());
      if (!line.text().endsWith("\n")) {
        out.append("\n\\ No newline at end of file\n");
      }
    }
  }

  /** An empty range is named by the line before it. */
  private static String range(int before, int count) {
    int start = count == 0 ? before : before + 1;
    return count == 1 ? String.valueOf(start) : start + "," + count;
  }

  private void count(List<LineChange> part) {
    oldLine += (int) part.stream().filter(l -> l.sign() != '+').count();
    newLine += (int) part.stream().filter(l -> l.sign() != '-').count();
  }
}
