package io.schedulec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.cli.CheckRequest.Format;
import io.schedulec.cli.CheckRequest.Output;
import io.schedulec.cli.CheckRequest.Target;
import io.schedulec.diagnostic.DiagnosticKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckCommandTest {
  private final List<CheckRequest> requests = new ArrayList<>();
  private final List<Terminal> terminals = new ArrayList<>();
  private final Session session = new Session(new CheckCommand(this::remember));

  @Test
  void withoutOptions() {
    CheckRequest request = read("a.yaml");
    assertThat(request.inputs()).containsExactly("a.yaml");
    assertThat(request.onlySchedules()).isFalse();
    assertThat(request.model()).isEmpty();
    assertThat(request.outputs()).containsExactly(new Output(Format.TEXT, Optional.empty()));
    assertThat(request.kinds()).containsExactly(DiagnosticKind.values());
    assertThat(request.failOn()).isEqualTo(FailOn.ERROR);
    assertThat(request.target()).isEqualTo(Target.PLAN);
    assertThat(request.epochs()).isEmpty();
    assertThat(request.stdinFilename()).isEmpty();
    assertThat(request.fixes()).isFalse();
    assertThat(request.unsafeFixes()).isFalse();
    assertThat(request.outputIsText()).isFalse();
  }

  @Test
  void fixes() {
    assertThat(read("--fix", "a.yaml").fixes()).isTrue();
    assertThat(read("--fix", "a.yaml").outputIsText()).isFalse();
    assertThat(read("--fix", "-").outputIsText()).isTrue();
    assertThat(read("--diff", "a.yaml").outputIsText()).isTrue();
    assertThat(read("--fix", "--unsafe-fixes", "a.yaml").unsafeFixes()).isTrue();
  }

  @Test
  void inputsStandAnywhere() {
    CheckRequest request = read("a b.yaml", "--model", "m.onnx", "-", "*", "", "--", "--model");
    assertThat(request.inputs()).containsExactly("a b.yaml", "-", "*", "", "--model");
    assertThat(request.model()).contains("m.onnx");
  }

  @Test
  void theLastOfTwoValuesCounts() {
    assertThat(read("--model=a", "--model=\"b=c\"").model()).contains("\"b=c\"");
  }

  @Test
  void formatsAndTheirFiles() {
    assertThat(read("--format", "concise", "--format=json=a=b.json", "--format=json=x").outputs())
        .containsExactly(
            new Output(Format.CONCISE, Optional.empty()),
            new Output(Format.JSON, Optional.of("a=b.json")),
            new Output(Format.JSON, Optional.of("x")));
  }

  @Test
  void selectsAndIgnores() {
    CheckRequest request =
        read("--select", "SC201,chain-mixed", "--select=sc301", "--ignore=SC202");
    assertThat(request.kinds())
        .containsExactly(DiagnosticKind.CHAIN_INCOMPLETE, DiagnosticKind.OVERLAPPING_PRUNERS);
  }

  @Test
  void otherValues() {
    CheckRequest request =
        read(
            "--fail-on=never",
            "--target=distiller",
            "--epochs=90",
            "--stdin-filename=x.yaml",
            "--only-schedules");
    assertThat(request.onlySchedules()).isTrue();
    assertThat(request.failOn()).isEqualTo(FailOn.NEVER);
    assertThat(request.target()).isEqualTo(Target.DISTILLER);
    assertThat(request.epochs()).isEqualTo(OptionalInt.of(90));
    assertThat(request.stdinFilename()).contains("x.yaml");
  }

  @Test
  void theTerminalIsAsAskedFor() {
    read("--color=always", "--ascii");
    read("--color=auto");
    assertThat(terminals.get(0).color()).isTrue();
    assertThat(terminals.get(0).ascii()).isTrue();
    assertThat(terminals.get(1).color()).isFalse();
    assertThat(terminals.get(1).ascii()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--format=jsno | --format does not know \"jsno\", did you mean json?",
        "--format=json= | --format json= needs a file name after the =",
        "--format=json --format=json | two --format options write to standard output",
        "--format=json=a --format=json=a | two --format options write to a",
        "--select=SC21 | --select names an unknown code \"SC21\", did you mean SC210?",
        "--ignore=SC201, | --ignore names an unknown code \"\", schedulec explain lists the codes",
        "--fail-on=wraning | --fail-on does not know \"wraning\", did you mean warning?",
        "--color=blue | --color does not know \"blue\", there is auto, always, never",
        "--epochs=0 | --epochs needs a whole number above 0, not \"0\"",
        "--epochs=many | --epochs needs a whole number above 0, not \"many\"",
      })
  void refuses(String options, String sentence) {
    String[] arguments = ("check " + options).split(" ", -1);
    assertThat(session.run(arguments)).isEqualTo(ExitCode.REFUSED);
    assertThat(session.err()).isEqualTo("schedulec: " + sentence + "\n");
    assertThat(requests).isEmpty();
  }

  private CheckRequest read(String... options) {
    List<String> arguments = new ArrayList<>(List.of("check"));
    arguments.addAll(List.of(options));
    assertThat(session.run(arguments.toArray(String[]::new))).isEqualTo(ExitCode.OK);
    return requests.get(requests.size() - 1);
  }

  private int remember(CheckRequest request, Terminal terminal) {
    requests.add(request);
    terminals.add(terminal);
    return ExitCode.OK;
  }
}
