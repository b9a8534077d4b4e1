package io.schedulec.ide;

import java.util.List;
import java.util.Locale;

/** How much of a dotted name has to be typed to mean it. */
final class Segments {
  private Segments() {}

  /**
   * Whether a name contains what was typed, or its segments begin with the typed ones in order:
   * {@code l3.conv} and {@code layer3.conv1} both mean {@code layer3.0.conv1.weight}, if no other
   * letters are in between.
   */
  static boolean match(String typed, String name) {
    String lower = typed.toLowerCase(Locale.ROOT);
    String candidate = name.toLowerCase(Locale.ROOT);
    if (candidate.contains(lower)) {
      return true;
    }
    List<String> segments = List.of(candidate.split("\\.", -1));
    int at = 0;
    for (String part : lower.split("\\.", -1)) {
      while (at < segments.size() && !begins(segments.get(at), part)) {
        at++;
      }
      if (at++ >= segments.size()) {
        return false;
      }
    }
    return true;
  }

  /** Whether a segment begins so, or is abbreviated to its first letter and its number. */
  private static boolean begins(String segment, String part) {
    return segment.startsWith(part)
        || (part.length() > 1
            && segment.charAt(0) == part.charAt(0)
            && Character.isDigit(part.charAt(1))
            && segment.replaceAll("\\D", "").equals(part.substring(1)));
  }
}
