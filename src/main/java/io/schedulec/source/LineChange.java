package io.schedulec.source;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of two texts that are compared.
 *
 * @param sign {@code ' '} if both have it, {@code '-'} if the first, {@code '+'} if the second has
 * @param text the line with its line break; the last may have none
 */
record LineChange(char sign, String text) {
  /** Beyond so many pairs of lines, what lies between the first and last change is all replaced. */
  private static final int MOST_PAIRS = 4_000_000;

  /** Whether both texts have the line. */
  boolean kept() {
    return sign == ' ';
  }

  /** The lines of both texts, with as many kept as can be; removed ones before added ones. */
  static List<LineChange> between(String before, String after) {
    List<String> old = lines(before);
    List<String> now = lines(after);
    int start = 0;
    int shorter = Math.min(old.size(), now.size());
    while (start < shorter && old.get(start).equals(now.get(start))) {
      start++;
    }
    int tail = 0;
    while (tail < shorter - start
        && old.get(old.size() - 1 - tail).equals(now.get(now.size() - 1 - tail))) {
      tail++;
    }
    List<LineChange> out = new ArrayList<>();
    add(out, ' ', old.subList(0, start));
    middle(out, old.subList(start, old.size() - tail), now.subList(start, now.size() - tail));
    add(out, ' ', old.subList(old.size() - tail, old.size()));
    return out;
  }

  private static void middle(List<LineChange> out, List<String> old, List<String> now) {
    int i = 0;
    int j = 0;
    if ((long) old.size() * now.size() <= MOST_PAIRS) {
      int[][] common = commonLines(old, now);
      while (i < old.size() && j < now.size()) {
        if (old.get(i).equals(now.get(j))) {
          out.add(new LineChange(' ', old.get(i++)));
          j++;
        } else if (common[i + 1][j] >= common[i][j + 1]) {
          out.add(new LineChange('-', old.get(i++)));
        } else {
          out.add(new LineChange('+', now.get(j++)));
        }
      }
    }
    add(out, '-', old.subList(i, old.size()));
    add(out, '+', now.subList(j, now.size()));
  }

  /** The length of the longest common subsequence of every pair of rests of the two lists. */
  private static int[][] commonLines(List<String> old, List<String> now) {
    int[][] common = new int[old.size() + 1][now.size() + 1];
    for (int i = old.size() - 1; i >= 0; i--) {
      for (int j = now.size() - 1; j >= 0; j--) {
        common[i][j] =
            old.get(i).equals(now.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }

  private static void add(List<LineChange> out, char sign, List<String> lines) {
    lines.forEach(line -> out.add(new LineChange(sign, line)));
  }

  /** Lines as a diff sees them: only a line feed ends one. */
  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int feed = text.indexOf('\n', start);
      int end = feed < 0 ? text.length() : feed + 1;
      lines.add(text.substring(start, end));
      start = end;
    }
    return lines;
  }
}
