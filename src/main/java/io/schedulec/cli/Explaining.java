package io.schedulec.cli;

import io.schedulec.channel.rule.Reason;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.render.Pages;
import io.schedulec.diagnostic.render.RenderOptions;
import io.schedulec.reference.PageSearch;
import io.schedulec.reference.Tracebacks;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Prints the catalogue of findings and reasons, or the page of one. */
final class Explaining {
  private Explaining() {}

  static int run(ExplainCommand.Request request, Terminal terminal) throws BadRequest {
    RenderOptions options = Reports.options(terminal);
    if (request.search().isPresent()) {
      terminal.out().print(search(request.search().get(), options));
    } else if (request.words().isEmpty()) {
      terminal.out().print(Pages.overview(options) + "\n" + ReasonPages.overview(options));
    } else {
      terminal.out().print(text(request.words(), options));
    }
    return ExitCode.OK;
  }

  /** A page, or the findings that a traceback stands for. */
  private static String text(List<String> words, RenderOptions options) throws BadRequest {
    String asked = String.join(" ", words);
    Optional<Reason> reason = ReasonPages.find(asked);
    if (reason.isPresent()) {
      return ReasonPages.of(reason.get(), options);
    }
    Optional<DiagnosticKind> kind = DiagnosticKind.find(asked);
    if (kind.isPresent()) {
      return page(kind.get(), options);
    }
    if (words.size() > 1 && DiagnosticKind.find(words.get(0)).isPresent()) {
      throw new BadRequest("explain takes one code at a time");
    }
    return traceback(asked, options)
        .orElseThrow(() -> new BadRequest(Codes.unknown("", asked, ReasonPages.words())));
  }

  private static String page(DiagnosticKind kind, RenderOptions options) {
    return Pages.render(kind, options).orElseThrow(() -> new AssertionError("no page for " + kind));
  }

  /** The page of the finding that a traceback stands for, or all that it may stand for. */
  private static Optional<String> traceback(String text, RenderOptions options) {
    List<DiagnosticKind> found = Tracebacks.find(text);
    if (found.size() == 1) {
      return Optional.of(page(found.get(0), options));
    }
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(list("the original trainer says this for", found, options));
  }

  private static String search(String text, RenderOptions options) throws BadRequest {
    List<DiagnosticKind> tracebacks = Tracebacks.find(text);
    List<DiagnosticKind> found = tracebacks.isEmpty() ? PageSearch.find(text) : tracebacks;
    if (found.isEmpty()) {
      throw new BadRequest("no page has \"" + text + "\"");
    }
    return list("pages that have this", found, options);
  }

  private static String list(String heading, List<DiagnosticKind> found, RenderOptions options) {
    Map<String, String> rows = new LinkedHashMap<>();
    found.forEach(kind -> rows.put(kind.code() + " " + kind.slug(), kind.title()));
    return Pages.overview(heading, rows, options) + "\nschedulec explain CODE says more\n";
  }
}
