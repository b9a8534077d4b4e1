package io.schedulec.corpus;

import io.schedulec.analysis.UnusableFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A project of several files in which commands are run: its {@code transcript.txt} has lines {@code
 * $ schedulec check schedules}, each followed by what the command prints and {@code exit code 1}.
 */
public final class Transcript {
  /** The file that a project is known by. */
  public static final String FILE = "transcript.txt";

  private static final String PROMPT = "$ schedulec ";

  /** What would change the project that is looked at. */
  private static final List<String> WRITING =
      List.of("--fix", "-o", "--output", "--update", "--write-baseline");

  private final Program program;

  /** Runs one command line. */
  @FunctionalInterface
  public interface Program {
    /**
     * What a command printed, and how it ended.
     *
     * @param folder the folder that it runs in
     */
    Result run(List<String> arguments, Path folder);
  }

  /**
   * What came of a command.
   *
   * @param exitCode its exit code
   * @param output what it wrote to standard output, then to standard error
   */
  public record Result(int exitCode, String output) {}

  /** Transcripts of a program. */
  public Transcript(Program program) {
    this.program = program;
  }

  /** What is wrong with a project's transcript. */
  public List<Problem> check(Path project, String name, GoldenFiles files) {
    Path file = project.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      return List.of(Problem.of("a project has a " + FILE + " with lines", PROMPT + "check ."));
    }
    List<List<String>> commands = new ArrayList<>();
    for (String line : read(file).lines().toList()) {
      if (line.startsWith(PROMPT)) {
        commands.add(List.of(line.substring(PROMPT.length()).strip().split("\\s+", -1)));
      }
    }
    for (List<String> command : commands) {
      Optional<String> writing = writing(command);
      if (writing.isPresent()) {
        return List.of(Problem.of("a transcript runs no command that writes: " + writing.get()));
      }
    }
    return commands.isEmpty()
        ? List.of(Problem.of(FILE + " has no line that begins with", PROMPT))
        : files.compare(file, name + "/" + FILE, text(commands, project)).stream().toList();
  }

  private static Optional<String> writing(List<String> command) {
    for (String word : command) {
      boolean report = word.startsWith("--format=") && word.indexOf('=') != word.lastIndexOf('=');
      boolean file = !word.startsWith("-") && word.matches("[a-z]+=.*");
      if (WRITING.contains(word) || report || file) {
        return Optional.of(word);
      }
    }
    return Optional.empty();
  }

  private String text(List<List<String>> commands, Path project) {
    StringBuilder text = new StringBuilder();
    for (List<String> command : commands) {
      Result result = program.run(command, project);
      text.append(text.isEmpty() ? "" : "\n").append(PROMPT).append(String.join(" ", command));
      text.append('\n').append(result.output());
      text.append("exit code ").append(result.exitCode()).append('\n');
    }
    return text.toString();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UnusableFileException(file + " cannot be read: " + e.getMessage());
    }
  }
}
