package io.schedulec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.schedulec.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code schedulec compile} from its arguments to its exit code. */
final class CompilingTest {
  private static final String CHAIN = "test-schedules/plans/resnet20-chain.yaml";
  private static final String CONCAT = "test-schedules/plans/inception-concat-reader.yaml";
  private static final String BROKEN = "test-schedules/mockups/a.yaml";
  private static final String REFUSED = "test-schedules/err/SC503/settings.yaml";
  private static final String RESNET20 = "test-schedules/models/resnet20_cifar.onnx";
  private static final Path GOLDENS = Path.of("src/test/resources/statistics");

  @TempDir private Path folder = Path.of("");

  private final Session session = new Session(Main.commands().toArray(new Command[0]));

  @Test
  void thePlanGoesToStandardOutput() throws IOException {
    assertThat(session.run("compile", CHAIN)).isEqualTo(ExitCode.OK);
    assertThat(session.out())
        .isEqualTo(Files.readString(Path.of("test-schedules/plans/resnet20-chain.plan")));
    assertThat(session.err()).isEmpty();
  }

  @Test
  void orToAFile() throws IOException {
    Path plan = folder.resolve("a.plan");
    assertThat(session.run("compile", CHAIN, "-o", plan.toString())).isEqualTo(ExitCode.OK);
    assertThat(session.out()).isEmpty();
    assertThat(plan)
        .hasContent(Files.readString(Path.of("test-schedules/plans/resnet20-chain.plan")));
  }

  @Test
  void findingsGoToStandardErrorAndNothingIsWritten() throws IOException {
    Path plan = Files.writeString(folder.resolve("a.plan"), "as it was");
    for (String schedule : Set.of(BROKEN, REFUSED)) {
      Session one = new Session(Main.commands().toArray(new Command[0]));
      assertThat(one.run("compile", "--model", RESNET20, schedule, "-o", plan.toString()))
          .isEqualTo(ExitCode.FINDINGS);
      assertThat(one.out()).isEmpty();
      assertThat(one.err()).contains("error[SC").contains("1 schedule checked: ");
    }
    assertThat(plan).hasContent("as it was");
    assertThat(files()).containsExactly("a.plan");
  }

  @Test
  void warningsAreSaidAndDoNotHinder() throws IOException {
    Path schedule =
        Files.writeString(
            folder.resolve("a.yaml"),
            """
            pruners:
              spare: {class: AutomatedGradualPruner, initial_sparsity: 0.1, final_sparsity: 0.5,
                weights: [fc.weight]}
            policies: []
            """);
    assertThat(session.run("compile", "--model", RESNET20, schedule.toString()))
        .isEqualTo(ExitCode.OK);
    assertThat(session.err()).contains("warning[SC305").contains("1 schedule checked: 1 warning");
    assertThat(session.out()).startsWith("plan 1\nschedule \"a.yaml\" sha256:");
  }

