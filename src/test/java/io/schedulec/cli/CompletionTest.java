package io.schedulec.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.cli.Option;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What real shells complete; a shell that is not here is passed over. */
final class CompletionTest {
  private static final Path ZSH = Path.of("src/test/resources/completion.zsh").toAbsolutePath();

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  @BeforeEach
  void files() throws IOException {
    Files.createDirectory(folder.resolve("sched ules"));
    Files.writeString(folder.resolve("model.onnx"), "");
    for (CompletionCommand.Shell shell : CompletionCommand.Shell.values()) {
      String word = shell.name().toLowerCase(Locale.ROOT);
      Session session = new Session(new CompletionCommand(Completing::run));
      assertThat(session.run("completion", word)).isEqualTo(ExitCode.OK);
      Files.writeString(folder.resolve("_" + word), session.out());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "che | check",
        "check --for | --format",
        "check --format j | json junit",
        "check --format = j | json junit",
        "check --format=j | --format=json --format=junit",
        "check --format json = mo | model.onnx",
        "check --model mo | model.onnx",
        "check sch | sched ules",
        "check --select SC50 | SC501 SC502 SC503",
        "check --select SC101,SC50 | SC101,SC501 SC101,SC502 SC101,SC503",
        "check --fail-on n | never",
        "compile -o mo | model.onnx",
        "explain SC50 | SC501 SC502 SC503",
        "explain graph-i | graph-input",
        "manual StepL | StepLR",
        "completion b | bash",
        "help comp | compile completion",
        "run --seed 1 | ''",
      })
  void bashCompletes(String line, String offered) throws Exception {
    List<String> words = new ArrayList<>(List.of("schedulec"));
    words.addAll(List.of(line.split(" ", -1)));
    StringBuilder script = new StringBuilder("source ./_bash; COMP_WORDS=(");
    words.forEach(word -> script.append('\'').append(word).append("' "));
    script.append("); COMP_CWORD=").append(words.size() - 1);
    script.append("; _schedulec; echo \"${COMPREPLY[*]}\"");

    assertThat(run("bash", "-c", script.toString())).isEqualTo(offered + "\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "che | check",
        "check --for | --format",
        "check --format j | json junit",
        "check --format=j | json junit",
        "check --model mo | model.onnx",
        "check --select SC101,SC50 | SC501 SC502 SC503",
        "compile -o mo | model.onnx",
        "explain SC50 | SC501 SC502 SC503",
        "manual StepL | StepLR",
        "completion b | bash",
        "help comp | compile completion",
      })
  void zshCompletes(String line, String offered) throws Exception {
    String shown = run("zsh", "-f", ZSH.toString(), "./_zsh", "schedulec " + line);

    assertThat(List.of(shown.strip().split("\\s+", -1)).stream().distinct())
        .isEqualTo(List.of(offered.split(" ", -1)));
  }

  @Test
  void eachOptionOfEachCommandIsInBoth() throws IOException {
    for (String shell : List.of("_bash", "_zsh")) {
      String script = Files.readString(folder.resolve(shell));
      for (Command command : Main.commands()) {
        assertThat(script).contains(command.name());
        for (Option option : command.options().getOptions()) {
          assertThat(script).contains("--" + option.getLongOpt());
        }
      }
    }
  }

  @Test
  void aShellThatIsNotKnownIsRefused() {
    Session session = new Session(new CompletionCommand(Completing::run));

    assertThat(session.run("completion")).isEqualTo(ExitCode.REFUSED);
    assertThat(session.run("completion", "fish")).isEqualTo(ExitCode.REFUSED);
    assertThat(session.err()).contains("needs the name of a shell: bash|zsh", "\"fish\"");
  }

  private String run(String... command) throws IOException, InterruptedException {
    assumeTrue(installed(command[0]), () -> "skipped: no " + command[0] + " here");
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    Process process = builder.redirectErrorStream(true).start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(out).isZero();
    return out;
  }

  private static boolean installed(String shell) {
    for (String place : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
      if (Files.isExecutable(Path.of(place, shell))) {
        return true;
      }
    }
    return false;
  }
}
