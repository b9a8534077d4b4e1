package io.schedulec.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.UnreadableModelException;
import io.schedulec.graph.onnx.OnnxReader;
import io.schedulec.testing.Shared;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From the weights of real networks every reason and every layer of their groups is reached. */
final class ExplanationsOfModelsTest {
  /** Of a large network so many parameters are asked about. */
  private static final int ASKED = 8;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "graphs/mobilenet_v2",
        "graphs/densenet121",
        "graphs/googlenet",
        "graphs/resnext50_32x4d",
        "graphs/squeezenet1_0",
        "graphs/vit_b_16"
      })
  void everyReasonAndLayerIsReached(String model) {
    assertThat(broken(Shared.file("models/" + model + ".onnx"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".dynamo", ".fused"})
  void soAreThoseOfSmallNetworks(String export) {
    Shared.file("models/full");
    List<String> broken = new ArrayList<>();
    int asked = 0;
    for (Path file : Shared.files("models/full", export + ".onnx")) {
      boolean small = file.toFile().length() < 1 << 20;
      boolean plain = !export.isEmpty() || file.getFileName().toString().split("\\.").length == 2;
      if (small && plain) {
        broken.addAll(broken(file));
        asked++;
      }
    }
    assertThat(asked).isPositive();
    assertThat(broken).isEmpty();
  }

  private static List<String> broken(Path file) {
    try {
      ModelGraph graph = OnnxReader.read(file);
      int every = Math.max(1, graph.parameters().size() / ASKED);
      List<String> broken = TraceLaws.broken(graph, every);
      broken.replaceAll(line -> file.getFileName() + ": " + line);
      return broken;
    } catch (UnreadableModelException e) {
      // Other tests say which models can be read.
      return new ArrayList<>();
    }
  }
}
