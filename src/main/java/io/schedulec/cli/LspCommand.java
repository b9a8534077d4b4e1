package io.schedulec.cli;

import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;

/** {@code schedulec lsp}. */
final class LspCommand implements Command {
  private final Body body;

  LspCommand(Body body) {
    this.body = body;
  }

  /** Serves one client. */
  @FunctionalInterface
  interface Body {
    /** Returns the exit code. */
    int run(Terminal terminal) throws BadRequest;
  }

  @Override
  public String name() {
    return "lsp";
  }

  @Override
  public String summary() {
    return "serve an editor over standard input and output";
  }

  @Override
  public String usage() {
    return "[--stdio]";
  }

  @Override
  public String example() {
    return "lsp";
  }

  @Override
  public Options options() {
    return new Options()
        .addOption(CommonOptions.flag("stdio", "as always; editors are used to saying so"));
  }

  @Override
  public int run(CommandLine line, Terminal terminal) throws BadRequest {
    if (!line.getArgList().isEmpty()) {
      throw new BadRequest("lsp takes no arguments, but got \"" + line.getArgList().get(0) + "\"");
    }
    return body.run(terminal);
  }
}
