package io.schedulec.surgery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.schedulec.channel.ChannelAnalysis;
import io.schedulec.channel.ExportedNames;
import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Parameter;
import io.schedulec.graph.Shape;
import io.schedulec.graph.onnx.OnnxReader;
import io.schedulec.graph.shape.ShapeInference;
import io.schedulec.graph.shape.ShapeTable;
import io.schedulec.testing.Npz;
import io.schedulec.testing.OnnxRuntime;
import io.schedulec.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Cut models have the shapes and compute the outputs of those the framework has cut. */
class PrunedOracleTest {
  private static final double TOLERANCE = 1e-5;

  /** Without any cut this deep network differs by nearly as much from one runtime to the next. */
  private static final Map<String, Double> WIDER = Map.of("mobilenet_v2_w025", 2e-5);

  /** Exports whose recurrent weights are other parameters than the framework's. */
  private static final Set<String> OTHER = Set.of("lstm_lm.fused.onnx", "lstm_lm.dynamo.onnx");

  /** What is removed, and from which export. */
  record Case(Path oracle, Path model) {
    @Override
    public String toString() {
      return oracle.getFileName() + " of " + model.getFileName();
    }
  }

  static Stream<Case> all() {
    List<Case> cases = new ArrayList<>();
    for (Path oracle : Shared.files("models/oracle", ".json")) {
      String file = oracle.getFileName().toString();
      if (!file.contains(".pruned.") || file.contains(".names.")) {
        continue;
      }
      String name = file.substring(0, file.indexOf(".pruned."));
      for (String flavour : List.of("", ".fused", ".dynamo")) {
        Path model = oracle.resolveSibling("../full/" + name + flavour + ".onnx").normalize();
        if (Files.exists(model)) {
          cases.add(new Case(oracle, model));
        }
      }
    }
    return cases.isEmpty() ? Stream.of(new Case(Path.of("none"), Path.of("none"))) : cases.stream();
  }

  @ParameterizedTest
  @MethodSource("all")
  void computesWhatTheFrameworkComputes(Case one, @TempDir Path folder) throws IOException {
    assumeTrue(Shared.present(), "skipped: no models are here");
    assumeFalse(OTHER.contains(String.valueOf(one.model().getFileName())), "has other parameters");
    check(one, folder);
  }

  private static void check(Case one, Path folder) throws IOException {
    PrunedOracle oracle = PrunedOracle.read(one.oracle());
    ModelGraph graph = OnnxReader.read(one.model());
    ShapeTable shapes = ShapeInference.of(graph);
    ExportedNames names = ExportedNames.beside(one.model(), graph);
    List<Removal> removals = oracle.removals(ChannelAnalysis.of(graph, shapes), names);
    assertThat(removals).isNotEmpty();
    ModelRewrite cut = ModelRewrite.of(one.model(), graph, shapes).without(removals);
    Path target = folder.resolve("cut.onnx");
    cut.write(target);
    Map<Parameter, Shape> after = cut.shapesAfter();
    for (Map.Entry<Parameter, Shape> entry : after.entrySet()) {
      if (names.kept(names.parameter(entry.getKey()))) {
        assertThat(entry.getValue())
            .as(entry.getKey().name())
            .isEqualTo(oracle.shape(entry.getKey(), names));
      }
    }
    compare(one, oracle, target);
  }

  private static void compare(Case one, PrunedOracle oracle, Path target) {
    String file = one.oracle().getFileName().toString().replace(".json", ".npz");
    Map<String, Npz.Array> expected = Npz.read(one.oracle().resolveSibling(file));
    List<float[]> outputs = OnnxRuntime.run(target, array(expected, "input"));
    for (int i = 0; i < outputs.size(); i++) {
      Npz.Array array = array(expected, (oracle.forward() ? "output" : "masked_output") + i);
      assertThat(OnnxRuntime.difference(outputs.get(i), array.floats()))
          .as("output " + i)
          .isLessThan(tolerance(one));
    }
  }

  private static double tolerance(Case one) {
    String model = one.model().getFileName().toString();
    return WIDER.getOrDefault(model.substring(0, model.indexOf('.')), TOLERANCE);
  }

  private static Npz.Array array(Map<String, Npz.Array> arrays, String name) {
    return Objects.requireNonNull(arrays.get(name), name);
  }
}
