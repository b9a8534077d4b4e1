package io.schedulec.ide;

import java.util.List;
import java.util.Locale;

/** Numbers and lists as people read them. */
final class Prose {
  private static final int LONGEST = 12;

  private Prose() {}

  /** {@code 36 864}. */
  static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number).replace(',', ' ');
  }

  /** {@code 2.36 M}: three digits and a unit, from a thousand on. */
  static String rounded(long number) {
    String[] units = {"", " k", " M", " G", " T"};
    double value = number;
    int unit = 0;
    while (value >= 999.5 && unit < units.length - 1) {
      value /= 1000;
      unit++;
    }
    int decimals = unit == 0 || value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2;
    return String.format(Locale.ROOT, "%." + decimals + "f", value) + units[unit];
  }

  /** {@code 13.6 %}. */
  static String percent(double fraction) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * fraction);
  }

  /** A sparsity, with at least two decimals. */
  static String fraction(double value) {
    String text = String.format(Locale.ROOT, "%.4f", value);
    while (text.endsWith("0") && text.indexOf('.') < text.length() - 3) {
      text = text.substring(0, text.length() - 1);
    }
    return text;
  }

  /** The words, the middle left out where they are many. */
  static String list(List<String> words) {
    if (words.size() <= LONGEST) {
      return String.join(", ", words);
    }
    return String.join(", ", words.subList(0, LONGEST - 2))
        + ", … "
        + (words.size() - LONGEST + 1)
        + " more …, "
        + words.get(words.size() - 1);
  }
}
