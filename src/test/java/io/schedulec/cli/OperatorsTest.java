package io.schedulec.cli;

import static io.schedulec.graph.onnx.OnnxBytes.domain;
import static io.schedulec.graph.onnx.OnnxBytes.model;
import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Operators that a {@code schedulec.yaml} declares, in every command that reads models. */
final class OperatorsTest {
  private static final Path GOLDENS = Path.of("src", "test", "resources", "operators");
  private static final String SAME =
      """
      models:
        "*.yaml": net.onnx
      operators:
        "my.domain::FancyAct":
          0: same
          inputs:
            1: {0: 0.1}
      """;

  @TempDir private Path folder = Path.of("unset");

  @BeforeEach
  void writeModelAndSchedule() throws IOException {
    Files.write(
        folder.resolve("net.onnx"),
        model()
            .imports("my.domain", 1)
            .input("x", 1, 3, 8, 8)
            .output("y", 1, 2, 8, 8)
            .reals("a.weight", new long[] {4, 3, 1, 1}, 1, 1, 1, 5, 5, 5, 2, 2, 2, 6, 6, 6)
            .reals("slope", new long[] {4}, 1, 2, 3, 4)
            .reals("b.weight", new long[] {2, 4, 1, 1}, 1, 2, 3, 4, 5, 6, 7, 8)
            .value("i", 1, 4, 8, 8)
            .node("a", "Conv", List.of("x", "a.weight"), List.of("h"))
            .node("act", "FancyAct", List.of("h", "slope"), List.of("i"), domain("my.domain"))
            .node("b", "Conv", List.of("i", "b.weight"), List.of("y"))
            .toBytes());
    write(
        "a.yaml",
        """
        version: 1
        pruners:
          half:
            class: L1RankedStructureParameterPruner
            group_type: Filters
            desired_sparsity: 0.5
            weights: [a.weight]
        extensions:
          thinner:
            class: FilterRemover
            thinning_func_str: remove_filters
            arch: net
            dataset: cifar10
        policies:
          - pruner: {instance_name: half}
            epochs: [0]
          - extension: {instance_name: thinner}
            epochs: [1]
        """);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private Session run(int code, String... arguments) {
    Session session = new Session(folder, "", Main.commands().toArray(new Command[0]));
    assertThat(session.run(arguments)).as(session.err() + session.out()).isEqualTo(code);
    return session;
  }

  @Test
  void checkFollowsWhatIsDeclared() throws IOException {
    write("schedulec.yaml", "models: {'*.yaml': net.onnx}\n");
    Golden.check(GOLDENS.resolve("unknown.txt"), run(ExitCode.FINDINGS, "check", "a.yaml").out());
    write("schedulec.yaml", SAME);
    assertThat(run(ExitCode.OK, "check", "a.yaml").out())
        .isEqualTo("1 schedule checked: nothing found\n");
    assertThat(run(ExitCode.OK, "check", "--model", "net.onnx", "a.yaml").err()).isEmpty();
  }

  @Test
  void whatIsNotSoIsRefusedWhereItIsDeclared() throws IOException {
    StringBuilder refusals = new StringBuilder();
    for (String said :
        List.of(
            "{0: {1: 0.2}}",
            "{0: {4: 0.1}}",
            "{0: {1: 0.4}}",
            "{0: {1: 2.0}}",
            "{0: same, inputs: {1: {0: 0.2}}}")) {
      write("schedulec.yaml", "operators:\n  my.domain::FancyAct: " + said + "\n");
      for (String command : List.of("check", "compile")) {
        refusals.append(
            run(ExitCode.REFUSED, command, "--model", "net.onnx", "a.yaml")
                .err()
                .replace(folder.toRealPath() + "/", "")
                .replace(folder + "/", ""));
      }
      refusals.append(
          run(ExitCode.REFUSED, "inspect", "--groups", "net.onnx")
              .err()
              .replace(folder.toRealPath() + "/", "")
              .replace(folder + "/", ""));
    }
    Golden.check(GOLDENS.resolve("contradictions.txt"), refusals.toString());
  }

  @Test
  void inspectFollowsTheConfigurationOfTheModel() throws IOException {
    write("schedulec.yaml", SAME);
    assertThat(run(ExitCode.OK, "inspect", "--groups", "net.onnx").out())
        .contains("a.weight")
        .contains("slope");
    Golden.check(
        GOLDENS.resolve("inspect.txt"),
        run(ExitCode.OK, "inspect", "--groups", "net.onnx").out()
            + run(ExitCode.OK, "inspect", "--ops", "net.onnx").out());
  }

  @Test
  void aPlanIsForTheModelAsItIsDeclared() throws IOException {
    write("schedulec.yaml", SAME);
    run(ExitCode.OK, "compile", "a.yaml", "-o", "a.plan");
    Session session = run(ExitCode.OK, "run", "a.plan", "--model", "net.onnx", "-o", "thin.onnx");
    assertThat(session.out()).contains("4 -> 2");
    assertThat(run(ExitCode.OK, "inspect", "--weights", "thin.onnx").out()).contains("2x3x1x1");
    write("schedulec.yaml", "operators: {'my.domain::FancyAct': {0: same}}\n");
    assertThat(
            run(ExitCode.REFUSED, "run", "a.plan", "--model", "net.onnx", "-o", "other.onnx").err())
        .contains("a.plan")
        .contains("model");
    assertThat(folder.resolve("other.onnx")).doesNotExist();
  }

  @Test
  void anOperatorThatNoModelHasIsNoMistake() throws IOException {
    write("schedulec.yaml", SAME + "  \"other::Op\": {0: same}\n  NoSuchOperator: {3: {9: 8.7}}\n");
    assertThat(run(ExitCode.OK, "check", "a.yaml").err()).isEmpty();
  }
}
