package io.schedulec.diagnostic.render;

import java.util.Locale;

/** Sentences to listen to, one a line. */
final class Narration {
  private static final String ENDS = ".:!?\u2026";

  private final StringBuilder out = new StringBuilder();

  /** Adds a sentence, with its capital and its full stop; nothing if it is empty. */
  void say(String sentence) {
    String told = Glyphs.UNICODE.text(capital(sentence)).replace("`", "").strip();
    if (!told.isEmpty()) {
      boolean ended = ENDS.indexOf(told.charAt(told.length() - 1)) >= 0;
      out.append(told).append(ended ? "" : ".").append('\n');
    }
  }

  /** Adds a line that is no sentence, such as arithmetic or a row of a table. */
  void show(String line) {
    String told = Glyphs.UNICODE.text(line).stripTrailing();
    if (!told.isEmpty()) {
      out.append(told).append('\n');
    }
  }

  /** With a capital, except where a name begins the sentence: its case counts. */
  static String capital(String sentence) {
    for (int i = 0; i < sentence.length() && sentence.charAt(i) != ' '; i++) {
      char c = sentence.charAt(i);
      if (!Character.isLetter(c) && ",:;".indexOf(c) < 0) {
        return sentence;
      }
    }
    return sentence.isEmpty()
        ? sentence
        : sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
