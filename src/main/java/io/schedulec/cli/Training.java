package io.schedulec.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * What the class-data archive is made from: the classes that these command lines load start fast.
 *
 * <p>The launcher's archive script runs it once; users never do.
 */
public final class Training {
  private static final String MODEL = "training.onnx";
  private static final String SCHEDULE = "training.yaml";

  private Training() {}

  private static List<List<String>> commandLines(String model, String schedule) {
    return List.of(
        List.of("check", "--model", model, schedule),
        List.of("check", "--model", model, "--ascii", "--target", "distiller", schedule),
        List.of("check", "--model", model, "--format", "concise", "--color", "always", schedule),
        List.of("check", "--model", model, "--format", "json", schedule),
        List.of("check", schedule),
        List.of("inspect", model),
        List.of("inspect", model, "--groups", "--format", "json"),
        List.of("inspect", model, "--groups"),
        List.of("explain", "SC201"),
        List.of("explain"),
        List.of("--version"),
        List.of("--help"),
        List.of("help", "check"),
        List.of("explain", "SC999"),
        List.of("check", "--unknown"));
  }

  /** Runs every command line as the program would, and shows nothing unless it hits a bug. */
  public static void main(String[] args) throws IOException {
    ProcessTerminal process = new ProcessTerminal();
    Path folder = Files.createTempDirectory("schedulec");
    Path model = folder.resolve(MODEL);
    Path schedule = folder.resolve(SCHEDULE);
    int code = ExitCode.OK;
    try {
      copy(MODEL, model);
      copy(SCHEDULE, schedule);
      for (List<String> line : commandLines(model.toString(), schedule.toString())) {
        code = Math.max(code, run(line, process.terminal()));
      }
    } finally {
      Files.deleteIfExists(model);
      Files.deleteIfExists(schedule);
      Files.deleteIfExists(folder);
    }
    System.exit(process.close(code));
  }

  private static void copy(String resource, Path file) throws IOException {
    try (InputStream in = Training.class.getResourceAsStream(resource)) {
      Files.copy(Objects.requireNonNull(in, resource), file);
    }
  }

  private static int run(List<String> line, Terminal terminal) {
    ByteArrayOutputStream shown = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(shown, true, StandardCharsets.UTF_8);
    int code = new Cli(Main.commands()).run(line, terminal.withStreams(stream, stream));
    if (code != ExitCode.BUG) {
      return ExitCode.OK;
    }
    terminal.err().print(shown.toString(StandardCharsets.UTF_8));
    return ExitCode.BUG;
  }
}
