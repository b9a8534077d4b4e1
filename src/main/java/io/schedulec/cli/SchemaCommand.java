package io.schedulec.cli;

import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;

/** {@code schedulec schema}. */
final class SchemaCommand implements Command {
  private final Body body;

  SchemaCommand(Body body) {
    this.body = body;
  }

  /** Prints the schema. */
  @FunctionalInterface
  interface Body {
    /** Returns the exit code. */
    int run(Terminal terminal);
  }

  @Override
  public String name() {
    return "schema";
  }

  @Override
  public String summary() {
    return "print the JSON Schema of schedules, for editors that know YAML only";
  }

  @Override
  public String usage() {
    return "";
  }

  @Override
  public String example() {
    return "schema > schedule.schema.json";
  }

  @Override
  public Options options() {
    return new Options();
  }

  @Override
  public int run(CommandLine line, Terminal terminal) throws BadRequest {
    if (!line.getArgList().isEmpty()) {
      throw new BadRequest("schema takes no arguments");
    }
    return body.run(terminal);
  }
}
