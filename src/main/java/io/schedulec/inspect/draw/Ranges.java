package io.schedulec.inspect.draw;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts that differ in numbers, as one: {@code 128 × 64} and {@code 128 × 224} are {@code 128 ×
 * 64…224}.
 */
final class Ranges {
  private static final Pattern NUMBER = Pattern.compile("[0-9]+");

  private Ranges() {}

  static String of(String first, String last) {
    boolean comparable =
        NUMBER.matcher(first).replaceAll("0").equals(NUMBER.matcher(last).replaceAll("0"));
    if (!comparable || first.equals(last)) {
      return first;
    }
    Matcher numbers = NUMBER.matcher(last);
    return NUMBER.matcher(first).replaceAll(from -> range(from.group(), numbers));
  }

  private static String range(String from, Matcher numbers) {
    String to = numbers.find() ? numbers.group() : from;
    return from.equals(to) ? from : from + "…" + to;
  }
}
