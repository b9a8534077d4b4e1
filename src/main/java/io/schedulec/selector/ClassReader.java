package io.schedulec.selector;

import org.antlr.v4.runtime.Token;

/** Reads sets of characters, {@code [abc]} and {@code [!a-c]}. */
final class ClassReader {
  private ClassReader() {}

  /** The set in a pattern. */
  static CharSet glob(Token token) {
    String text = token.getText();
    int start = token.getStartIndex();
    boolean negated = text.startsWith("[!") || text.startsWith("[^");
    int from = negated ? 2 : 1;
    if (from == text.length() - 1) {
      throw Problem.at(start, start + text.length(), "a set of no characters", "nothing fits it");
    }
    StringBuilder bounds = new StringBuilder();
    int at = from;
    while (at < text.length() - 1) {
      boolean range = at + 2 < text.length() - 1 && text.charAt(at + 1) == '-';
      char low = text.charAt(at);
      char high = range ? text.charAt(at + 2) : low;
      if (high < low) {
        String message = "the range `" + low + "-" + high + "` counts down";
        throw Problem.at(start + at, start + at + 3, message, "the smaller one comes first");
      }
      bounds.append(low).append(high);
      at += range ? 3 : 1;
    }
    return new CharSet.Ranges(bounds.toString(), negated);
  }
}
