package io.schedulec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.schedulec.testing.Golden;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code inspect --why} on the models that come with the project. */
final class ExplainedTest {
  private static final Path GOLDENS = Path.of("src/test/resources/why");

  private final Session session =
      new Session(Path.of("test-schedules/models"), "", new InspectCommand(Inspecting::run));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "chain | resnet20_cifar.onnx | layer3.0.conv2.weight",
        "input | resnet20_cifar.onnx | conv1.weight",
        "output | resnet20_cifar.fused.onnx | fc.weight",
        "two | resnet20_cifar.onnx | layer3.0.conv2.weight,fc.weight",
        "apart | resnet20_cifar.onnx | layer3.0.conv2.weight,layer2.0.conv1.weight",
        "flatten | simplenet_cifar.onnx | fc1.weight",
        "concat | tiny_inception.onnx | mix2.b1.weight",
        "gate | gated.onnx | stem.weight",
        "depthwise | mobilenet_v1_025.onnx | model.2.0.weight",
      })
  void tellsWhy(String golden, String model, String names) {
    assertThat(session.run("inspect", model, "--why", names)).isEqualTo(ExitCode.OK);
    Golden.check(GOLDENS.resolve(golden + ".txt"), session.out());
    assertThat(session.out().lines()).allMatch(line -> line.length() <= Terminal.DEFAULT_WIDTH);
  }

  @ParameterizedTest
  @CsvSource({
    "chain, layer3.0.conv2.weight",
    "output, fc.weight",
    "two, 'layer3.0.conv2.weight,fc.weight'",
    "apart, 'layer3.0.conv2.weight,layer2.0.conv1.weight'",
  })
  void tellsProgramsWhy(String golden, String names) {
    int code = session.run("inspect", "resnet20_cifar.onnx", "--format", "json", "--why", names);
    assertThat(code).isEqualTo(ExitCode.OK);
    Golden.check(GOLDENS.resolve(golden + ".json"), session.out());
  }

  @Test
  void jsonHasAllThatTheTableCuts() {
    session.run("inspect", "resnet20_cifar.onnx", "--format", "json", "--why", "conv1.weight");
    JsonObject document = JsonParser.parseString(session.out()).getAsJsonObject();
    JsonArray axes = document.getAsJsonArray("axes");

    assertThat(document.get("weight").getAsString()).isEqualTo("conv1.weight");
    assertThat(axes.get(0).getAsJsonObject().getAsJsonArray("coupled")).hasSizeGreaterThan(20);
    assertThat(axes.get(1).getAsJsonObject().get("prunable").getAsBoolean()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "resnet20_cifar.onnx, module.layer3.0.conv2.weight",
    "resnet20_cifar.onnx, layer3.0.conv2",
    "resnet20_cifar.onnx, /layer3/layer3.0/conv2/Conv",
    "resnet20_cifar.fused.onnx, layer3.0.conv2.weight",
    "resnet20_cifar.fused.onnx, /layer3/layer3.0/conv2/Conv",
  })
  void aWeightHasSeveralNames(String model, String name) {
    assertThat(session.run("inspect", model, "--why", name)).isEqualTo(ExitCode.OK);
    assertThat(session.out()).startsWith("layer3.0.conv2.weight 64x64x3x3\n\naxis 0 filters: ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "layer3.0.con2.weight | did you mean layer3.0.conv2.weight?",
        "fc.weight,layer3.0.con2.weight | did you mean layer3.0.conv2.weight?",
        "nothing.like.it.at.all | schedulec inspect --weights lists them",
        "fc.weight,fc | --why needs two different weights, not fc.weight twice",
        "fc.weight, | --why needs the name of a weight",
        ",fc.weight | --why needs the name of a weight",
        "fc.weight,conv1.weight,bn1.weight | no weight \"conv1.weight,bn1.weight\"",
        "/Reshape | no weight \"/Reshape\" in resnet20_cifar.onnx",
      })
  void anotherNameIsRefused(String name, String sentence) {
    assertThat(session.run("inspect", "resnet20_cifar.onnx", "--why", name))
        .isEqualTo(ExitCode.REFUSED);
    assertThat(session.err()).contains(sentence);
    assertThat(session.err().lines().filter(line -> line.startsWith("schedulec: "))).hasSize(1);
    assertThat(session.out()).isEmpty();
  }

  @Test
  void anEmptyNameIsRefused() {
    assertThat(session.run("inspect", "resnet20_cifar.onnx", "--why", ""))
        .isEqualTo(ExitCode.REFUSED);
    assertThat(session.err()).contains("--why needs the name of a weight");
  }

  @Test
  void asciiIsAsciiOnly() {
    session.run("inspect", "tiny_inception.onnx", "--ascii", "--why", "mix2.b1.weight");

    assertThat(session.out()).isASCII().contains("axis 1 channels 0..7: 8 channels");
  }
}
