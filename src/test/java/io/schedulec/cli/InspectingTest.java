package io.schedulec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.schedulec.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures and summaries of {@code schedulec inspect}, from their arguments to the exit code. */
final class InspectingTest {
  private static final String MODELS = "test-schedules/models";
  private static final String RESNET20 = MODELS + "/resnet20_cifar.onnx";
  private static final Path GOLDENS = Path.of("src/test/resources/pictures");

  @TempDir private Path folder = Path.of("");

  private final Session session = new Session(Main.commands().toArray(new Command[0]));

  @Test
  void aPictureGoesToStandardOutput() throws IOException {
    assertThat(session.run("inspect", RESNET20, "--format", "svg")).isEqualTo(ExitCode.OK);
    assertThat(session.out()).isEqualTo(Files.readString(GOLDENS.resolve("resnet20_cifar.svg")));
    assertThat(session.err()).isEmpty();
  }

  @Test
  void orToAFile() throws IOException {
    Path file = folder.resolve("a.dot");
    assertThat(session.run("inspect", RESNET20, "--format", "dot", "-o", file.toString()))
        .isEqualTo(ExitCode.OK);
    assertThat(session.out()).isEmpty();
    assertThat(file).hasContent(Files.readString(GOLDENS.resolve("resnet20_cifar.dot")));
  }

  @Test
  void withEveryBlockWhereThatIsWanted() throws IOException {
    session.run("inspect", RESNET20, "--format", "dot", "--expand");
    assertThat(session.out())
        .isEqualTo(Files.readString(GOLDENS.resolve("resnet20_cifar.expanded.dot")));
  }

  @Test
  void aPictureDoesNotReplaceItsModel() throws IOException {
    Path model = Files.copy(Path.of(RESNET20), folder.resolve("in.onnx"));
    String same = folder.resolve(".").resolve("in.onnx").toString();
    assertThat(refusal("inspect", model.toString(), "--format", "svg", "-o", same))
        .contains("-o would overwrite " + model);
    assertThat(model).hasBinaryContent(Files.readAllBytes(Path.of(RESNET20)));
  }

  @Test
  void whatDoesNotGoTogetherIsOneSentence() {
    assertThat(refusal("inspect", RESNET20, "-o", "a.svg"))
        .contains("-o is for pictures, --format dot or svg");
    assertThat(refusal("inspect", RESNET20, "--expand", "--format", "json"))
        .contains("--expand is for pictures, --format dot or svg");
    assertThat(refusal("inspect", RESNET20, "--groups", "--format", "svg"))
        .contains("--format dot and svg show a whole model");
    assertThat(refusal("inspect", MODELS, "--summary", "--format", "dot"))
        .contains("--format dot and svg show a whole model");
    assertThat(refusal("inspect", RESNET20, "--format", "svg", "-o", ""))
        .contains("--output needs the name of a file");
    assertThat(refusal("inspect", "--summary")).contains("inspect --summary needs models");
    assertThat(refusal("inspect", "--summary", "")).contains("inspect needs the name of a model");
    assertThat(refusal("inspect", "--summary", folder.toString()))
        .contains("there is no .onnx file in " + folder);
  }

  private static String refusal(String... arguments) {
    Session one = new Session(Main.commands().toArray(new Command[0]));
    assertThat(one.run(arguments)).isEqualTo(ExitCode.REFUSED);
    assertThat(one.out()).isEmpty();
    assertThat(one.err()).startsWith("schedulec: ").hasLineCount(1);
    return one.err();
  }

  @Test
  void aSummaryHasALineForEachModel() {
    assertThat(session.run("inspect", "--summary", MODELS)).isEqualTo(ExitCode.OK);
    assertThat(session.out().lines()).allMatch(line -> line.length() <= 100);
    Golden.check(GOLDENS.resolve("summary.txt"), timeless(session.out()));
  }

  /** The column of times is as wide as its widest, so that only its letters can be compared. */
  private static String timeless(String table) {
    return table.replaceAll("( %) +[0-9]+", "$1 T").replaceAll("prunable +ms", "prunable ms");
  }

  @Test
  void whatCannotBeReadIsARowWithTheReason() throws IOException {
    Path inner = Files.createDirectories(folder.resolve("deep/er"));
    Files.copy(Path.of(MODELS, "gated.onnx"), inner.resolve("b.ONNX"));
    Files.writeString(inner.resolve("a.onnx"), "no model");
    Files.writeString(inner.resolve("a.txt"), "not looked at");
    String name = folder.toString();
    assertThat(session.run("inspect", "--summary", "--format", "json", name, "absent.onnx"))
        .isEqualTo(ExitCode.OK);
    JsonArray models =
        JsonParser.parseString(session.out()).getAsJsonObject().getAsJsonArray("models");
    assertThat(models).hasSize(3);
    JsonObject broken = models.get(0).getAsJsonObject();
    assertThat(broken.get("path").getAsString()).isEqualTo(name + "/deep/er/a.onnx");
    assertThat(broken.get("error").getAsString()).doesNotContain(name).isNotEmpty();
    JsonObject gated = models.get(1).getAsJsonObject();
    assertThat(gated.keySet())
        .containsExactly("path", "nodes", "groups", "prunable", "unknownOps", "milliseconds");
    assertThat(gated.get("nodes").getAsInt()).isEqualTo(13);
    assertThat(models.get(2).getAsJsonObject().get("path").getAsString()).isEqualTo("absent.onnx");
  }

  @Test
  void whereNothingCanBeReadItIsRefused() throws IOException {
    Path broken = Files.writeString(folder.resolve("a.onnx"), "no model");
    assertThat(session.run("inspect", "--summary", broken.toString())).isEqualTo(ExitCode.REFUSED);
    assertThat(session.out()).contains("not read: ").endsWith("\n1 file, 1 of them not read\n");
  }
}
