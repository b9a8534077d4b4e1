package io.schedulec.analysis;

import java.util.ArrayList;
import java.util.List;

/**
 * The lines of one {@code .gitignore}, as git understands them.
 *
 * @param patterns the patterns, in file order; the last that fits counts
 */
record IgnoreRules(List<IgnorePattern> patterns) {
  /** Nothing is ignored. */
  static final IgnoreRules NONE = new IgnoreRules(List.of());

  /** What is said of a path. */
  enum Verdict {
    IGNORED,
    WANTED,
    UNSAID
  }

  /** Copies the patterns. */
  IgnoreRules {
    patterns = List.copyOf(patterns);
  }

  /** The rules of a text; lines that are no patterns say nothing. */
  static IgnoreRules of(String text) {
    List<IgnorePattern> patterns = new ArrayList<>();
    String body = text.startsWith("\uFEFF") ? text.substring(1) : text;
    for (String line : body.split("\n", -1)) {
      IgnorePattern.of(line).ifPresent(patterns::add);
    }
    return new IgnoreRules(patterns);
  }

  /**
   * What the rules say of a path.
   *
   * @param path relative to the folder of the rules, with slashes
   */
  Verdict of(String path, boolean folder) {
    for (int i = patterns.size() - 1; i >= 0; i--) {
      IgnorePattern pattern = patterns.get(i);
      if (pattern.matches(path, folder)) {
        return pattern.negated() ? Verdict.WANTED : Verdict.IGNORED;
      }
    }
    return Verdict.UNSAID;
  }
}
