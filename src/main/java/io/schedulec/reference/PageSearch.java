package io.schedulec.reference;

import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.render.Pages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Which pages speak of something. */
public final class PageSearch {
  private PageSearch() {}

  /** The kinds whose pages have all words of a text. */
  public static List<DiagnosticKind> find(String text) {
    List<DiagnosticKind> found = new ArrayList<>();
    String[] words = text.strip().toLowerCase(Locale.ROOT).split("\\s+", -1);
    for (DiagnosticKind kind : DiagnosticKind.values()) {
      String page = Pages.text(kind).orElse("").toLowerCase(Locale.ROOT);
      boolean all = !text.isBlank();
      for (String word : words) {
        all &= page.contains(word);
      }
      if (all) {
        found.add(kind);
      }
    }
    return found;
  }
}
