package io.schedulec.surgery;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.graph.Parameter;
import io.schedulec.graph.onnx.OnnxReader;
import io.schedulec.graph.onnx.StoredWeights;
import io.schedulec.testing.Shared;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What does not change stays byte for byte what it was. */
class BytesTest {
  private static final Path MODELS = Path.of("test-schedules", "models");

  static Stream<Path> models() throws IOException {
    List<Path> models = new ArrayList<>(Shared.files("models/full", ".onnx"));
    models.removeIf(model -> model.toString().contains("extdata"));
    try (Stream<Path> files = Files.list(MODELS)) {
      files.filter(file -> file.toString().endsWith(".onnx")).forEach(models::add);
    }
    return models.stream();
  }

  @ParameterizedTest
  @MethodSource("models")
  void withoutChangesTheFileIsTheSame(Path model, @TempDir Path folder) throws IOException {
    Path copy = folder.resolve("copy.onnx");
    Cutting.of(model).unchanged().write(copy);
    assertThat(Files.mismatch(model, copy)).isEqualTo(-1);
    assertThat(folder.toFile().list()).containsExactly("copy.onnx");
  }

  @Test
  void newValuesChangeNothingElse(@TempDir Path folder) throws IOException {
    Path model = MODELS.resolve("resnet20_cifar.onnx");
    Cutting cutting = Cutting.of(model);
    Parameter parameter = cutting.parameter("layer1.0.conv1.weight");
    ByteBuffer zeros = ByteBuffer.allocate((int) parameter.shape().elements() * Float.BYTES);
    Path changed = folder.resolve("changed.onnx");
    cutting.unchanged().with(parameter, zeros).write(changed);
    Map<String, String> before = WireParts.of(model);
    Map<String, String> after = WireParts.of(changed);
    assertThat(after.keySet()).isEqualTo(before.keySet());
    Set<String> different = different(before, after);
    assertThat(different).hasSize(1).allMatch(path -> path.matches("/7#0/5#\\d+/9#0"));
    assertThat(Files.size(changed)).isEqualTo(Files.size(model));
    assertThat(StoredWeights.of(changed).of(parameter).orElseThrow().data()).isEqualTo(zeros);
  }

  @Test
  void cutsChangeSizesAndElementsOnly(@TempDir Path folder) throws IOException {
    Path model = MODELS.resolve("mobilenet_v1_025.onnx");
    Cutting cutting = Cutting.of(model);
    Path cut = folder.resolve("cut.onnx");
    List<Removal> removals =
        cutting.spaces().groups().stream()
            .filter(group -> group.prunable())
            .map(group -> new Removal(group, List.of(1, 3)))
            .toList();
    cutting.unchanged().without(removals).write(cut);
    Map<String, String> before = WireParts.of(model);
    Map<String, String> after = WireParts.of(cut);
    assertThat(new ArrayList<>(after.keySet())).isEqualTo(new ArrayList<>(before.keySet()));
    Set<String> kinds =
        different(before, after).stream()
            .map(path -> path.replaceAll("#\\d+", ""))
            .collect(Collectors.toCollection(TreeSet::new));
    // Sizes and elements of tensors, the groups of convolutions, and no declarations: it has none
    // of values in between.
    assertThat(kinds).containsExactlyInAnyOrder("/7/5/1", "/7/5/9", "/7/1/5/3");
    assertThat(OnnxReader.read(cut).nodes()).hasSameSizeAs(cutting.graph().nodes());
  }

  private static Set<String> different(Map<String, String> before, Map<String, String> after) {
    Map<String, String> rest = new HashMap<>(after);
    before.forEach(rest::remove);
    return rest.keySet();
  }
}
