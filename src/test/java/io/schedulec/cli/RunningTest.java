package io.schedulec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.schedulec.analysis.Models;
import io.schedulec.bind.ModelFacts;
import io.schedulec.graph.shape.Layer;
import io.schedulec.graph.shape.LayerTable;
import io.schedulec.testing.Golden;
import io.schedulec.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code schedulec run} from its arguments to its exit code. */
final class RunningTest {
  private static final String SCHEDULE = "test-schedules/run/resnet20_cifar.filters.yaml";
  private static final String RESNET20 = "test-schedules/models/resnet20_cifar.onnx";
  private static final String INCEPTION = "test-schedules/models/tiny_inception.onnx";
  private static final Path GOLDENS = Path.of("src/test/resources/io/schedulec/run");

  @TempDir private Path folder = Path.of("");

  private final Session session = session();

  private static Session session() {
    return new Session(Main.commands().toArray(new Command[0]));
  }

  private String out() {
    return folder.resolve("thin.onnx").toString();
  }

  private String refusal(String... arguments) {
    Session one = session();
    assertThat(one.run(arguments)).as(one.err()).isEqualTo(ExitCode.REFUSED);
    assertThat(one.out()).isEmpty();
    return one.err();
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void reportsForPeopleAndForPrograms() throws IOException {
    String report = folder.resolve("report.json").toString();
    int code =
        session.run(
            "run", SCHEDULE, "--model", RESNET20, "-o", out(), "--report", report, "--verify");
    assertThat(code).as(session.err()).isEqualTo(ExitCode.OK);
    assertThat(session.err()).isEmpty();
    // How far apart the two are depends on the processor.
    String text = session.out().replaceAll("verified: \\S+ from", "verified: X from");
    Golden.check(GOLDENS.resolve("resnet20_cifar.filters.txt"), text);
    String json = Files.readString(Path.of(report));
    String stable = json.replaceAll("\"difference\": [^,\n]+", "\"difference\": 0");
    Golden.check(GOLDENS.resolve("resnet20_cifar.filters.json"), stable);
  }

  @Test
  void aPlanDoesWhatItsScheduleDoes() throws IOException {
    Path plan = folder.resolve("a.plan");
    Path other = folder.resolve("other.onnx");
    session.run("compile", SCHEDULE, "--model", RESNET20, "-o", plan.toString());
    session.run("run", plan.toString(), "--model", RESNET20, "-o", out());
    session.run("run", SCHEDULE, "--model", RESNET20, "-o", other.toString());
    assertThat(session.err()).isEmpty();
    assertThat(other).hasSameBinaryContentAs(folder.resolve("thin.onnx"));
  }

  @Test
  void aPlanTakesNoOptionsOfSchedules() {
    String plan = folder.resolve("a.plan").toString();
    session.run("compile", SCHEDULE, "--model", RESNET20, "-o", plan);
    for (String[] option :
        new String[][] {{"--rounding", "keep-floor"}, {"--epochs", "3"}, {"--target", "plan"}}) {
      assertThat(refusal("run", plan, "--model", RESNET20, "-o", out(), option[0], option[1]))
          .contains(option[0] + " is for schedules");
    }
  }

  @Test
  void runsOnNoExportedProgram() throws IOException {
    Path archive = Files.write(folder.resolve("net.onnx"), new byte[] {'P', 'K', 3, 4});
    assertThat(refusal("run", SCHEDULE, "--model", archive.toString(), "-o", out()))
        .contains("net.onnx is an archive of torch.export, which can be checked and compiled for");
    assertThat(folder.resolve("thin.onnx")).doesNotExist();
  }

  @Test
  void stopsAfterTheEpochAskedFor() {
    int code = session.run("run", SCHEDULE, "--model", RESNET20, "-o", out(), "--until", "29");
    assertThat(code).isEqualTo(ExitCode.OK);
    assertThat(session.out()).doesNotContain("epoch 30");
    assertThat(session.out()).containsPattern("params +270896 +270896");
    assertThat(session.out()).containsPattern("non-zero +270896 +254224 +-6.2 %");
  }

  @Test
  void saysWhereNothingHappens() throws IOException {
    Path schedule = Files.copy(Path.of(SCHEDULE), folder.resolve("late.yaml"));
    String later =
        Files.readString(schedule)
            .replace("starting_epoch: 0", "starting_epoch: 5")
            .replace("ending_epoch: 20", "ending_epoch: 25");
    Files.writeString(schedule, later);
    session.run("run", schedule.toString(), "--model", RESNET20, "-o", out(), "--until", "4");
    assertThat(session.err()).contains("note: no weight has changed by epoch 4");
  }

  @Test
  void refusesASecondApplication() {
    String again = folder.resolve("again.onnx").toString();
    assertThat(session.run("run", SCHEDULE, "--model", RESNET20, "-o", out(), "--until", "20"))
        .isEqualTo(ExitCode.OK);
    assertThat(refusal("run", SCHEDULE, "--model", out(), "-o", again))
        .contains("resnet20_cifar.filters.yaml was applied to thin.onnx before");
    Path plan = folder.resolve("a.plan");
    Path thinned = folder.resolve("thinned.onnx");
    session.run("compile", SCHEDULE, "--model", RESNET20, "-o", plan.toString());
    session.run("run", plan.toString(), "--model", RESNET20, "-o", thinned.toString());
    assertThat(refusal("run", plan.toString(), "--model", thinned.toString(), "-o", again))
        .contains("a.plan was applied to thinned.onnx before");
    assertThat(refusal("run", SCHEDULE, "--model", thinned.toString(), "-o", again))
        .contains("resnet20_cifar.filters.yaml was applied to thinned.onnx before");
  }

  @Test
  void refusesAPlanForAnotherModelAndNamesADifference() throws IOException {
    Path plan = folder.resolve("a.plan");
    session.run("compile", SCHEDULE, "--model", RESNET20, "-o", plan.toString());
    assertThat(refusal("run", plan.toString(), "--model", INCEPTION, "-o", out()))
        .contains("a.plan:")
        .contains("the plan was made for another model: ")
        .contains("layer1.0.conv1.weight");
    assertThat(files()).containsExactly("a.plan");
  }

  @Test
  void aBrokenPlanIsShownWhereItIsBroken() throws IOException {
    Path plan = folder.resolve("a.plan");
    session.run("compile", SCHEDULE, "--model", RESNET20, "-o", plan.toString());
    Files.writeString(plan, Files.readString(plan).replace("32 -> 16", "32 -> 15"));
    assertThat(refusal("run", plan.toString(), "--model", RESNET20, "-o", out()))
        .contains("error[SC502 plan-broken]")
        .contains("32 -> 15")
        .contains("a.plan cannot be run as a plan");
    Files.writeString(plan, "plan 1\nschedule nothing\n");
    assertThat(refusal("run", plan.toString(), "--model", RESNET20, "-o", out()))
        .contains("error[SC501 plan-syntax]");
    assertThat(files()).containsExactly("a.plan");
  }

  @Test
  void findingsKeepAScheduleFromRunning() throws IOException {
    Session one = session();
    String broken = "test-schedules/mockups/a.yaml";
    assertThat(one.run("run", broken, "--model", RESNET20, "-o", out()))
        .isEqualTo(ExitCode.FINDINGS);
    assertThat(one.err()).contains("error[SC201");
    assertThat(files()).isEmpty();
  }

  @Test
  void neverWritesOverItsInput() throws IOException {
    Path model = Files.copy(Path.of(RESNET20), folder.resolve("in.onnx"));
    byte[] before = Files.readAllBytes(model);
    Path link = Files.createSymbolicLink(folder.resolve("link.onnx"), model.toAbsolutePath());
    for (Path output : List.of(model, link, folder.resolve(".").resolve("in.onnx"))) {
      refusal("run", SCHEDULE, "--model", model.toString(), "-o", output.toString());
      assertThat(model).hasBinaryContent(before);
    }
    assertThat(files()).containsExactly("in.onnx", "link.onnx");
  }

  @Test
  void whatCannotBeCarriedOutIsOneSentence() throws IOException {
    Path truncated = folder.resolve("truncated.onnx");
    byte[] bytes = Files.readAllBytes(Path.of(RESNET20));
    Files.write(truncated, java.util.Arrays.copyOf(bytes, bytes.length / 2));
    String absent = folder.resolve("absent").resolve("thin.onnx").toString();
    assertThat(refusal("run", SCHEDULE, "-o", out())).contains("run needs a model: --model");
    assertThat(refusal("run", SCHEDULE, "--model", RESNET20)).contains("-o OUT.onnx");
    assertThat(refusal("run", "--model", RESNET20, "-o", out())).contains("not 0");
    assertThat(refusal("run", "absent.plan", "--model", RESNET20, "-o", out()))
        .contains("absent.plan does not exist");
    assertThat(refusal("run", SCHEDULE, "--model", truncated.toString(), "-o", out()))
        .contains("truncated.onnx");
    assertThat(refusal("run", SCHEDULE, "--model", RESNET20, "-o", absent)).contains("absent");
    assertThat(refusal("run", SCHEDULE, "--model", RESNET20, "-o", out(), "--until", "-1"))
        .contains("--until needs an epoch, 0 or above, not \"-1\"");
    assertThat(refusal("run", SCHEDULE, "--model", RESNET20, "-o", out(), "--seed", "x"))
        .contains("--seed needs a whole number, not \"x\"");
    assertThat(refusal("run", SCHEDULE, "--model", RESNET20, "-o", out(), "--calibration", "x"))
        .contains("no criterion of this version needs --calibration");
    assertThat(files()).containsExactly("truncated.onnx");
  }

  @ParameterizedTest
  @CsvSource({
    "resnet56_cifar_filter_rank, 634640, 78856832",
    "resnet56_cifar_channel_rank, 566887, 66592384",
  })
  void theModelHasTheCountsThatWerePublished(String name, long params, long macs) {
    Path schedule =
        Shared.file(
            "schedules/distiller/pruning_filters_for_efficient_convnets__" + name + ".yaml");
    Path model = Shared.file("models/fixtures/resnet56_cifar.onnx");
    session.run("run", schedule.toString(), "--model", model.toString(), "-o", out());
    ModelFacts written = new Models().load(Path.of(out()));
    List<Layer> layers = LayerTable.of(written.graph(), written.shapes());
    assertThat(layers.stream().mapToLong(Layer::params).sum()).isEqualTo(params);
    assertThat(layers.stream().mapToLong(layer -> layer.macs().orElseThrow()).sum())
        .isEqualTo(macs);
    assertThat(session.out()).contains(Long.toString(params)).contains(Long.toString(macs));
  }

  @Test
  void theReportCountsFromThePointBefore() throws IOException {
    Path schedule = Files.copy(Path.of(SCHEDULE), folder.resolve("twice.yaml"));
    Files.writeString(
        schedule, Files.readString(schedule).replace("epochs: [30]", "epochs: [10, 30]"));
    String report = folder.resolve("report.json").toString();
    session.run(
        "run",
        schedule.toString(),
        "--model",
        RESNET20,
        "-o",
        out(),
        "--report",
        report,
        "--verify");
    JsonObject json = JsonParser.parseString(Files.readString(Path.of(report))).getAsJsonObject();
    assertThat(json.getAsJsonArray("points")).hasSize(2);
    JsonObject first = json.getAsJsonArray("points").get(0).getAsJsonObject();
    JsonObject last = json.getAsJsonArray("points").get(1).getAsJsonObject();
    long between = size(first, "layer2.0.conv2.weight", "after");
    assertThat(size(last, "layer2.0.conv2.weight", "before")).isEqualTo(between);
    for (var removed : last.getAsJsonArray("removed")) {
      if (removed.getAsJsonObject().get("tensor").getAsString().equals("layer2.0.conv2.weight")) {
        removed
            .getAsJsonObject()
            .getAsJsonArray("indices")
            .forEach(index -> assertThat(index.getAsLong()).isLessThan(between));
      }
    }
  }

  private static long size(JsonObject point, String tensor, String when) {
    for (var shape : point.getAsJsonArray("shapes")) {
      if (shape.getAsJsonObject().get("tensor").getAsString().equals(tensor)) {
        return shape.getAsJsonObject().getAsJsonArray(when).get(0).getAsLong();
      }
    }
    throw new AssertionError(tensor + " is not in " + point);
  }
}
