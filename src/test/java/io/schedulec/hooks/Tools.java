package io.schedulec.hooks;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

/**
 * Starts programs in surroundings that hold nothing of the user's own.
 *
 * <p>The {@code schedulec} on their {@code PATH} is made of the classes under test.
 */
final class Tools {
  private final Path home;
  private final String path;

  /**
   * Puts what is needed into a folder.
   *
   * @param home the home of the programs that are started
   */
  Tools(Path home) throws IOException {
    this.home = Files.createDirectories(home);
    Path programs = Files.createDirectories(home.resolve("bin"));
    this.path = programs + File.pathSeparator + System.getenv("PATH");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    script(
        programs.resolve("schedulec"),
        "#!/bin/sh\n"
            + "exec '%s' -XX:TieredStopAtLevel=1 -cp '%s' io.schedulec.cli.Main \"$@\"\n"
                .formatted(java, System.getProperty("java.class.path")));
  }

  /** What a program left behind. */
  record Outcome(int code, String output) {}

  /** The test is skipped, with a message, where a program is absent. */
  static void need(String program) {
    boolean there = false;
    for (String folder : System.getenv("PATH").split(File.pathSeparator, -1)) {
      there |= Files.isExecutable(Path.of(folder, program));
    }
    assumeTrue(there, "skipped: " + program + " is not here");
  }

  /** Writes a file that can be run. */
  static void script(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** Runs a program to its end; its output and its errors come as one text. */
  Outcome run(Path folder, String... command) {
    ProcessBuilder builder = new ProcessBuilder(List.of(command));
    builder.directory(folder.toFile()).redirectErrorStream(true);
    surroundings(builder.environment());
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      byte[] output = process.getInputStream().readAllBytes();
      return new Outcome(process.waitFor(), new String(output, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Runs a program that must succeed, and returns its output without the last line's end. */
  String runs(Path folder, String... command) {
    Outcome outcome = run(folder, command);
    if (outcome.code() != 0) {
      throw new AssertionError(String.join(" ", command) + ": " + outcome);
    }
    return outcome.output().strip();
  }

  private void surroundings(Map<String, String> environment) {
    environment.keySet().removeIf(name -> name.startsWith("GIT_") || name.endsWith("JAVA_OPTIONS"));
    environment.put("PATH", path);
    environment.put("HOME", home.toString());
    environment.put("XDG_CACHE_HOME", home.resolve("cache").toString());
    environment.put("PRE_COMMIT_HOME", home.resolve("pre-commit").toString());
    environment.put("GIT_CONFIG_NOSYSTEM", "1");
    for (String who : List.of("AUTHOR", "COMMITTER")) {
      environment.put("GIT_" + who + "_NAME", "Somebody");
      environment.put("GIT_" + who + "_EMAIL", "somebody@example.org");
    }
  }
}
