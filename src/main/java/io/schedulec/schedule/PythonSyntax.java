package io.schedulec.schedule;

import java.util.Optional;

/** Writes Python's regular expressions in the syntax of Java's. */
final class PythonSyntax {
  private static final String SAME_ESCAPES = "dDwWsSbBAnrtf";
  private static final int DEEPEST = 30;

  /** With more choices than that, a matcher can try too many ways without looking at the text. */
  private static final int MOST_CHOICES = 16;

  /** What stands for a pattern that Python refuses; Java refuses it too. */
  private static final String BROKEN = "[";

  private final String text;
  private final StringBuilder out = new StringBuilder();
  private int at;
  private int depth;
  private int choices;
  private boolean broken;

  private PythonSyntax(String text) {
    this.text = text;
  }

  /** The same pattern for Java; empty if it has parts that Java lacks or reads differently. */
  static Optional<String> translate(String text) {
    PythonSyntax syntax = new PythonSyntax(text);
    while (syntax.at < text.length()) {
      if (!syntax.step()) {
        return Optional.empty();
      }
    }
    return Optional.of(syntax.broken ? BROKEN : syntax.out.toString());
  }

  /** Translates what stands next; false if it cannot be. */
  private boolean step() {
    char c = text.charAt(at);
    choices += "|*+?{".indexOf(c) >= 0 ? 1 : 0;
    if (choices > MOST_CHOICES) {
      return false;
    }
    return switch (c) {
      case '\\' -> escape(SAME_ESCAPES);
      case '[' -> set();
      case '(' -> group();
      case '{' -> braces();
      case '}' -> copy("\\}");
      case '*', '+', '?' -> repeat(c);
      default -> copy(String.valueOf(c));
    };
  }

  private boolean copy(String translated) {
    out.append(translated);
    at++;
    return true;
  }

  private boolean escape(String same) {
    if (at + 1 >= text.length()) {
      broken = true;
      return copy("");
    }
    char c = text.charAt(at + 1);
    boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (letter && same.indexOf(c) < 0 && c != 'Z') {
      return false;
    }
    out.append('\\').append(c == 'Z' ? 'z' : c);
    at += 2;
    return true;
  }

  /** A set in brackets, in which Java gives a meaning to more characters. */
  private boolean set() {
    copy("[");
    if (next('^')) {
      copy("^");
    }
    if (next(']')) {
      copy("\\]");
    }
    while (at < text.length() && !next(']')) {
      boolean more =
          switch (text.charAt(at)) {
            case '\\' -> escape("dDwWsSnrtf");
            case '[', '&', '^' -> copy("\\" + text.charAt(at));
            default -> copy(text.substring(at, at + 1));
          };
      if (!more) {
        return false;
      }
    }
    return at >= text.length() || copy("]");
  }

  /** The start of a group; flags, comments, conditions and references are not translated. */
  private boolean group() {
    depth++;
    if (depth > DEEPEST) {
      return false;
    }
    if (!text.startsWith("(?", at)) {
      return copy("(");
    }
    for (String start : new String[] {"(?:", "(?=", "(?!", "(?<=", "(?<!"}) {
      if (text.startsWith(start, at)) {
        out.append(start);
        at += start.length();
        return true;
      }
    }
    return false;
  }

  /**
   * A count of repetitions, or braces that stand for themselves. Counts of groups are left: a group
   * may match nothing, in as many ways as often.
   */
  private boolean braces() {
    int end = text.indexOf('}', at);
    String inner = end < 0 ? "" : text.substring(at + 1, end);
    if (!isCount(inner)) {
      return copy("\\{");
    }
    if (at > 0 && text.charAt(at - 1) == ')') {
      return false;
    }
    out.append('{').append(inner.startsWith(",") ? "0" + inner : inner).append('}');
    at = end + 1;
    return !next('+');
  }

  private static boolean isCount(String inner) {
    int comma = inner.indexOf(',');
    String low = comma < 0 ? inner : inner.substring(0, comma);
    String high = comma < 0 ? "" : inner.substring(comma + 1);
    return isDigits(low) && isDigits(high) && !(low.isEmpty() && high.isEmpty());
  }

  private static boolean isDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return text.length() < 5;
  }

  /** Java reads a plus behind a repetition as one that gives nothing back. */
  private boolean repeat(char c) {
    broken |= nothingToRepeat();
    copy(String.valueOf(c));
    if (c != '?' && next('?')) {
      copy("?");
    }
    return !next('+');
  }

  private boolean next(char c) {
    return at < text.length() && text.charAt(at) == c;
  }

  /** Whether a repetition stands at a start or behind an anchor, which Java would allow. */
  private boolean nothingToRepeat() {
    boolean escaped = at > 1 && text.charAt(at - 2) == '\\';
    return at == 0 || (!escaped && "(|^$".indexOf(text.charAt(at - 1)) >= 0);
  }
}
