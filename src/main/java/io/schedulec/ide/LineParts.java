package io.schedulec.ide;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line taken apart: {@code - key: value # comment}. Columns count from 0.
 *
 * @param dashes the columns of its dashes
 * @param column where its key, or else its value, starts
 * @param key its key; empty where there is none
 * @param valueColumn where its value starts
 * @param value its value, without comment; empty where there is none
 * @param comment where its comment starts; its length without one
 */
record LineParts(
    List<Integer> dashes, int column, String key, int valueColumn, String value, int comment) {
  private static final Pattern KEY =
      Pattern.compile("(['\"]?)([^'\"\\[\\]{},:#\\s][^'\"\\[\\]{},:#]*?|\\*)\\1\\s*:(?=\\s|$)");

  /** Copies the columns. */
  LineParts {
    dashes = List.copyOf(dashes);
  }

  /** The parts of a line. */
  static LineParts of(String line) {
    int comment = comment(line);
    String content = line.substring(0, comment);
    List<Integer> dashes = new ArrayList<>();
    int at = skipBlanks(content, 0);
    while (at < content.length()
        && content.charAt(at) == '-'
        && (at + 1 == content.length() || content.charAt(at + 1) == ' ')) {
      dashes.add(at);
      at = skipBlanks(content, at + 1);
    }
    Matcher key = KEY.matcher(content).region(at, content.length());
    if (!key.lookingAt()) {
      return new LineParts(dashes, at, "", at, content.substring(at).stripTrailing(), comment);
    }
    int value = skipBlanks(content, key.end());
    return new LineParts(
        dashes, at, key.group(2), value, content.substring(value).stripTrailing(), comment);
  }

  /** Whether there is nothing but blanks and a comment. */
  boolean blank() {
    return dashes.isEmpty() && key.isEmpty() && value.isEmpty();
  }

  private static int skipBlanks(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    return at;
  }

  /** Where the comment starts: at a hash sign that stands outside quotes and behind a blank. */
  private static int comment(String line) {
    char quote = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean fresh = i == 0 || " \t[{,".indexOf(line.charAt(i - 1)) >= 0;
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if ((c == '\'' || c == '"') && fresh) {
        quote = c;
      } else if (c == '#' && (i == 0 || line.charAt(i - 1) == ' ' || line.charAt(i - 1) == '\t')) {
        return i;
      }
    }
    return line.length();
  }
}
