package io.schedulec.corpus;

import java.util.List;

/**
 * Something that is not as a case says.
 *
 * @param what what it is, in one line
 * @param lines more of it: a claim to write, or the lines that differ
 */
public record Problem(String what, List<String> lines) {
  /** Copies the lines. */
  public Problem {
    lines = List.copyOf(lines);
  }

  static Problem of(String what, String... lines) {
    return new Problem(what, List.of(lines));
  }

  @Override
  public String toString() {
    return lines.isEmpty() ? what : what + "\n    " + String.join("\n    ", lines);
  }
}
