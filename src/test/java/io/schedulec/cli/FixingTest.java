package io.schedulec.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.google.gson.JsonParser;
import io.schedulec.analysis.Analysis;
import io.schedulec.analysis.Analyzer;
import io.schedulec.analysis.Models;
import io.schedulec.bind.Target;
import io.schedulec.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fixes on the command line: what is written where, and what is said of it. */
final class FixingTest {
  private static final Path MOCKUPS = Path.of("test-schedules", "mockups");
  private static final String MODEL =
      Path.of("test-schedules", "models", "resnet20_cifar.onnx").toAbsolutePath().toString();

  /** A number in quotes, which is safe to fix. */
  private static final String QUOTED =
      """
      lr_schedulers:
        lr:
          class: StepLR
          step_size: "30"
          gamma: 0.1
      policies:
        - lr_scheduler:
            instance_name: lr
          starting_epoch: 0
          ending_epoch: 60
          frequency: 1
      """;

  private static final String UNQUOTED = QUOTED.replace("\"30\"", "30");

  @TempDir private Path folder = Path.of("");

  /** What a command line came to. */
  private record Outcome(int code, String out, String err) {}

  private Outcome check(String input, String... arguments) {
    List<String> line = new ArrayList<>(List.of("check", "--model", MODEL));
    line.addAll(List.of(arguments));
    Session session = new Session(folder, input, Main.commands().toArray(new Command[0]));
    int code = session.run(line.toArray(new String[0]));
    return new Outcome(code, session.out(), session.err());
  }

  private Path file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private static String mockup(String name) throws IOException {
    return Files.readString(MOCKUPS.resolve(name));
  }

  @Test
  void safeFixesAreWritten() throws IOException {
    Path file = file("a.yaml", QUOTED);
    Outcome outcome = check("", "--fix", "a.yaml");
    assertThat(outcome.err()).isEqualTo("1 finding fixed in 1 file\n");
    assertThat(outcome.out()).isEqualTo("1 schedule checked: nothing found\n");
    assertThat(outcome.code()).isEqualTo(ExitCode.OK);
    assertThat(file).hasContent(UNQUOTED);
    assertThat(check("", "--fix", "a.yaml"))
        .isEqualTo(new Outcome(ExitCode.OK, "1 schedule checked: nothing found\n", ""));
  }

  @Test
  void unsafeFixesAreHintedAt() throws IOException {
    Path file = file("a.yaml", mockup("a.yaml"));
    Outcome outcome = check("", "--fix", "a.yaml");
    assertThat(outcome.err()).isEqualTo("1 finding can be fixed with --unsafe-fixes\n");
    assertThat(outcome.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(file).hasContent(mockup("a.yaml"));

    outcome = check("", "--fix", "--unsafe-fixes", "a.yaml");
    assertThat(outcome.err()).isEqualTo("1 finding fixed in 1 file\n");
    assertThat(outcome.code()).isEqualTo(ExitCode.OK);
    assertThat(file).hasContent(mockup("a.fixed.yaml"));
  }

  @Test
  void whatIsSelectedIsFixed() throws IOException {
    Path file = file("a.yaml", QUOTED);
    assertThat(check("", "--fix", "--select", "SC201", "a.yaml").err()).isEmpty();
    assertThat(file).hasContent(QUOTED);
  }

  @Test
  void unsafeFixesAloneAreNoRequest() {
    Outcome outcome = check("", "--unsafe-fixes", "a.yaml");
    assertThat(outcome.err())
        .isEqualTo("schedulec: --unsafe-fixes needs --fix or --diff beside it\n");
    assertThat(outcome.code()).isEqualTo(ExitCode.REFUSED);
  }

  @Test
  void aFolderIsFixedAsAWhole() throws IOException {
    Path one = file("d/one.yaml", QUOTED);
    Path two = file("d/e/two.yaml", QUOTED.replace("\n", "\r\n"));
    Outcome outcome = check("", "--fix", "d");
    assertThat(outcome.err()).isEqualTo("2 findings fixed in 2 files\n");
    assertThat(Files.readString(one)).isEqualTo(UNQUOTED);
    assertThat(Files.readString(two)).isEqualTo(UNQUOTED.replace("\n", "\r\n"));
  }

  @Test
  void aDiffIsPrintedAndNothingWritten() throws IOException {
    Path file = file("d/a.yaml", mockup("a.yaml"));
    Outcome outcome = check("", "--diff", "--unsafe-fixes", "d", "d/../d/a.yaml");
    assertThat(outcome.out())
        .startsWith("--- a/d/a.yaml\n+++ b/d/a.yaml\n@@ -8,7 +8,9 @@\n")
        .containsOnlyOnce("+++");
    assertThat(outcome.err())
        .isEqualTo("2 schedules checked: nothing found\n1 finding would be fixed in 1 file\n");
    assertThat(outcome.code()).isEqualTo(ExitCode.OK);
    assertThat(file).hasContent(mockup("a.yaml"));
    assertThat(check("", "--fix", "--diff", "--unsafe-fixes", "d").out()).isEqualTo(outcome.out());
    assertThat(file).hasContent(mockup("a.yaml"));
  }

  @Test
  void findingsOfADiffGoToStandardError() throws IOException {
    file("a.yaml", mockup("a.yaml"));
    Outcome outcome = check("", "--diff", "--format", "concise", "a.yaml");
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err())
        .startsWith("a.yaml:10:15: error:")
        .endsWith("\n1 finding can be fixed with --unsafe-fixes\n");
    assertThat(outcome.code()).isEqualTo(ExitCode.FINDINGS);
  }

