package io.schedulec.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What the class-data archive is made from: the classes that these command lines load start fast.
 *
 * <p>The launcher's archive script runs it once; users never do.
 */
public final class Training {
  private static final List<List<String>> COMMAND_LINES =
      List.of(
          List.of("--version"),
          List.of("--help"),
          List.of("help", "explain"),
          List.of("explain"),
          List.of("explain", "SC201"),
          List.of("explain", "SC999"),
          List.of("explain", "--unknown"));

  private Training() {}

  /** Runs every command line as the program would, and shows nothing unless it hits a bug. */
  public static void main(String[] args) {
    ProcessTerminal process = new ProcessTerminal();
    ByteArrayOutputStream shown = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(shown, true, StandardCharsets.UTF_8);
    Cli cli = new Cli(Main.commands());
    int code = ExitCode.OK;
    for (List<String> line : COMMAND_LINES) {
      if (cli.run(line, process.terminal().withStreams(stream, stream)) == ExitCode.BUG) {
        process.terminal().err().print(shown.toString(StandardCharsets.UTF_8));
        code = ExitCode.BUG;
      }
    }
    System.exit(process.close(code));
  }
}
