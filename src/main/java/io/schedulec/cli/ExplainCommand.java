package io.schedulec.cli;

import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;

/** {@code schedulec explain}. */
final class ExplainCommand implements Command {
  private final Body body;

  ExplainCommand(Body body) {
    this.body = body;
  }

  /** Explains one code or reason, or lists them all. */
  @FunctionalInterface
  interface Body {
    /** Returns the exit code. */
    int run(Optional<String> code, Terminal terminal) throws BadRequest;
  }

  @Override
  public String name() {
    return "explain";
  }

  @Override
  public String summary() {
    return "say what a finding means, or why channels cannot be removed";
  }

  @Override
  public String usage() {
    return "[CODE|REASON]";
  }

  @Override
  public String example() {
    return "explain SC201";
  }

  @Override
  public Options options() {
    return new Options();
  }

  @Override
  public int run(CommandLine line, Terminal terminal) throws BadRequest {
    List<String> codes = line.getArgList();
    if (codes.size() > 1) {
      throw new BadRequest("explain takes one code at a time");
    }
    return body.run(codes.stream().findFirst(), terminal);
  }
}
