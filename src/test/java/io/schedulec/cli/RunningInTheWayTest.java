package io.schedulec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code schedulec run} where its files are in each other's way. */
final class RunningInTheWayTest {
  @TempDir private Path folder = Path.of("");

  private Path model = Path.of("");
  private Path plan = Path.of("");
  private Path output = Path.of("");

  @BeforeEach
  void files() throws IOException {
    model = copy("test-schedules/models/resnet20_cifar.onnx", "in.onnx");
    plan = copy("test-schedules/plans/resnet20-chain.plan", "a.plan");
    output = folder.resolve("out.onnx");
  }

  private Path copy(String from, String to) throws IOException {
    return Files.copy(Path.of(from), folder.resolve(to));
  }

  @Test
  void theModelDoesNotReplaceWhatIsRead() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), plan);
    Path hard = Files.createLink(folder.resolve("hard"), plan);
    Path schedule = copy("test-schedules/plans/resnet20-chain.yaml", "a.yaml");
    Path roundabout = folder.resolve("..").resolve(folder.getFileName()).resolve("a.plan");
    for (Path target : new Path[] {plan, link, hard, roundabout}) {
      assertRefused("-o would overwrite " + plan, run(plan, target));
    }
    assertRefused("-o would overwrite " + schedule, run(schedule, schedule));
    assertRefused("-o would overwrite " + model, run(plan, model));
  }

  @Test
  void neitherDoesTheReport() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), model);
    for (Path target : new Path[] {plan, model, output}) {
      assertRefused(
          "--report would overwrite " + target, run(plan, output, "--report", "" + target));
    }
    assertRefused("--report would overwrite " + model, run(plan, output, "--report", "" + link));
  }

  @Test
  void aReportThatCannotBeWrittenIsRefusedBeforeTheWork() throws IOException {
    Path absent = folder.resolve("absent").resolve("a.json");
    assertRefused(
        "cannot write " + absent + ": no such file or directory",
        run(plan, output, "--report", absent.toString()));
    assertRefused(
        "cannot write " + folder + ": Is a directory",
        run(plan, output, "--report", folder.toString()));
    assertRefused("--report needs the name of a file", run(plan, output, "--report", ""));
  }

  private String[] run(Path input, Path target, String... more) {
    return Stream.concat(
            Stream.of("run", "" + input, "--model", "" + model, "-o", "" + target), Stream.of(more))
        .toArray(String[]::new);
  }

  private void assertRefused(String sentence, String... arguments) throws IOException {
    Session one = new Session(Main.commands().toArray(new Command[0]));
    byte[] before = Files.readAllBytes(plan);
    assertThat(one.run(arguments)).isEqualTo(ExitCode.REFUSED);
    assertThat(one.err()).isEqualTo("schedulec: " + sentence + System.lineSeparator());
    assertThat(one.out()).isEmpty();
    assertThat(output).doesNotExist();
    assertThat(plan).hasBinaryContent(before);
    assertThat(model)
        .hasBinaryContent(Files.readAllBytes(Path.of("test-schedules/models/resnet20_cifar.onnx")));
  }
}
