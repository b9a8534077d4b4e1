package io.schedulec.source;

/**
 * Keeps a sentence on its line: it quotes names, names come from files, and a name may hold a line
 * break or a command to the terminal.
 */
public final class OneLine {
  private OneLine() {}

  /** The text with a space for each control character. */
  public static String of(String text) {
    StringBuilder line = new StringBuilder(text);
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029') {
        line.setCharAt(i, ' ');
      }
    }
    return line.toString();
  }
}
