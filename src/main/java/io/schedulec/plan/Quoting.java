package io.schedulec.plan;

import java.util.Set;

/**
 * How a plan writes names and texts. Which characters are escaped is fixed here and asks no Unicode
 * table, so that the same plan is the same bytes under every JDK.
 */
final class Quoting {
  /** What the grammar keeps for itself; a name that reads so is quoted. */
  static final Set<String> KEYWORDS =
      Set.of(
          "plan",
          "schedule",
          "model",
          "operators",
          "parameters",
          "rounding",
          "group",
          "size",
          "axis",
          "grouped",
          "each",
          "at",
          "step",
          "width",
          "table",
          "balance",
          "by",
          "epoch",
          "epochs",
          "mask",
          "of",
          "elements",
          "thin",
          "rate",
          "true",
          "false",
          "none",
          "inf",
          "nan");

  private Quoting() {}

  /** A name: bare where it is one word, else quoted. */
  static String name(String name) {
    boolean bare = word(name) && !name.endsWith(".") && !KEYWORDS.contains(name);
    return bare ? name : text(name);
  }

  /** The first part of several names, up to and with its last full stop. */
  static String prefix(String prefix) {
    return word(prefix) ? prefix : text(prefix);
  }

  /** A text in quotes. */
  static String text(String text) {
    StringBuilder out = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (hidden(c) || lone(text, i)) {
        escape(out, c);
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }

  private static boolean word(String text) {
    if (text.isEmpty() || !(letter(text.charAt(0)) || text.charAt(0) == '_')) {
      return false;
    }
    for (int i = 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!letter(c) && !(c >= '0' && c <= '9') && "_.:/-".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /** Controls, and what changes the order or look of its neighbours without being seen. */
  private static boolean hidden(char c) {
    return c < ' '
        || (c >= 0x7F && c <= 0x9F)
        || (c >= 0x200B && c <= 0x200F)
        || (c >= 0x2028 && c <= 0x202E)
        || (c >= 0x2060 && c <= 0x206F)
        || c == 0xFEFF
        || (c >= 0xFFF9 && c <= 0xFFFB);
  }

  /** Whether half of a character stands alone, which no file can hold. */
  private static boolean lone(String text, int at) {
    char c = text.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
    }
    return Character.isLowSurrogate(c)
        && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
  }

  private static void escape(StringBuilder out, char c) {
    switch (c) {
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
          out.append(Character.forDigit((c >> shift) & 0xF, 16));
        }
      }
    }
  }
}
