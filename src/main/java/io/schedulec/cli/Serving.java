package io.schedulec.cli;

import io.schedulec.lsp.LspServer;

/** Serves an editor; the only code here that knows of that. */
final class Serving {
  private Serving() {}

  static int run(Terminal terminal) throws BadRequest {
    // The editor reads standard output, and would trip over anything else that is written there.
    System.setOut(System.err);
    try {
      return LspServer.serve(terminal.in(), terminal.out(), Version.number());
    } catch (NoClassDefFoundError e) {
      throw new BadRequest(
          "the libraries of the language server are not there; start bin/schedulec");
    }
  }
}
