package io.schedulec.selector;

/** Tells selectors from plain names, which nearly all texts are, by looking at them once. */
public final class SelectorText {
  static final String REGEX = "re:";
  private static final String SIGNS = "*?[]{}()&|!";

  private SelectorText() {}

  /** Whether a text that is no parameter's name has a sign or word of the selector language. */
  public static boolean is(String text) {
    if (text.startsWith(REGEX) || text.startsWith("not ")) {
      return true;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (SIGNS.indexOf(c) >= 0 || (isBlank(c) && isOperator(text, i + 1))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a word of the language stands at a place, with a blank or the end behind it. */
  private static boolean isOperator(String text, int start) {
    int end = start;
    while (end < text.length() && !isBlank(text.charAt(end))) {
      end++;
    }
    return switch (end - start) {
      case 1 -> text.charAt(start) == '-';
      case 2 -> text.startsWith("or", start);
      case 3 -> text.startsWith("and", start) || text.startsWith("not", start);
      default -> false;
    };
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }
}
