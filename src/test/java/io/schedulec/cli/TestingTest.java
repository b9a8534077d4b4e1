package io.schedulec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code schedulec test} on folders as users have them. */
final class TestingTest {
  private static final String MODEL =
      Path.of("test-schedules/models/resnet20_cifar.onnx").toAbsolutePath().toString();
  private static final String LINES =
      """
      pruners:
        half:
          class: L1RankedStructureParameterPruner
          group_type: Filters
          desired_sparsity: 0.5
          weights: [layer1.0.LAYER.weight]COMMENT
      policies:
        - pruner:
            instance_name: half
          epochs: [0]
      """;
  private static final String CLAIM = "#~ error[SC101] 15 \"`half` is not in the model\"";

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  @SuppressWarnings("NullAway.Init")
  private Session session;

  @BeforeEach
  void aFolder() {
    session = new Session(folder, "", test(Optional.empty()), new CheckCommand(Checking::run));
  }

  private static TestCommand test(Optional<String> ci) {
    return new TestCommand((request, terminal) -> Testing.run(request, terminal, ci));
  }

  @Test
  void aFolderOfSchedulesWithClaimsIsASuite() throws IOException {
    write("silent.yaml", schedule("conv1", ""));
    write("claimed.yaml", schedule("con1", " " + CLAIM));
    write("other.yaml", "services: {}\n");

    assertThat(run(".")).isEqualTo(ExitCode.OK);
    assertThat(session.out()).isEqualTo("2 schedules tested: all are as they say\n");
  }

  @Test
  void whatIsFoundAndNotClaimedComesAsAClaimToPaste() throws IOException {
    write("a.yaml", schedule("con1", ""));

    assertThat(run(".")).isEqualTo(ExitCode.FINDINGS);
    String claim = session.out().lines().filter(l -> l.contains("#~")).findFirst().orElseThrow();
    assertThat(session.out()).startsWith("FAILED a.yaml\n  line 6: found and not claimed\n");
    assertThat(claim).startsWith("    #~ error[SC101] 15 \"");
    assertThat(session.out()).endsWith("1 schedule tested: 1 failed\n");

    write("a.yaml", schedule("con1", " " + claim.strip()));
    assertThat(run(".")).isEqualTo(ExitCode.OK);
  }

  @Test
  void aClaimThatIsNotMetFails() throws IOException {
    write("a.yaml", schedule("conv1", " " + CLAIM));

    assertThat(run(".")).isEqualTo(ExitCode.FINDINGS);
    assertThat(session.out()).contains("line 6: claimed and not found\n    " + CLAIM);
  }

  @Test
  void whatOneTargetFindsIsClaimedForIt() throws IOException {
    Path gate = Path.of("test-schedules/err/SC207/gate.yaml").toAbsolutePath();
    Path models = Path.of("test-schedules/models").toAbsolutePath();
    String text = Files.readString(gate).replace("../../models", models.toString());
    write("a.yaml", text.replaceAll("#~ distiller.*", ""));

    assertThat(session.run("test", ".")).isEqualTo(ExitCode.FINDINGS);
    assertThat(session.out()).contains("found and not claimed for distiller\n    #~ distiller err");
    assertThat(session.run("test", "--target", "plan", ".")).isEqualTo(ExitCode.OK);
  }

  @Test
  void aClaimThatIsNoneAndAnOptionThatIsNoneAreSaid() throws IOException {
    write("a.yaml", "# schedulec-test: epoch=3\n" + schedule("conv1", " #~ eror[SC101] 3 \"\""));

    assertThat(run(".")).isEqualTo(ExitCode.FINDINGS);
    assertThat(session.out())
        .contains("line 7: not a claim", "unknown option epoch=3 after schedulec-test:");
  }

  @Test
  void partsOfASuiteSayWhatIsAskedOfTheirCases() throws IOException {
    write("ok/claims.yaml", schedule("con1", " " + CLAIM));
    write("err/SC101/silent.yaml", schedule("conv1", ""));
    write("err/SC201/other.yaml", schedule("con1", " " + CLAIM));
    write("elsewhere/no-case.yaml", schedule("con1", ""));

    assertThat(run(".")).isEqualTo(ExitCode.FINDINGS);
    assertThat(session.out())
        .contains(
            "ok/claims.yaml\n  a case of ok is silent for one target at least: move it to err\n",
            "err/SC101/silent.yaml\n  nothing is found in a case of err: move it to ok\n",
            "err/SC201/other.yaml\n  nothing is SC201, as its folder says\n",
            "3 schedules tested: 3 failed\n")
        .doesNotContain("no-case");
  }

