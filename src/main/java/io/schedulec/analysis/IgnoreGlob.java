package io.schedulec.analysis;

/**
 * Globs of git: {@code *} and {@code ?} stop at slashes, two stars between slashes do not, brackets
 * hold characters, a backslash takes the next one as it is.
 */
final class IgnoreGlob {
  private final String glob;
  private final String path;
  private final boolean[] seen;

  private IgnoreGlob(String glob, String path) {
    this.glob = glob;
    this.path = path;
    this.seen = new boolean[(glob.length() + 1) * (path.length() + 1)];
  }

  static boolean matches(String glob, String path) {
    return new IgnoreGlob(glob, path).from(0, 0);
  }

  /** Whether the rest of the glob means the rest of the path; no two rests are tried twice. */
  private boolean from(int g, int p) {
    int key = g * (path.length() + 1) + p;
    if (seen[key]) {
      return false;
    }
    seen[key] = true;
    if (g == glob.length()) {
      return p == path.length();
    }
    char c = glob.charAt(g);
    if (c == '*') {
      return stars(g, p);
    }
    if (p == path.length()) {
      return false;
    }
    char next = path.charAt(p);
    if (c == '?') {
      return next != '/' && from(g + 1, p + 1);
    }
    if (c == '[') {
      return bracket(g, p);
    }
    if (c == '\\' && g + 1 < glob.length()) {
      return glob.charAt(g + 1) == next && from(g + 2, p + 1);
    }
    return c == next && from(g + 1, p + 1);
  }

  private boolean stars(int g, int p) {
    int end = g;
    while (end < glob.length() && glob.charAt(end) == '*') {
      end++;
    }
    boolean starts = g == 0 || glob.charAt(g - 1) == '/';
    boolean ends = end == glob.length() || glob.charAt(end) == '/';
    if (end - g >= 2 && starts && ends) {
      return folders(g, end, p);
    }
    for (int at = p; ; at++) {
      if (from(end, at)) {
        return true;
      }
      if (at == path.length() || path.charAt(at) == '/') {
        return false;
      }
    }
  }

  /** Several stars for themselves: any number of folders, or all that is in one. */
  private boolean folders(int g, int end, int p) {
    if (end == glob.length()) {
      return p < path.length() || g == 0;
    }
    for (int at = p; at >= 0; at = path.indexOf('/', at) + 1) {
      if (from(end + 1, at)) {
        return true;
      }
      if (path.indexOf('/', at) < 0) {
        return false;
      }
    }
    return false;
  }

  private boolean bracket(int g, int p) {
    char c = path.charAt(p);
    int at = g + 1;
    boolean not = at < glob.length() && (glob.charAt(at) == '!' || glob.charAt(at) == '^');
    at += not ? 1 : 0;
    boolean in = false;
    int first = at;
    while (at < glob.length() && (at == first || glob.charAt(at) != ']')) {
      at += escape(at);
      char low = charAt(at);
      char high = low;
      boolean range =
          at + 2 < glob.length() && glob.charAt(at + 1) == '-' && glob.charAt(at + 2) != ']';
      if (range) {
        at += 2;
        at += escape(at);
        high = charAt(at);
      }
      in |= low <= c && c <= high;
      at++;
    }
    return at < glob.length() && in != not && c != '/' && from(at + 1, p + 1);
  }

  private int escape(int at) {
    return glob.charAt(at) == '\\' && at + 1 < glob.length() ? 1 : 0;
  }

  private char charAt(int at) {
    return at < glob.length() ? glob.charAt(at) : '\0';
  }
}
