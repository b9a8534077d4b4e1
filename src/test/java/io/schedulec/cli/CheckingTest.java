package io.schedulec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests that cannot be carried out are refused in one sentence that says where. */
final class CheckingTest {
  private static final String POLICIES = "policies: []\n";

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void aFileThatIsNoModel() throws IOException {
    Files.writeString(folder.resolve("text.onnx"), "hello\n");
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static String refusal(String... arguments) {
    Session session = new Session(Main.commands().toArray(new Command[0]));
    assertThat(session.run(arguments)).isEqualTo(ExitCode.REFUSED);
    assertThat(session.out()).isEmpty();
    assertThat(session.err().lines()).hasSize(1);
    return session.err();
  }

  @Test
  void aCommentThatNamesNoModel() throws IOException {
    Path schedule = file("a.yaml", "# schedulec: model=text.onnx\n" + POLICIES);
    assertThat(refusal("check", schedule.toString()))
        .startsWith("schedulec: " + schedule + ":1:20: ")
        .contains("text.onnx is a text file");
    file("a.yaml", "# schedulec: model=absent.onnx\n" + POLICIES);
    assertThat(refusal("check", schedule.toString())).contains("a.yaml:1:20: there is no file");
    file("a.yaml", "# schedulec: model=\n" + POLICIES);
    assertThat(refusal("check", schedule.toString())).contains("a.yaml:1:20: the path of a model");
  }

  @Test
  void aConfigurationThatNamesNoModel() throws IOException {
    Path schedule = file("a.yaml", POLICIES);
    file("schedulec.yaml", "models:\n  '*.yaml': text.onnx\n");
    assertThat(refusal("check", schedule.toString())).contains("schedulec.yaml:2:13: ");
    file("schedulec.yaml", "models:\n  '*.yaml': \"a\\0b\"\n");
    assertThat(refusal("check", schedule.toString())).contains("schedulec.yaml:2:13: not a path");
    file("schedulec.yaml", "- models\n");
    assertThat(refusal("check", schedule.toString())).contains("a map with the key `models`");
  }

  @Test
  void emptyNames() throws IOException {
    Path schedule = file("a.yaml", POLICIES);
    assertThat(refusal("check", "")).contains("the name of a schedule is empty");
    assertThat(refusal("check", "--model", "", schedule.toString())).contains("--model needs");
    assertThat(refusal("inspect", "")).contains("inspect needs the name of a model");
  }

  @Test
  void oneFileUnderTwoNames() throws IOException {
    Path schedule = file("a.yaml", POLICIES);
    String there = folder.resolve("x.json").toString();
    String same = folder.resolve(".").resolve("x.json").toString();
    assertThat(
            refusal(
                "check", "--format=json=" + there, "--format=text=" + same, schedule.toString()))
        .contains("two --format options write to");
  }

  @Test
  void whatIsNoScheduleIsPassedOverWhereOnlySchedulesAreWanted() throws IOException {
    String other = file("compose.yaml", "services: {}\n").toString();
    String latin = folder.resolve("latin.yaml").toString();
    Files.write(folder.resolve("latin.yaml"), new byte[] {'a', ':', ' ', (byte) 0xe4});
    String models = file("schedulec.yaml", "models: {}\npolicies: []\n").toString();
    assertThat(onlySchedules(other, latin, models)).isEmpty();
    assertThat(onlySchedules(folder.toString())).isEmpty();

    String broken = file("a.yaml", "pruners: [\n").toString();
    assertThat(onlySchedules(other, broken)).contains("a.yaml:2:1: error:").hasLineCount(1);
    assertThat(refusal("check", "--only-schedules", other, "absent.yaml"))
        .isEqualTo("schedulec: absent.yaml does not exist\n");
  }

  private static String onlySchedules(String... inputs) {
    List<String> line = new ArrayList<>(List.of("check", "--only-schedules", "--format=concise"));
    line.addAll(List.of(inputs));
    Session session = new Session(Main.commands().toArray(new Command[0]));
    int code = session.run(line.toArray(new String[0]));
    assertThat(session.err()).isEmpty();
    assertThat(code).isEqualTo(session.out().isEmpty() ? ExitCode.OK : ExitCode.FINDINGS);
    return session.out();
  }
}