  @Test
  void jsonIsOfWhatRemains() throws IOException {
    file("a.yaml", QUOTED);
    file("b.yaml", mockup("a.yaml"));
    Outcome outcome = check("", "--fix", "--format", "json", "a.yaml", "b.yaml");
    var files = JsonParser.parseString(outcome.out()).getAsJsonObject().getAsJsonArray("files");
    assertThat(files).hasSize(2);
    assertThat(outcome.out()).contains("SC201").doesNotContain("SC40");
    assertThat(outcome.err())
        .isEqualTo("1 finding fixed in 1 file\n1 more can be fixed with --unsafe-fixes\n");
  }

  @Test
  void standardInputGoesToStandardOutput() throws IOException {
    Outcome outcome = check(QUOTED, "--fix", "-");
    assertThat(outcome.out()).isEqualTo(UNQUOTED);
    assertThat(outcome.err())
        .isEqualTo("1 schedule checked: nothing found\n1 finding fixed in 1 file\n");

    outcome = check(mockup("a.yaml"), "--fix", "--stdin-filename", "n.yaml", "-");
    assertThat(outcome.out()).isEqualTo(mockup("a.yaml"));
    assertThat(outcome.err()).contains("n.yaml:10:15");
    assertThat(outcome.code()).isEqualTo(ExitCode.FINDINGS);

    outcome = check("other: 1\n", "--fix", "--only-schedules", "-");
    assertThat(outcome).isEqualTo(new Outcome(ExitCode.OK, "other: 1\n", ""));
  }

  @Test
  void aDiffOfStandardInputHasTheNameThatIsGiven() {
    Outcome outcome = check(QUOTED, "--diff", "--stdin-filename", "d/n.yaml", "-");
    assertThat(outcome.out()).startsWith("--- a/d/n.yaml\n").contains("-    step_size: \"30\"\n");
  }

  @Test
  void linksAndPermissionsStay() throws IOException {
    Path file = file("real.yaml", QUOTED);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw----"));
    Path link = Files.createSymbolicLink(folder.resolve("a.yaml"), Path.of("real.yaml"));
    assertThat(check("", "--fix", "a.yaml").code()).isEqualTo(ExitCode.OK);
    assertThat(link).isSymbolicLink();
    assertThat(file).hasContent(UNQUOTED);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-rw----");
  }

  @Test
  void aFileThatCannotBeWrittenDoesNotStopTheOthers() throws IOException {
    Path locked = file("a.yaml", QUOTED);
    Path other = file("b.yaml", QUOTED);
    Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("r--r--r--"));
    assumeFalse(Files.isWritable(locked), "skipped: nothing is locked for this user");
    Outcome outcome = check("", "--fix", "--format=concise", "a.yaml", "b.yaml");
    assertThat(outcome.err())
        .isEqualTo(
            "schedulec: cannot write a.yaml: permission denied\n1 finding fixed in 1 file\n");
    assertThat(outcome.out()).startsWith("a.yaml:4:").hasLineCount(1);
    assertThat(outcome.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(locked).hasContent(QUOTED);
    assertThat(other).hasContent(UNQUOTED);
  }

  @Test
  void aFileThatChangedMeanwhileIsLeftAlone() throws IOException {
    Path file = file("a.yaml", QUOTED);
    Analyzer analyzer =
        new Analyzer(new Models(), Optional.of(Path.of(MODEL)), Target.PLAN, OptionalInt.empty());
    Analysis found = analyzer.analyze(SourceFile.of("a.yaml", QUOTED), file);
    file("a.yaml", "# newer\n" + QUOTED);

    Command command =
        new CheckCommand(
            (request, terminal) -> {
              new Fixing(request, terminal, analyzer).fix(found, file);
              return ExitCode.OK;
            });
    Session session = new Session(command);

    assertThat(session.run("check", "--fix", "a.yaml")).isEqualTo(ExitCode.REFUSED);
    assertThat(session.err())
        .isEqualTo("schedulec: cannot fix a.yaml: it was changed while it was checked\n");
    assertThat(file).hasContent("# newer\n" + QUOTED);
  }
}
