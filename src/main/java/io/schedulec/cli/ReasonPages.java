package io.schedulec.cli;

import io.schedulec.channel.rule.Reason;
import io.schedulec.diagnostic.render.Pages;
import io.schedulec.diagnostic.render.RenderOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The pages that explain why channels are held, one Markdown file a reason, named by its word. */
final class ReasonPages {
  private static final String HEADING =
      "why channels are held (schedulec inspect MODEL --why NAME)";

  private ReasonPages() {}

  /** The reason with a word. */
  static Optional<Reason> find(String word) {
    for (Reason reason : Reason.values()) {
      if (reason.word().equals(word)) {
        return Optional.of(reason);
      }
    }
    return Optional.empty();
  }

  /** The words of all reasons. */
  static Set<String> words() {
    return titles().keySet();
  }

  /** Every reason in one line. */
  static String overview(RenderOptions options) {
    return Pages.overview(HEADING, titles(), options);
  }

  private static Map<String, String> titles() {
    Map<String, String> titles = new LinkedHashMap<>();
    for (Reason reason : Reason.values()) {
      titles.put(reason.word(), reason.sentence());
    }
    return titles;
  }

  /** The page of a reason. */
  static String of(Reason reason, RenderOptions options) {
    return Pages.render(reason.word(), reason.sentence(), text(reason), options);
  }

  private static String text(Reason reason) {
    try (InputStream in = Reason.class.getResourceAsStream(reason.word() + ".md")) {
      if (in == null) {
        throw new AssertionError("no page for " + reason);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
