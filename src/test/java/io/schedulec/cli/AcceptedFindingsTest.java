package io.schedulec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What comments, configurations and baselines take out of the findings. */
final class AcceptedFindingsTest {
  private static final String MODEL =
      Path.of("test-schedules", "models", "resnet20_cifar.onnx").toAbsolutePath().toString();
  private static final String SCHEDULE =
      """
      version: 1
      pruners:
        agp:
          class: AutomatedGradualPruner
          initial_sparsity: 0.05
          final_sparsity: 0.5
          weights: [layer1.0.con1.weight, conv1.weight, layer1.0.con2.weight]
        spare: {class: AutomatedGradualPruner, initial_sparsity: 0, final_sparsity: 0.5, weights: [conv1.weight]}
      policies:
        - pruner:
            instance_name: agp
          starting_epoch: 0
          ending_epoch: 30
          frequency: 2
      """;

  @TempDir private Path folder = Path.of("");

  private Session last = new Session();

  @BeforeEach
  void aScheduleWithAnErrorAndAWarning() throws IOException {
    write("old/a.yaml", SCHEDULE);
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private int check(String... more) {
    List<String> line = new ArrayList<>(List.of("check", "--format=concise", "--model", MODEL));
    line.addAll(List.of(more));
    line.add("old");
    last = new Session(folder, "", Main.commands().toArray(new Command[0]));
    return last.run(line.toArray(new String[0]));
  }

  private List<String> codes() {
    return last.out().lines().map(l -> l.replaceAll(".*\\[(SC\\d+)]$", "$1")).toList();
  }

  @Test
  void aConfigurationWeighsFindings() throws IOException {
    assertThat(check()).isEqualTo(ExitCode.FINDINGS);
    assertThat(codes()).containsExactly("SC101", "SC305");

    write("schedulec.yaml", "severity: {SC101: warning, never-used: off}\n");
    assertThat(check()).isEqualTo(ExitCode.OK);
    assertThat(last.out()).contains("warning:").hasLineCount(1);
    assertThat(check("--fail-on=warning")).isEqualTo(ExitCode.FINDINGS);

    write(
        "schedulec.yaml",
        "overrides: [{files: 'old/*', severity: {SC305: error}}, {files: 'n*', severity: {SC101:"
            + " off}}]\nseverity: {SC101: off, SC305: off}\n");
    assertThat(check()).isEqualTo(ExitCode.FINDINGS);
    assertThat(last.out()).contains("error:", "SC305").hasLineCount(1);
  }

  @Test
  void whatAConfigurationLowersIsStillNoPlan() throws IOException {
    write("schedulec.yaml", "severity: {SC101: off}\n");
    last = new Session(folder, "", Main.commands().toArray(new Command[0]));
    assertThat(last.run("compile", "--model", MODEL, "old/a.yaml")).isEqualTo(ExitCode.FINDINGS);
    assertThat(last.err()).contains("SC101");
    assertThat(last.out()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "severty: {SC101: off} | 1:1: unknown key `severty`, did you mean `severity`?",
        "severity: {SC1O1: off} | 1:12: no finding is called `SC1O1`, did you mean SC101?",
        "severity: {SC101: warn} | 1:19: a severity is off, info, warning or error",
        "severity: {SC101: off, unknown-weight: off} | 1:24: `unknown-weight` is given twice",
        "severity: SC101 | 1:11: `severity` maps codes",
        "overrides: {files: a} | 1:12: `overrides` is a list",
        "overrides: [{files: '[', severity: {SC101: off}}] | 1:21: not a glob: [",
        "overrides: [{file: a}] | 1:14: unknown key `file`, did you mean `files`?",
        "overrides: [{files: a}] | 1:13: an override needs `files` and `severity`",
        "baseline: absent.yaml | 1:11: ",
        "baseline: [a] | 1:11: `baseline` is the path of a file",
      })
  void whatMakesNoSenseHasAPlace(String text, String message) throws IOException {
    write("schedulec.yaml", text + "\n");
    assertThat(check()).isEqualTo(ExitCode.REFUSED);
    assertThat(last.err()).contains("schedulec.yaml:" + message).hasLineCount(1);
  }

  @Test
  void aBaselineLeavesWhatIsNew() throws IOException {
    assertThat(check("--write-baseline", "b/known.yaml")).isEqualTo(ExitCode.REFUSED);
    write("b/x", "");
    assertThat(check("--write-baseline", "b/known.yaml")).isEqualTo(ExitCode.OK);
    assertThat(last.out()).isEmpty();
    assertThat(Files.readString(folder.resolve("b/known.yaml")))
        .isEqualTo(
            """
            # Findings that are known; schedulec check --write-baseline writes them anew.
            version: 1
            findings:
              "../old/a.yaml":
                - SC101 pruners.agp.weights[0]
                - SC101 pruners.agp.weights[2]
                - SC305 pruners.spare
            """);

    assertThat(check("--baseline", "b/known.yaml")).isEqualTo(ExitCode.OK);
    assertThat(last.out() + last.err()).isEmpty();

    write("old/a.yaml", "# one line more\n" + SCHEDULE.replace("  spare: {", "  other: {"));
    assertThat(check("--baseline", "b/known.yaml")).isEqualTo(ExitCode.OK);
    assertThat(last.out()).contains(":9:3: warning:", "`other`").hasLineCount(1);
    assertThat(last.err())
        .contains("old/a.yaml no longer has 1 known finding: SC305 pruners.spare");

    write("old/a.yaml", SCHEDULE.replace("con1", "conv1"));
    assertThat(check("--baseline", "b/known.yaml")).isEqualTo(ExitCode.OK);
    assertThat(last.out()).isEmpty();
    assertThat(last.err()).contains("SC101 pruners.agp.weights[0]");

    write("old/a.yaml", SCHEDULE.replace("[layer1", "[x, layer1"));
    assertThat(check("--baseline", "b/known.yaml")).isEqualTo(ExitCode.FINDINGS);
  }

  @Test
  void aConfigurationNamesTheBaselineOfAllBelow() throws IOException {
    write("old/unreadable \"1\".yaml", "pruners: [\n");
    assertThat(check("--write-baseline", "known.yaml")).isEqualTo(ExitCode.OK);
    write("schedulec.yaml", "baseline: known.yaml\n");
    assertThat(check()).isEqualTo(ExitCode.OK);
    assertThat(last.out()).isEmpty();
    check("--format=json=r.json");
    JsonObject summary =
        JsonParser.parseString(Files.readString(folder.resolve("r.json")))
            .getAsJsonObject()
            .getAsJsonObject("summary");
    assertThat(summary.get("known").getAsInt()).isEqualTo(3);
    write("known.yaml", "version: 2\n");
    assertThat(check()).isNotEqualTo(ExitCode.OK);
    assertThat(last.err()).contains("known.yaml:1:10: a baseline is a map");
  }

  @Test
  void commentsAreCounted() throws IOException {
    write("old/a.yaml", SCHEDULE.replace("  spare:", "  # schedulec: allow SC305 (x)\n  spare:"));
    assertThat(check("--format=text=r.txt")).isEqualTo(ExitCode.FINDINGS);
    assertThat(codes()).containsExactly("SC101");
    assertThat(Files.readString(folder.resolve("r.txt"))).endsWith("1 error (1 allowed)\n");
  }

  @Test
  void aFindingAboutSeveralPlacesIsAllowedAtAllOfThem() throws IOException {
    String one = SCHEDULE.replace("conv1.weight, ", "conv1.weight,\n  ");
    write("old/a.yaml", one.replace("con2.weight]", "con2.weight] # schedulec: allow SC101 (x)"));
    check();
    assertThat(codes()).containsExactly("SC101", "SC305");
    write(
        "old/a.yaml",
        SCHEDULE.replace("con2.weight]", "con2.weight] # schedulec: allow SC101 (x)"));
    check();
    assertThat(codes()).containsExactly("SC305");
  }

  @Test
  void theSameForAnyNumberOfThreads() throws IOException {
    for (int i = 0; i < 40; i++) {
      write("old/" + i + ".yaml", i % 3 == 0 ? "pruners: [\n" : SCHEDULE.replace("spare", "s" + i));
    }
    Files.write(
        folder.resolve("old/latin.yaml"),
        new byte[] {'p', 'o', 'l', 'i', 'c', 'i', 'e', 's', ':', (byte) 0xe4});
    int code = check("--jobs=1");
    String out = last.out();
    String err = last.err();
    assertThat(code).isEqualTo(ExitCode.REFUSED);
    assertThat(out).contains("SC001", "SC101");
    for (String jobs : List.of("2", "8", "100")) {
      assertThat(check("--jobs=" + jobs)).isEqualTo(code);
      assertThat(last.out()).isEqualTo(out);
      assertThat(last.err()).isEqualTo(err);
    }
    assertThat(check("--jobs=0")).isEqualTo(ExitCode.REFUSED);
  }
}
