package io.schedulec.cli;

import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;

/** One command of the program. */
interface Command {
  /** The word that selects it. */
  String name();

  /** What it does, in one line. */
  String summary();

  /** What may follow the name, e.g. {@code [FILE]...}. */
  String usage();

  /** A command line that is worth copying, without the program's name. */
  String example();

  /** Its options, without those that every command has. */
  Options options();

  /**
   * Does the work and returns the exit code.
   *
   * @throws BadRequest if the request cannot be carried out
   */
  int run(CommandLine line, Terminal terminal) throws BadRequest;
}
