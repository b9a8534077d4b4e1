package io.schedulec.yaml;

import io.schedulec.source.Span;

/**
 * Walks the source of a scalar and its content side by side.
 *
 * <p>Escapes aside, both hold the same characters in the same order but for blanks and line breaks,
 * whatever the style; so it is enough to step over the blanks that only the source has.
 */
final class Unfolding {
  private final String source;
  private final int end;
  private final YamlValue.Style style;
  private final String content;
  private final int[] starts;
  private final int[] ends;
  private int at;

  private Unfolding(String source, Span span, YamlValue.Style style, String content) {
    this.source = source;
    this.end = span.end();
    this.style = style;
    this.content = content;
    this.starts = new int[content.length()];
    this.ends = new int[content.length()];
    this.at = contentStart(source, span, style);
  }

  /** The places of a scalar's content. */
  static Embedded places(String source, Span span, YamlValue.Style style, String content) {
    int quotes = isQuoted(style) ? 2 : 0;
    boolean block = style == YamlValue.Style.LITERAL || style == YamlValue.Style.FOLDED;
    if (!block && content.length() == span.length() - quotes) {
      return Embedded.verbatim(span.start() + quotes / 2);
    }
    return new Unfolding(source, span, style, content).walk();
  }

  private static boolean isQuoted(YamlValue.Style style) {
    return style == YamlValue.Style.SINGLE_QUOTED || style == YamlValue.Style.DOUBLE_QUOTED;
  }

  private static int contentStart(String source, Span span, YamlValue.Style style) {
    if (style == YamlValue.Style.PLAIN || isQuoted(style)) {
      return span.start() + (isQuoted(style) ? 1 : 0);
    }
    int at = span.start();
    while (at < span.end() && source.charAt(at) != '\n' && source.charAt(at) != '\r') {
      at++;
    }
    return at;
  }

  private Embedded walk() {
    for (int i = 0; i < content.length(); i++) {
      char c = content.charAt(i);
      boolean blank = Character.isWhitespace(c);
      if (!blank || atEscape()) {
        skipBlanks();
      }
      starts[i] = Math.min(at, end);
      at = Math.min(end, at + width(c, blank));
      ends[i] = at;
      if (Character.isLowSurrogate(c) && i > 0 && starts[i] - starts[i - 1] > 1) {
        starts[i] = starts[i - 1];
        ends[i] = ends[i - 1];
        at = ends[i];
      }
    }
    return Embedded.of(starts, ends);
  }

  /** How much source a character of the content takes. */
  private int width(char c, boolean blank) {
    if (at >= end) {
      return 0;
    }
    if (atEscape()) {
      return escapeWidth();
    }
    if (blank) {
      return source.charAt(at) == c ? 1 : 0;
    }
    return style == YamlValue.Style.SINGLE_QUOTED && c == '\'' ? 2 : 1;
  }

  private boolean atEscape() {
    return style == YamlValue.Style.DOUBLE_QUOTED && at < end && source.charAt(at) == '\\';
  }

  private int escapeWidth() {
    char kind = at + 1 < end ? source.charAt(at + 1) : ' ';
    return switch (kind) {
      case 'x' -> 4;
      case 'u' -> 6;
      case 'U' -> 10;
      default -> 2;
    };
  }

  /** Steps over blanks and escaped line breaks. */
  private void skipBlanks() {
    while (at < end && (Character.isWhitespace(source.charAt(at)) || atEscapedBreak())) {
      at += source.charAt(at) == '\\' ? 2 : 1;
    }
  }

  private boolean atEscapedBreak() {
    return atEscape()
        && at + 1 < end
        && (source.charAt(at + 1) == '\n' || source.charAt(at + 1) == '\r');
  }
}
