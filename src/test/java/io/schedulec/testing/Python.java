package io.schedulec.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Python with the packages that independent checks are written with, where it is installed. */
public final class Python {
  private static final String PACKAGES = "import numpy, onnx, yaml";
  private static final Optional<String> INTERPRETER = find();

  private Python() {}

  private static Optional<String> find() {
    return Stream.of(System.getenv("SCHEDULEC_TEST_PYTHON"), "python3")
        .filter(name -> name != null && start(List.of(name, "-c", PACKAGES)).isPresent())
        .findFirst();
  }

  /**
   * What a script prints; the test is skipped, with a message, where there is no such Python.
   *
   * @throws AssertionError if the script fails
   */
  public static String run(String script, String... arguments) {
    assumeTrue(
        INTERPRETER.isPresent(),
        "skipped: no Python with numpy, onnx and yaml on the PATH or in SCHEDULEC_TEST_PYTHON");
    List<String> command = new ArrayList<>(List.of(INTERPRETER.get(), script));
    command.addAll(List.of(arguments));
    return start(command).orElseThrow(() -> new AssertionError(command + " failed"));
  }

  private static Optional<String> start(List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0 ? Optional.of(output) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException(e));
    }
  }
}
