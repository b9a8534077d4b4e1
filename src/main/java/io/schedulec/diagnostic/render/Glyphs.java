package io.schedulec.diagnostic.render;

/**
 * The characters an output can show.
 *
 * <p>Control and direction-changing characters never pass, so a file or a model cannot command the
 * terminal or reorder what it shows. Where only ASCII can be shown, our own drawings have ASCII
 * counterparts and every other character becomes {@code ?}.
 */
enum Glyphs {
  UNICODE,
  ASCII;

  private static final char REPLACEMENT = '\uFFFD';

  /** The characters for some options. */
  static Glyphs of(RenderOptions options) {
    return options.ascii() ? ASCII : UNICODE;
  }

  /** A text as it can be shown; line breaks and tabs count as spaces. */
  String text(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~') {
        return translate(text);
      }
    }
    return text;
  }

  private String translate(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      boolean space = codePoint == '\n' || codePoint == '\r' || codePoint == '\t';
      append(out, space ? ' ' : codePoint);
      i += Character.charCount(codePoint);
    }
    return out.toString();
  }

  /** Adds what is shown for a code point. */
  void append(StringBuilder out, int codePoint) {
    if (codePoint >= ' ' && codePoint <= '~') {
      out.append((char) codePoint);
    } else if (this == ASCII) {
      out.append(ascii(codePoint));
    } else if (codePoint < ' ') {
      out.append((char) (0x2400 + codePoint));
    } else if (harmful(codePoint)) {
      out.append(REPLACEMENT);
    } else {
      out.appendCodePoint(codePoint);
    }
  }

  private static boolean harmful(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      case Character.FORMAT -> !joins(codePoint);
      default -> false;
    };
  }

  /** The format characters inside emoji and Indic words, which change no direction. */
  private static boolean joins(int codePoint) {
    return codePoint == 0x200C || codePoint == 0x200D || codePoint >= 0xE0000;
  }

  private static String ascii(int codePoint) {
    return switch (codePoint) {
      case '─', '–' -> "-";
      case '—' -> "--";
      case '│' -> "|";
      case '┌', '┐', '└', '┘', '├', '┤', '┬', '┴', '┼', '╭', '╮', '╯', '╰' -> "+";
      case '●' -> "[x]";
      case '○' -> "[ ]";
      case '■' -> "#";
      case '▶' -> ">";
      case '◀' -> "<";
      case '▼' -> "v";
      case '·' -> ".";
      case '…' -> "...";
      case '×' -> "x";
      case '→' -> "->";
      case '←' -> "<-";
      case '≤' -> "<=";
      case '≥' -> ">=";
      case '≠' -> "!=";
      case '‘', '’' -> "'";
      case '“', '”' -> "\"";
      default -> "?";
    };
  }
}
