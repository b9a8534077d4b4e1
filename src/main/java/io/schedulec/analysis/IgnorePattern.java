package io.schedulec.analysis;

import java.util.Optional;

/**
 * One line of a {@code .gitignore}.
 *
 * @param glob the pattern without the marks around it
 * @param negated whether it begins with an exclamation mark, and takes paths back
 * @param folders whether it ends in a slash, and means folders alone
 * @param anchored whether it has a slash elsewhere, and means paths from its own folder on, not
 *     names anywhere below
 */
record IgnorePattern(String glob, boolean negated, boolean folders, boolean anchored) {

  /** The pattern of a line, if it holds one. */
  static Optional<IgnorePattern> of(String line) {
    String text = withoutBlanks(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
    if (text.isEmpty() || text.charAt(0) == '#') {
      return Optional.empty();
    }
    boolean negated = text.charAt(0) == '!';
    String rest = negated ? text.substring(1) : text;
    boolean folders = rest.endsWith("/");
    String glob = folders ? rest.substring(0, rest.length() - 1) : rest;
    boolean anchored = glob.indexOf('/') >= 0;
    String bare = glob.startsWith("/") ? glob.substring(1) : glob;
    return bare.isEmpty()
        ? Optional.empty()
        : Optional.of(new IgnorePattern(bare, negated, folders, anchored));
  }

  /** Blanks at the end do not count, unless one is escaped. */
  private static String withoutBlanks(String line) {
    int end = line.length();
    while (end > 0 && line.charAt(end - 1) == ' ' && !escaped(line, end - 1)) {
      end--;
    }
    return line.substring(0, end);
  }

  private static boolean escaped(String line, int at) {
    int slashes = 0;
    while (at - 1 - slashes >= 0 && line.charAt(at - 1 - slashes) == '\\') {
      slashes++;
    }
    return slashes % 2 == 1;
  }

  /** Whether it means a path, given with slashes and relative to the folder of the file. */
  boolean matches(String path, boolean folder) {
    if (folders && !folder) {
      return false;
    }
    String name = anchored ? path : path.substring(path.lastIndexOf('/') + 1);
    return IgnoreGlob.matches(glob, name);
  }
}
