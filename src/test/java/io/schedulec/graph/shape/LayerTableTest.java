package io.schedulec.graph.shape;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Value;
import io.schedulec.graph.onnx.OnnxReader;
import io.schedulec.testing.Graphs;
import io.schedulec.testing.Shared;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class LayerTableTest {
  @Test
  void convolutionCostsItsWeightAtEveryPlace() {
    Graphs graph = new Graphs();
    Value in = graph.input("x", 4, 8, 10, 10);
    Value weight = graph.parameter("conv.weight", 16, 4, 3, 3);
    Value out = graph.node("Conv", Map.of("group", 2L), in, weight);
    List<Layer> layers = layers(graph.build(out));
    assertThat(layers).hasSize(1);
    assertThat(layers.get(0).params()).isEqualTo(16 * 4 * 9);
    assertThat(layers.get(0).macs()).hasValue(16 * 4 * 9 * 64);
    assertThat(layers.get(0).node().opType()).isEqualTo("Conv");
  }

  @Test
  void linearLayerMayBeTransposed() {
    Graphs graph = new Graphs();
    Value weight = graph.node("Transpose", graph.parameter("fc.weight", 10, 64));
    Value out = graph.node("MatMul", graph.input("x", 1, 7, 64), weight);
    List<Layer> layers = layers(graph.build(out));
    assertThat(layers.get(0).weight().name()).isEqualTo("fc.weight");
    assertThat(layers.get(0).macs()).hasValue(640);
  }

  @Test
  void weightThatIsAppliedTwiceIsOneLayer() {
    Graphs graph = new Graphs();
    Value weight = graph.parameter("conv.weight", 8, 8, 1, 1);
    Value once = graph.node("Conv", graph.input("x", 1, 8, 2, 2), weight);
    List<Layer> layers = layers(graph.build(graph.node("Conv", once, weight)));
    assertThat(layers).hasSize(1);
    assertThat(layers.get(0).macs()).hasValue(2 * 64 * 4);
  }

  @Test
  void costOfUnknownMapsIsUnknown() {
    Graphs graph = new Graphs();
    Value out = graph.conv(graph.input("x", 1, 8, -1, -1), "conv.weight", 4, 8, 3);
    assertThat(layers(graph.build(out)).get(0).macs()).isEmpty();
  }

  @Test
  void residualNetworkForSmallImages() {
    ModelGraph graph = OnnxReader.read(Shared.file("models/full/resnet20_cifar.onnx"));
    long total = 0;
    long one = 0;
    for (Layer layer : layers(graph)) {
      total += layer.macs().orElseThrow();
      one += layer.weight().name().equals("layer3.0.conv2.weight") ? layer.macs().getAsLong() : 0;
    }
    assertThat(total).isEqualTo(40_813_184);
    assertThat(one).isEqualTo(2_359_296);
  }

  private static List<Layer> layers(ModelGraph graph) {
    return LayerTable.of(graph, ShapeInference.of(graph));
  }
}
