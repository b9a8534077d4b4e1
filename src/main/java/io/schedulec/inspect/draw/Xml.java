package io.schedulec.inspect.draw;

/** Texts in XML, which cannot hold every letter that a name can. */
final class Xml {
  private static final int REPLACEMENT = 0xFFFD;

  private Xml() {}

  static String text(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints().forEach(c -> append(out, c));
    return out.toString();
  }

  private static void append(StringBuilder out, int c) {
    switch (c) {
      case '&' -> out.append("&amp;");
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '"' -> out.append("&quot;");
      default -> out.appendCodePoint(allowed(c) ? c : REPLACEMENT);
    }
  }

  private static boolean allowed(int c) {
    boolean control = c < 0x20 && c != '\n' && c != '\t';
    boolean half = c >= 0xD800 && c <= 0xDFFF;
    return !control && !half && c != 0xFFFE && c != 0xFFFF;
  }
}
