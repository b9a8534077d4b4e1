package io.schedulec.lsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.schedulec.analysis.Analysis;
import io.schedulec.analysis.Analyzer;
import io.schedulec.analysis.Models;
import io.schedulec.bind.Target;
import io.schedulec.source.SourceFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Clients that others wrote repair a bundled schedule. Where one is not installed its test is
 * skipped: Neovim is looked for on the {@code PATH}, the npm package {@code
 * vscode-languageserver-protocol} in {@code NODE_PATH}.
 */
final class RealClientsTest {
  private static final Path SCRIPTS = Path.of("src", "test", "resources", "editors");
  private static final Path MODEL =
      Path.of("test-schedules", "models", "resnet20_cifar.onnx").toAbsolutePath();

  @TempDir Path folder = Path.of("");

  @Test
  void neovim() throws Exception {
    assumeTrue(runs(List.of("nvim", "--version")), "skipped: there is no Neovim on the PATH");
    String script = SCRIPTS.resolve("neovim.lua").toAbsolutePath().toString();

    repairs(List.of("nvim", "--headless", "--clean", "-n", "-c", "luafile " + script));
  }

  @Test
  void node() throws Exception {
    String module = "vscode-languageserver-protocol/node";
    assumeTrue(
        runs(List.of("node", "-e", "require('" + module + "')")),
        "skipped: there is no Node with " + module + " in NODE_PATH");

    repairs(List.of("node", SCRIPTS.resolve("client.js").toAbsolutePath().toString()));
  }

  /** Has a client repair a copy of a schedule, which afterwards must be without findings. */
  private void repairs(List<String> client) throws Exception {
    Path schedule = folder.resolve("späces and ünïcode.yaml");
    String directive = "# schedulec: model=" + MODEL + "\n";
    String broken = Files.readString(Path.of("test-schedules", "mockups", "a.yaml"));
    Files.writeString(schedule, directive + broken);
    assertThat(analyze(schedule).diagnostics()).isNotEmpty();

    Path log = folder.resolve("log");
    Process process = start(client, schedule, log);
    boolean ended = process.waitFor(180, TimeUnit.SECONDS);
    process.destroyForcibly();

    assertThat(ended).as("the client ended: %s", Files.readString(log)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(log)).isZero();
    assertThat(Files.readString(schedule)).isNotEqualTo(directive + broken);
    assertThat(analyze(schedule).diagnostics()).isEmpty();
  }

  private Process start(List<String> client, Path schedule, Path log) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(client);
    Map<String, String> environment = builder.environment();
    environment.put("SCHEDULE", schedule.toString());
    environment.put("EXPECTED", "SC201");
    environment.put("SERVER", String.join("\n", server()));
    environment.put("XDG_CACHE_HOME", folder.resolve("cache").toString());
    environment.put("XDG_STATE_HOME", folder.resolve("state").toString());
    return builder
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
        .start();
  }

  /** The program as it was compiled; it is packaged only after the tests. */
  private static List<String> server() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-cp",
        absolute(System.getProperty("java.class.path")),
        "io.schedulec.cli.Main",
        "lsp",
        "--stdio");
  }

  private static String absolute(String classPath) {
    return List.of(classPath.split(File.pathSeparator, -1)).stream()
        .map(each -> Path.of(each).toAbsolutePath().toString())
        .reduce((a, b) -> a + File.pathSeparator + b)
        .orElseThrow();
  }

  private static Analysis analyze(Path schedule) throws IOException {
    Analyzer analyzer =
        new Analyzer(new Models(), Optional.empty(), Target.PLAN, OptionalInt.empty());
    String text = Files.readString(schedule);
    return analyzer.analyze(SourceFile.of(schedule.toString(), text), schedule);
  }

  private static boolean runs(List<String> command) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
