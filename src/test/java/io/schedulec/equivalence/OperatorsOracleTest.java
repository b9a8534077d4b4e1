package io.schedulec.equivalence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.schedulec.channel.ChannelAnalysis;
import io.schedulec.channel.CoupledGroup;
import io.schedulec.channel.Member;
import io.schedulec.equivalence.OperatorCases.Case;
import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.onnx.OnnxBytes;
import io.schedulec.graph.onnx.OnnxReader;
import io.schedulec.graph.onnx.StoredWeights;
import io.schedulec.graph.shape.ShapeInference;
import io.schedulec.graph.shape.ShapeTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What each operator makes of a constant channel, against an independent runtime: filter 0 of
 * {@code a} is zero and emits its bias as channel 0 of {@code h}; {@code z} reads {@code y}.
 */
final class OperatorsOracleTest {
  private static final float[] BIASES = {-4.25f, -0.75f, 0, 0.25f, 1, 6.5f};
  private static final long[] INPUT = {1, 1, 6, 6};

  static List<Case> cases() {
    return OperatorCases.all();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isWhatTheRuntimeComputes(Case operator, @TempDir Path folder) throws IOException {
    for (float bias : BIASES) {
      Path file = folder.resolve("model.onnx");
      Files.write(file, model(operator, bias));
      compare(operator + ", bias " + bias, operator, file);
    }
  }

  /** Every operator with an emission rule is tried; layers are in other tests too. */
  @Test
  void everyRuleIsTried() {
    List<String> tried = new ArrayList<>();
    for (Case operator : OperatorCases.all()) {
      OnnxBytes.read(model(operator, 0)).nodes().forEach(node -> tried.add(node.opType()));
    }
    List<String> elsewhere = List.of("Gemm", "MatMul", "Flatten", "CastLike", "Swish");
    List<String> missing = new ArrayList<>(EmissionRules.operators());
    missing.removeAll(tried);
    assertThat(elsewhere).containsAll(missing);
  }

  private static byte[] model(Case operator, float bias) {
    OnnxBytes model =
        OnnxBytes.model(operator.opset())
            .input("x", INPUT)
            .reals("a.weight", new long[] {2, 1, 1, 1}, 0, 1)
            .reals("a.bias", new long[] {2}, bias, 0.5f)
            .reals("b.weight", new long[] {2, 1, 1, 1}, 0.7f, -1)
            .node("Conv", List.of("x", "a.weight", "a.bias"), List.of("h"))
            .node("Conv", List.of("x", "b.weight"), List.of("v"));
    operator.nodes().accept(model);
    float[] ones = new float[operator.channels()];
    Arrays.fill(ones, 1);
    return model
        .reals("z.weight", new long[] {1, operator.channels(), 1, 1}, ones)
        .node("Conv", List.of("y", "z.weight"), List.of("out"))
        .output("out", 1, 1, -1, -1)
        .toBytes();
  }

  private static void compare(String label, Case operator, Path file) {
    ModelGraph graph = OnnxReader.read(file);
    ShapeTable shapes = ShapeInference.of(graph);
    CoupledGroup group = group(graph, shapes);
    Emission claim =
        Emissions.of(graph, shapes, Map.of(group, List.of(0)), StoredWeights.of(file))
            .values()
            .iterator()
            .next();
    List<Float> elements = read(file, operator, group);
    float largest = 0;
    boolean varies = false;
    for (float element : elements) {
      largest = Math.max(largest, Math.abs(element));
      varies |= Math.abs(element - elements.get(0)) > 1e-5;
    }
    if (claim.dropped() != Dropped.VARYING) {
      assertThat(varies).as(label).isFalse();
      assertThat(claim.largest()).as(label).isCloseTo(largest, within(1e-6 * (1 + largest)));
    }
    if (operator.precise()) {
      assertThat(claim.dropped() == Dropped.VARYING).as(label).isEqualTo(varies);
    }
  }

  private static CoupledGroup group(ModelGraph graph, ShapeTable shapes) {
    return ChannelAnalysis.of(graph, shapes)
        .byParameter()
        .getOrDefault("a.weight", List.of())
        .stream()
        .filter(group -> !group.writers().isEmpty())
        .findFirst()
        .orElseThrow();
  }

  /** What {@code z} reads of channel 0, for several inputs. */
  private static List<Float> read(Path file, Case operator, CoupledGroup group) {
    Member reader =
        group.readers().stream()
            .filter(member -> member.parameter().name().equals("z.weight"))
            .findFirst()
            .orElseThrow();
    Random random = new Random(1);
    List<Float> read = new ArrayList<>();
    for (int run = 0; run < 2; run++) {
      float[] x = new float[36];
      for (int i = 0; i < x.length; i++) {
        x[i] = (float) random.nextGaussian();
      }
      float[] y = RanModel.of(file, List.of("y"), "x", INPUT, x).value("y");
      int inner = y.length / operator.channels();
      for (int index : reader.indices().of(0)) {
        for (int i = 0; i < inner; i++) {
          read.add(y[index * inner + i]);
        }
      }
    }
    return read;
  }
}
