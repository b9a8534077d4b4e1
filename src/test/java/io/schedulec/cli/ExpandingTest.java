package io.schedulec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code schedulec expand} from its arguments to its exit code. */
final class ExpandingTest {
  private static final String PATTERNS = "test-schedules/err/SC113/patterns.yaml";
  private static final String BROKEN = "test-schedules/err/SC110/brace-not-closed.yaml";
  private static final String RESNET20 = "test-schedules/models/resnet20_cifar.onnx";

  @TempDir private Path folder = Path.of("");

  private final Session session = new Session(Main.commands().toArray(new Command[0]));

  @Test
  void theScheduleGoesToStandardOutput() throws IOException {
    assertThat(session.run("expand", PATTERNS)).isEqualTo(ExitCode.OK);
    assertThat(session.out()).isEqualTo(Files.readString(fixed()));
    assertThat(session.err()).isEmpty();
  }

  @Test
  void orToAFile() throws IOException {
    Path output = folder.resolve("plain.yaml");
    assertThat(session.run("expand", PATTERNS, "-o", output.toString())).isEqualTo(ExitCode.OK);
    assertThat(session.out()).isEmpty();
    assertThat(output).hasContent(Files.readString(fixed()));
    assertThat(
            session.run("check", "--target", "distiller", "--model", RESNET20, output.toString()))
        .isEqualTo(ExitCode.OK);
  }

  @Test
  void orInItsOwnPlace() throws IOException {
    Path file = Files.copy(Path.of(PATTERNS), folder.resolve("a.yaml"));
    for (int i = 0; i < 2; i++) {
      assertThat(session.run("expand", "--model", RESNET20, "--in-place", file.toString()))
          .isEqualTo(ExitCode.OK);
      assertThat(file).hasContent(Files.readString(fixed()));
    }
    assertThat(files()).containsExactly("a.yaml");
  }

  @Test
  void standardInputIsRead() throws IOException {
    String text = Files.readString(Path.of(PATTERNS));
    Session piped = new Session(Path.of(""), text, Main.commands().toArray(new Command[0]));
    assertThat(piped.run("expand", "-", "--model", RESNET20)).isEqualTo(ExitCode.OK);
    assertThat(piped.out()).isEqualTo(Files.readString(fixed()));
  }

  @Test
  void aWrongSelectorIsShownAndNothingIsWritten() throws IOException {
    Path file = Files.writeString(folder.resolve("a.yaml"), Files.readString(Path.of(BROKEN)));
    assertThat(session.run("expand", "--model", RESNET20, "--in-place", file.toString()))
        .isEqualTo(ExitCode.FINDINGS);
    assertThat(session.out()).isEmpty();
    assertThat(session.err()).contains("error[SC110").contains("a.yaml:10:21");
    assertThat(file).hasContent(Files.readString(Path.of(BROKEN)));
    assertThat(files()).containsExactly("a.yaml");
  }

  @Test
  void whatIsNoYamlIsShown() throws IOException {
    Path file = Files.writeString(folder.resolve("a.yaml"), "pruners: [\n");
    assertThat(session.run("expand", file.toString())).isEqualTo(ExitCode.FINDINGS);
    assertThat(session.err()).contains("error[SC001");
  }

  @Test
  void otherFindingsAreForCheck() throws IOException {
    assertThat(session.run("expand", "--model", RESNET20, "test-schedules/mockups/a.yaml"))
        .isEqualTo(ExitCode.OK);
    assertThat(session.out()).isEqualTo(Files.readString(Path.of("test-schedules/mockups/a.yaml")));
    assertThat(session.err()).isEmpty();
  }

  @Test
  void withoutAModelOnlyNamesCanBeWritten() throws IOException {
    Path plain = Files.writeString(folder.resolve("a.yaml"), yaml("[conv1.weight]"));
    assertThat(session.run("expand", plain.toString())).isEqualTo(ExitCode.OK);
    assertThat(session.out()).isEqualTo(yaml("[conv1.weight]"));

    Path selecting = Files.writeString(folder.resolve("b.yaml"), yaml("op(Conv)"));
    assertThat(session.run("expand", selecting.toString())).isEqualTo(ExitCode.REFUSED);
    assertThat(session.err()).contains("no model is known for");
  }

  @Test
  void badRequestsAreRefused() {
    String other = folder.resolve("x.yaml").toString();
    for (List<String> line :
        List.of(
            List.of("expand"),
            List.of("expand", PATTERNS, PATTERNS),
            List.of("expand", "nothing-here.yaml"),
            List.of("expand", PATTERNS, "-o", PATTERNS),
            List.of("expand", PATTERNS, "-o", RESNET20),
            List.of("expand", PATTERNS, "-o", other, "--in-place"),
            List.of("expand", "-", "--in-place"),
            List.of("expand", PATTERNS, "--model", "nothing-here.onnx"))) {
      assertThat(session.run(line.toArray(new String[0])))
          .as("%s", line)
          .isEqualTo(ExitCode.REFUSED);
    }
    assertThat(files()).isEmpty();
  }

  private static Path fixed() {
    return Path.of(PATTERNS.replace(".yaml", ".fixed.yaml"));
  }

  private static String yaml(String weights) {
    return "pruners:\n  p:\n    class: L1RankedStructureParameterPruner\n    group_type: Filters\n"
        + "    desired_sparsity: 0.5\n    weights: "
        + weights
        + "\npolicies:\n  - pruner:\n      instance_name: p\n    epochs: [0]\n";
  }

  private List<String> files() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
