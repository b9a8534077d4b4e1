package io.schedulec.selector;

import java.util.Optional;

/** The {@code module} components of patterns, which match nothing: names are compared without. */
final class Wrappers {
  private static final String MODULE = "module";

  private Wrappers() {}

  /**
   * A piece of a pattern without them.
   *
   * @param first whether the pattern begins with it
   * @param last whether the pattern ends with it
   */
  static String without(String text, boolean first, boolean last) {
    String rest = text;
    while (first && rest.startsWith(MODULE + ".")) {
      rest = rest.substring(MODULE.length() + 1);
    }
    for (int at = rest.indexOf("." + MODULE + ".");
        at >= 0;
        at = rest.indexOf("." + MODULE + ".")) {
      rest = rest.substring(0, at) + rest.substring(at + MODULE.length() + 1);
    }
    boolean ends = last && rest.endsWith("." + MODULE);
    return ends ? rest.substring(0, rest.length() - MODULE.length() - 1) : rest;
  }

  /** Where a pattern writes the first of them, if only names and single components precede it. */
  static Optional<Wrap> first(String text) {
    int place = 0;
    int start = 0;
    while (start <= text.length()) {
      int stop = text.indexOf('.', start);
      int end = stop < 0 ? text.length() : stop;
      String component = text.substring(start, end);
      if (component.equals(MODULE)) {
        return Optional.of(new Wrap(place, place == 0 ? "" : root(text)));
      }
      if (stop < 0 || component.contains("**") || component.contains("{")) {
        return Optional.empty();
      }
      place++;
      start = end + 1;
    }
    return Optional.empty();
  }

  private static String root(String text) {
    return text.substring(0, text.indexOf('.'));
  }
}
