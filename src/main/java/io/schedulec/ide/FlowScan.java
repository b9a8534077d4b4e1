package io.schedulec.ide;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds out what brackets and braces are open at the end of a text. */
final class FlowScan {
  private final String text;
  private final Deque<Open> open = new ArrayDeque<>();
  private int tokenStart;

  private FlowScan(String text, int from) {
    this.text = text;
    this.tokenStart = from;
  }

  /** A bracket or brace, the keys seen in it, and the key whose value is being written. */
  private static final class Open {
    private final boolean map;
    private final Map<String, String> entries = new LinkedHashMap<>();
    private String key = "";

    Open(boolean map) {
      this.map = map;
    }

    /** An entry has ended, with this text since its colon. */
    void end(String value) {
      if (!key.isEmpty()) {
        entries.put(key, unquoted(value.strip()));
      }
      key = "";
    }
  }

  /** Scans the characters {@code [from, to)}. */
  static FlowScan of(String text, int from, int to) {
    FlowScan scan = new FlowScan(text, from);
    scan.run(from, to);
    return scan;
  }

  /** Whether anything is open. */
  boolean inside() {
    return !open.isEmpty();
  }

  /** What is open, outermost first: items, and keys whose values are being written. */
  List<String> path() {
    List<String> path = new ArrayList<>();
    for (Open each : open) {
      if (!each.map) {
        path.add(Caret.ITEM);
      } else if (!each.key.isEmpty()) {
        path.add(each.key);
      }
    }
    return path;
  }

  /** Whether the value of a key is being written. */
  boolean inValue() {
    return inside() && open.getLast().map && !open.getLast().key.isEmpty();
  }

  /** The keys that the innermost brace has already. */
  Set<String> keys() {
    return inside() ? Set.copyOf(open.getLast().entries.keySet()) : Set.of();
  }

  /** The entries of all open braces so far; of several with one key, the innermost. */
  Map<String, String> entries() {
    Map<String, String> all = new LinkedHashMap<>();
    open.forEach(each -> all.putAll(each.entries));
    return all;
  }

  /** Where the word begins that is being written, blanks left out. */
  int tokenStart(int to) {
    int at = tokenStart;
    while (at < to && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private void run(int from, int to) {
    int at = from;
    while (at < to) {
      char c = text.charAt(at);
      if ((c == '\'' || c == '"') && tokenStart(at) == at) {
        at = closing(c, at + 1, to);
      } else if (c == '#' && at > 0 && Character.isWhitespace(text.charAt(at - 1))) {
        at = endOfLine(at, to);
      } else {
        structure(c, at, to);
      }
      at++;
    }
  }

  private int closing(char quote, int from, int to) {
    int end = text.indexOf(quote, from);
    int line = endOfLine(from, to);
    // A quote that its line does not close is one that is still being written.
    return end < 0 || end > line ? line : end;
  }

  private int endOfLine(int from, int to) {
    int at = from;
    while (at < to && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
      at++;
    }
    return at;
  }

  private void structure(char c, int at, int to) {
    switch (c) {
      case '[', '{' -> {
        open.addLast(new Open(c == '{'));
        tokenStart = at + 1;
      }
      case ']', '}' -> {
        if (inside()) {
          open.removeLast();
        }
        tokenStart = at + 1;
      }
      case ',' -> {
        if (inside()) {
          open.getLast().end(text.substring(tokenStart, at));
        }
        tokenStart = at + 1;
      }
      case ':' -> {
        boolean separates = at + 1 == to || Character.isWhitespace(text.charAt(at + 1));
        if (separates && inside() && open.getLast().map) {
          Open map = open.getLast();
          map.key = unquoted(text.substring(tokenStart, at).strip());
          map.entries.put(map.key, "");
          tokenStart = at + 1;
        }
      }
      default -> {}
    }
  }

  private static String unquoted(String word) {
    boolean quoted =
        word.length() > 1 && (word.startsWith("'") || word.startsWith("\"")) && word.length() > 2;
    return quoted ? word.substring(1, word.length() - 1) : word;
  }
}
