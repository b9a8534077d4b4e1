package io.schedulec.cli;

import java.util.List;
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

  /** The words that can follow it, for completion in a shell; where there are none, files can. */
  default List<String> words() {
    return List.of();
  }

  /**
   * Does the work and returns the exit code.
   *
   * @throws BadRequest if the request cannot be carried out
   */
  int run(CommandLine line, Terminal terminal) throws BadRequest;
}
