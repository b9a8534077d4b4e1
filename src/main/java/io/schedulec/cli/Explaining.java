package io.schedulec.cli;

import io.schedulec.channel.rule.Reason;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.render.Pages;
import io.schedulec.diagnostic.render.RenderOptions;
import java.util.Optional;

/** Prints the catalogue of findings and reasons, or the page of one. */
final class Explaining {
  private Explaining() {}

  static int run(Optional<String> code, Terminal terminal) throws BadRequest {
    RenderOptions options = new RenderOptions(terminal.width(), terminal.ascii(), terminal.color());
    if (code.isEmpty()) {
      terminal.out().print(Pages.overview(options));
      terminal.out().print("\n" + ReasonPages.overview(options));
      return ExitCode.OK;
    }
    Optional<Reason> reason = ReasonPages.find(code.get());
    if (reason.isPresent()) {
      terminal.out().print(ReasonPages.of(reason.get(), options));
      return ExitCode.OK;
    }
    Optional<DiagnosticKind> kind = DiagnosticKind.find(code.get());
    if (kind.isEmpty()) {
      throw new BadRequest(Codes.unknown("", code.get(), ReasonPages.words()));
    }
    Optional<String> page = Pages.render(kind.get(), options);
    terminal.out().print(page.orElseThrow(() -> new AssertionError("no page for " + kind.get())));
    return ExitCode.OK;
  }
}
