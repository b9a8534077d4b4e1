package io.schedulec.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A terminal that remembers, and the commands that are run on it. */
final class Session {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Terminal terminal;
  private final Cli cli;

  Session(Command... commands) {
    this(Path.of(""), "", commands);
  }

  /** A session in a directory with a text to read. */
  Session(Path directory, String input, Command... commands) {
    terminal =
        new Terminal(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Terminal.DEFAULT_WIDTH,
            false,
            false,
            false,
            directory);
    cli = new Cli(List.of(commands));
  }

  int run(String... arguments) {
    return cli.run(List.of(arguments), terminal);
  }

  Terminal terminal() {
    return terminal;
  }

  String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
