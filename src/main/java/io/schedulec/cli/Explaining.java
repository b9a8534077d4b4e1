package io.schedulec.cli;

import io.schedulec.diagnostic.DiagnosticKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Prints the catalogue of findings, or the page of one. */
final class Explaining {
  private Explaining() {}

  static int run(Optional<String> code, Terminal terminal) throws BadRequest {
    if (code.isEmpty()) {
      for (DiagnosticKind kind : DiagnosticKind.values()) {
        terminal.out().println(headline(kind));
      }
      return ExitCode.OK;
    }
    Optional<DiagnosticKind> kind = DiagnosticKind.find(code.get());
    if (kind.isEmpty()) {
      throw new BadRequest(Codes.unknown("", code.get()));
    }
    terminal.out().println(headline(kind.get()));
    terminal.out().print(page(kind.get()));
    return ExitCode.OK;
  }

  private static String headline(DiagnosticKind kind) {
    return kind.code() + " " + kind.slug() + " (" + kind.severity().word() + "): " + kind.title();
  }

  private static String page(DiagnosticKind kind) {
    String name = kind.code() + ".md";
    try (InputStream stream = DiagnosticKind.class.getResourceAsStream(name)) {
      return stream == null ? "" : "\n" + new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
