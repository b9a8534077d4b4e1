package io.schedulec.diagnostic;

import java.util.ArrayList;
import java.util.List;

/**
 * Edits as a whole: their order, whether they can be made together, and what they make of a text.
 */
public final class Edits {
  private Edits() {}

  /**
   * The text after all edits; those at the same place are made in the order of the list.
   *
   * @throws IllegalArgumentException when two edits overlap or one lies outside the text
   */
  public static String apply(String text, List<Edit> edits) {
    List<Edit> sorted = sorted(edits);
    if (!compatible(sorted, text.length())) {
      throw new IllegalArgumentException("edits overlap or lie outside the text: " + edits);
    }
    StringBuilder out = new StringBuilder(text.length() + 64);
    int at = 0;
    for (Edit edit : sorted) {
      out.append(text, at, edit.span().start()).append(edit.newText());
      at = edit.span().end();
    }
    return out.append(text, at, text.length()).toString();
  }

  /** Whether all edits can be made to a text of that length; edits that only touch can. */
  public static boolean applicable(int length, List<Edit> edits) {
    return compatible(sorted(edits), length);
  }

  /** The edits in source order, insertions before a replacement that starts at the same place. */
  public static List<Edit> sorted(List<Edit> edits) {
    List<Edit> sorted = new ArrayList<>(edits.size());
    for (Edit edit : edits) {
      int at = sorted.size();
      while (at > 0 && sorted.get(at - 1).span().compareTo(edit.span()) > 0) {
        at--;
      }
      sorted.add(at, edit);
    }
    return sorted;
  }

  private static boolean compatible(List<Edit> sorted, int length) {
    int at = 0;
    for (Edit edit : sorted) {
      if (edit.span().start() < at || edit.span().end() > length) {
        return false;
      }
      at = edit.span().end();
    }
    return true;
  }
}