  @Test
  void aPartCanBeTestedAlone() throws IOException {
    write("ok/silent.yaml", schedule("conv1", ""));
    write("err/SC201/other.yaml", schedule("con1", " " + CLAIM));

    assertThat(run("ok")).isEqualTo(ExitCode.OK);
    assertThat(run("err/SC201/other.yaml")).isEqualTo(ExitCode.FINDINGS);
  }

  @Test
  void filesBesideACaseAreComparedAndRewritten() throws IOException {
    write("err/SC101/a.yaml", schedule("con1", " " + CLAIM));
    for (String ending : new String[] {"full.txt", "narrated.txt", "json", "fixed.yaml"}) {
      write("err/SC101/a." + ending, "");
    }

    assertThat(run(".")).isEqualTo(ExitCode.FINDINGS);
    assertThat(session.out()).contains("a.full.txt is not what comes out; --update\n");
    assertThat(session.run("test", "--model", MODEL, "--update", ".")).isEqualTo(ExitCode.OK);
    assertThat(session.out()).endsWith("all are as they say, 4 files rewritten\n");
    assertThat(run(".")).isEqualTo(ExitCode.OK);
    assertThat(Files.readString(folder.resolve("err/SC101/a.fixed.yaml"))).contains("0.conv1.w");
    assertThat(Files.readString(folder.resolve("err/SC101/a.json"))).contains("\"SC101\"");
  }

  @Test
  void nothingIsRewrittenWhereMachinesTest() throws IOException {
    write("a.yaml", schedule("conv1", ""));
    Session machine = new Session(folder, "", test(Optional.of("true")));

    assertThat(machine.run("test", "--update", ".")).isEqualTo(ExitCode.REFUSED);
    assertThat(machine.err()).contains("CI is set");
  }

  @Test
  void aProjectIsATranscriptOfCommands() throws IOException {
    write("projects/one/schedules/a.yaml", schedule("con1", ""));
    write("projects/one/schedulec.yaml", "models:\n  \"schedules/*\": " + MODEL + "\n");
    write("projects/one/transcript.txt", "$ schedulec check --format concise schedules\n");

    assertThat(session.run("test", ".")).isEqualTo(ExitCode.FINDINGS);
    assertThat(session.run("test", "--update", ".")).isEqualTo(ExitCode.OK);
    assertThat(Files.readString(folder.resolve("projects/one/transcript.txt")))
        .startsWith("$ schedulec check --format concise schedules\nschedules/a.yaml:6:15: error: ")
        .endsWith("exit code 1\n");
    assertThat(session.run("test", "projects/one")).isEqualTo(ExitCode.OK);

    write("projects/one/transcript.txt", "$ schedulec check --fix schedules\n");
    assertThat(session.run("test", ".")).isEqualTo(ExitCode.FINDINGS);
    assertThat(session.out()).contains("runs no command that writes: --fix");
  }

  @Test
  void theProjectsThatComeAlongAreAsTheySay() {
    Session here = new Session(new TestCommand(Testing::run));

    assertThat(here.run("test", "test-schedules/projects")).as(here.out()).isEqualTo(ExitCode.OK);
    assertThat(here.out()).contains("projects tested: all are as they say");
  }

  @Test
  void whereThereIsNothingToTestThatIsSaid() throws IOException {
    write("notes/a.txt", "");

    assertThat(session.run("test")).isEqualTo(ExitCode.REFUSED);
    assertThat(session.run("test", "nowhere")).isEqualTo(ExitCode.REFUSED);
    assertThat(session.run("test", "notes")).isEqualTo(ExitCode.REFUSED);
    assertThat(session.err()).contains("nowhere does not exist", "no schedule to test in notes");
  }

  private int run(String path) {
    return session.run("test", "--model", MODEL, path);
  }

  private static String schedule(String layer, String comment) {
    return LINES.replace("LAYER", layer).replace("COMMENT", comment);
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
