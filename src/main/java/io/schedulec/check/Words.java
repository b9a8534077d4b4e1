package io.schedulec.check;

import java.util.ArrayList;
import java.util.List;

/** Wording that several checks share. */
final class Words {
  private Words() {}

  /** {@code 1 layer}, {@code 3 layers}. */
  static String count(int number, String noun) {
    return number + " " + (number == 1 ? noun : noun + "s");
  }

  /** {@code a}, {@code a and b}, {@code a, b and c}. */
  static String list(List<String> words) {
    int last = words.size() - 1;
    if (last < 1) {
      return last == 0 ? words.get(0) : "";
    }
    return String.join(", ", words.subList(0, last)) + " and " + words.get(last);
  }

  /** Like {@link #list}, with the middle of a list of more than {@code most} words left out. */
  static String cut(List<String> words, int most) {
    if (words.size() <= most) {
      return list(words);
    }
    List<String> kept = new ArrayList<>(words.subList(0, most - 1));
    kept.add((words.size() - most + 1) + " more");
    return list(kept);
  }

  /** The words in backticks. */
  static List<String> quoted(List<String> words) {
    List<String> out = new ArrayList<>();
    for (String word : words) {
      out.add("`" + word + "`");
    }
    return out;
  }

  /** A small whole number as a word. */
  static String small(int number) {
    String[] words = {"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"};
    return number >= 0 && number < words.length ? words[number] : Integer.toString(number);
  }

  /** A fraction as people write it, without needless zeros. */
  static String number(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e9) {
      return Long.toString((long) value);
    }
    double rounded = Math.rint(value * 1e4) / 1e4;
    String text = Double.toString(rounded);
    int point = text.indexOf('.');
    return text.length() - point == 2 ? text + "0" : text;
  }

  /** A fraction of which the size counts, however small. */
  static String share(double value) {
    return value >= 0.001 || value <= 0
        ? number(value)
        : String.format(java.util.Locale.ROOT, "%.1e", value);
  }

  /** A fraction in whole percent. */
  static String percent(double fraction) {
    return Math.round(fraction * 100) + " %";
  }
}
