package io.schedulec.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.schedulec.graph.DeclaredOperator;
import io.schedulec.graph.DeclaredOperator.Clause;
import io.schedulec.graph.DeclaredOperator.Kind;
import io.schedulec.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a configuration says of operators, and where it makes no sense. */
final class ContractReaderTest {
  private static final List<String> SENSELESS =
      List.of(
          "operators: same",
          "operators: {Act: same}",
          "operators: {Act: {}}",
          "operators: {Act: {0: other}}",
          "operators: {Act: {zero: same}}",
          "operators: {Act: {-1: same}}",
          "operators: {Act: {outputs: {0: same}}}",
          "operators: {Act: {0: {first: 0.1}}}",
          "operators: {Act: {0: {1: 0}}}",
          "operators: {Act: {0: {1: 0.1.2}}}",
          "operators: {Act: {0: {1: 0.-1}}}",
          "operators: {Act: {0: {1: [0, 1]}}}",
          "operators: {Act: {0: same, inputs: 0.1}}",
          "operators: {Act: {0: same, inputs: {x: {0: 0.1}}}}",
          "operators: {Act: {0: same, inputs: {1: 0.1}}}",
          "operators: {Act: {0: same, inputs: {0: {0: 0.1}}}}",
          "operators: {'my.domain::': {0: same}}",
          "operators: {'::Act': {0: same}}",
          "operators: {'a::b::c': {0: same}}",
          "operators: {'my domain::Act': {0: same}}",
          "operators: {Relu: {0: same}}",
          "operators: {'ai.onnx::Conv': {0: same}}",
          "operators: {Act: {0: same}, 'ai.onnx::Act': {0: same}}",
          "operators: {Act: {0: same}, Act: {0: same}}",
          "operator: {}");

  @TempDir private Path folder = Path.of("unset");

  private Contracts read(String text) throws IOException {
    Files.writeString(folder.resolve("schedulec.yaml"), text);
    return Contracts.nearest(folder.resolve("model.onnx"));
  }

  @Test
  void outputsAxesAndInputs() throws IOException {
    String text =
        """
        operators:
          "my.domain::FancyAct": {0: same}
          Scaled:
            0: same
            1: {0: 0.0, 12: 0.10}
            inputs:
              1: {0: 0.1}
        """;
    assertThat(read(text).operators())
        .containsExactly(
            new DeclaredOperator("my.domain", "FancyAct", List.of(Clause.same(0))),
            new DeclaredOperator(
                "",
                "Scaled",
                List.of(
                    Clause.same(0),
                    new Clause(Kind.OUTPUT, 1, 0, 0, 0),
                    new Clause(Kind.OUTPUT, 1, 12, 0, 10),
                    new Clause(Kind.INPUT, 1, 0, 0, 1))));
  }

  @Test
  void nothingIsSaidWhereThereIsNoConfiguration() {
    assertThat(Contracts.nearest(folder.resolve("model.onnx")).operators()).isEmpty();
  }

  @Test
  void whatMakesNoSenseIsRefusedWhereItStands() throws IOException {
    StringBuilder sentences = new StringBuilder();
    for (String text : SENSELESS) {
      UnusableFileException refusal =
          catchThrowableOfType(UnusableFileException.class, () -> read(text + "\n"));
      String message = String.valueOf(refusal.getMessage());
      int name = message.indexOf("schedulec.yaml");
      sentences.append(text).append('\n');
      sentences.append("  ").append(message.substring(name)).append("\n\n");
    }
    Golden.check(
        Path.of("src", "test", "resources", "operators", "senseless.txt"), sentences.toString());
  }
}
