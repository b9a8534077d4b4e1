package io.schedulec.yaml;

/** Turns the code-point offsets of the parser into offsets of the text. */
final class CodePoints {
  private final int length;
  private final int[] offsets;

  /** The offsets of a text; costs nothing while the text holds no surrogate pairs. */
  CodePoints(String text) {
    length = text.length();
    offsets = hasSurrogates(text) ? offsets(text) : new int[0];
  }

  int offset(int codePoint) {
    if (offsets.length == 0) {
      return Math.min(codePoint, length);
    }
    return codePoint < offsets.length ? offsets[codePoint] : length;
  }

  private static boolean hasSurrogates(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static int[] offsets(String text) {
    int[] offsets = new int[text.codePointCount(0, text.length()) + 1];
    int at = 0;
    for (int i = 0; i < offsets.length; i++) {
      offsets[i] = at;
      at += at < text.length() && Character.charCount(text.codePointAt(at)) == 2 ? 2 : 1;
    }
    return offsets;
  }
}