  @Test
  void aFileThatCannotBeWrittenLeavesNothingBehind() {
    Path plan = folder.resolve("absent").resolve("a.plan");
    assertThat(session.run("compile", CHAIN, "-o", plan.toString())).isEqualTo(ExitCode.REFUSED);
    assertThat(session.err()).startsWith("schedulec: cannot write ").hasLineCount(1);
    assertThat(session.out()).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aPlanDoesNotReplaceWhatItIsMadeFrom() throws IOException {
    String text = "# schedulec: model=" + Path.of(RESNET20).toAbsolutePath() + "\npolicies: []\n";
    Path schedule = Files.writeString(folder.resolve("a.yaml"), text);
    String same = folder.resolve(".").resolve("a.yaml").toString();
    assertThat(refusal("compile", schedule.toString(), "-o", same))
        .contains("-o would overwrite " + schedule);
    assertThat(schedule).hasContent(text);
  }

  @Test
  void norTheModelThatTheScheduleNames() throws IOException {
    Path model = Files.copy(Path.of(RESNET20), folder.resolve("in.onnx"));
    Path schedule =
        Files.writeString(folder.resolve("a.yaml"), "# schedulec: model=in.onnx\npolicies: []\n");
    assertThat(refusal("compile", schedule.toString(), "-o", model.toString()))
        .contains("-o would overwrite " + model.toAbsolutePath());
    assertThat(model).hasBinaryContent(Files.readAllBytes(Path.of(RESNET20)));
  }

  @Test
  void whatCannotBeCarriedOutIsOneSentence() throws IOException {
    Path alone = Files.writeString(folder.resolve("alone.yaml"), "policies: []\n");
    assertThat(refusal("compile", alone.toString()))
        .contains("no model is known for " + alone + ": give --model FILE");
    assertThat(refusal("compile")).contains("compile needs one schedule, not 0");
    assertThat(refusal("compile", CHAIN, CHAIN)).contains("compile needs one schedule, not 2");
    assertThat(refusal("compile", "")).contains("the name of a schedule is empty");
    assertThat(refusal("compile", "test-schedules/plans/resnet20-chain.plan"))
        .contains("resnet20-chain.plan is a plan already");
    assertThat(refusal("compile", "absent.yaml")).contains("absent.yaml does not exist");
    assertThat(refusal("compile", CHAIN, "--model", "absent.onnx")).contains("absent.onnx");
    assertThat(refusal("compile", CHAIN, "-o", "")).contains("--output needs the name of a file");
    assertThat(refusal("compile", CHAIN, "--rounding", "floor"))
        .contains("--rounding does not know \"floor\"");
    assertThat(refusal("compile", CHAIN, "--rounding", "multiple:0"))
        .contains("--rounding multiple: needs a whole number above 0, not \"0\"");
    assertThat(refusal("compile", CHAIN, "--dead-channels", "keep"))
        .contains("--dead-channels does not know \"keep\"");
    assertThat(refusal("compile", CHAIN, "--dead-channels", "fold"))
        .contains("--dead-channels fold cannot be carried out yet, only drop");
    assertThat(refusal("compile", CHAIN, "--stats", "yaml"))
        .contains("--stats does not know \"yaml\"");
    assertThat(refusal("compile", CHAIN, "--epochs", "0"))
        .contains("--epochs needs a whole number");
  }

  private static String refusal(String... arguments) {
    Session one = new Session(Main.commands().toArray(new Command[0]));
    assertThat(one.run(arguments)).isEqualTo(ExitCode.REFUSED);
    assertThat(one.out()).isEmpty();
    assertThat(one.err()).startsWith("schedulec: ").hasLineCount(1);
    return one.err();
  }

  @Test
  void optionsArePartOfThePlan() {
    session.run(
        "compile", CHAIN, "--rounding", "multiple:8", "--dead-channels", "drop", "--epochs", "40");
    assertThat(session.out())
        .contains("\nrounding multiple:8\n")
        .contains("thin layer2.0.conv2 filters 32 -> 16 drop")
        .contains("thin layer3.0.conv1 filters 64 -> 40 drop");
  }

  @Test
  void aRunThatEndsEarlyEndsThePlan() {
    assertThat(session.run("compile", CHAIN, "--epochs", "1")).isEqualTo(ExitCode.FINDINGS);
    Session levels = new Session(Main.commands().toArray(new Command[0]));
    levels.run("compile", "test-schedules/plans/simplenet-flatten.yaml", "--epochs", "3");
    assertThat(levels.out()).contains("\nepoch 2 {").doesNotContain("\nepoch 3 {");
  }

  @Test
  void aTargetThatCannotDoIt() {
    assertThat(session.run("compile", CONCAT)).isEqualTo(ExitCode.OK);
    Session trainer = new Session(Main.commands().toArray(new Command[0]));
    assertThat(trainer.run("compile", CONCAT, "--target", "distiller"))
        .isEqualTo(ExitCode.FINDINGS);
    assertThat(trainer.err()).contains("error[SC203 channels-unprunable]");
  }

  @Test
  void statisticsForPrograms() throws IOException {
    Path plan = folder.resolve("a.plan");
    assertThat(session.run("compile", CHAIN, "--stats", "json", "-o", plan.toString()))
        .isEqualTo(ExitCode.OK);
    assertThat(plan).exists();

    JsonObject root = JsonParser.parseString(session.out()).getAsJsonObject();
    assertThat(root.get("version").getAsInt()).isEqualTo(1);
    JsonArray points = root.getAsJsonArray("points");
    assertThat(points).hasSize(2);
    JsonObject end = points.get(1).getAsJsonObject();
    assertThat(end.keySet())
        .containsExactly("epoch", "params", "allParams", "macs", "nonzero", "tensors");
    JsonObject tensor = end.getAsJsonArray("tensors").get(0).getAsJsonObject();
    assertThat(tensor.toString())
        .isEqualTo("{\"name\":\"conv1.weight\",\"shape\":[16,3,3,3],\"zeros\":0}");
  }

  @Test
  void whatTheWeightsDecideIsNull() {
    session.run("compile", CONCAT, "--stats", "json");
    JsonObject root = JsonParser.parseString(session.out()).getAsJsonObject();
    JsonObject first = root.getAsJsonArray("points").get(0).getAsJsonObject();
    assertThat(first.get("epoch").getAsInt()).isEqualTo(1);
    for (String count : Set.of("params", "allParams", "macs", "nonzero")) {
      assertThat(first.get(count).isJsonNull()).as(count).isTrue();
    }
    assertThat(session.out())
        .contains("{\"name\":\"mix1.b1.weight\",\"shape\":[null,12,1,1],\"zeros\":0}")
        .contains("{\"name\":\"mix2.b1.weight\",\"shape\":[8,21,1,1],\"zeros\":0}");
  }

  @Test
  void statisticsForPeople() {
    for (String name : Set.of(CHAIN, CONCAT)) {
      Session wide = new Session(Main.commands().toArray(new Command[0]));
      assertThat(wide.run("compile", name, "--stats", "table")).isEqualTo(ExitCode.OK);
      assertThat(wide.out().lines()).allMatch(line -> line.length() <= 100);
      String stem = Path.of(name).getFileName().toString().replace(".yaml", "");
      Golden.check(GOLDENS.resolve(stem + ".txt"), wide.out());
    }
  }

  @Test
  void theSameBytesInTurkish() {
    assertThat(session.run("compile", CHAIN, "--stats", "table")).isEqualTo(ExitCode.OK);
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      Session turkish = new Session(Main.commands().toArray(new Command[0]));
      assertThat(turkish.run("compile", CHAIN, "--stats", "table")).isEqualTo(ExitCode.OK);
      assertThat(turkish.out()).isEqualTo(session.out());
    } finally {
      Locale.setDefault(before);
    }
  }

  private Set<String> files() throws IOException {
    try (Stream<Path> list = Files.list(folder)) {
      return Set.copyOf(list.map(f -> f.getFileName().toString()).toList());
    }
  }
}
