package io.schedulec.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.UnreadableModelException;
import io.schedulec.graph.onnx.OnnxReader;
import io.schedulec.graph.shape.ShapeInference;
import io.schedulec.testing.Shared;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Groups are those that perturbing the networks has shown, in every flavour of export. */
final class OracleTest {
  /**
   * In this export a mean is written as a gather whose indices are computed from the size of the
   * batch, so that what reads it is held.
   */
  private static final String HELD = "models/graphs/variants/swin_t.dynamo-dynbatch.onnx";

  static Stream<String> models() {
    List<String> models = new ArrayList<>();
    for (String folder : List.of("models/full", "models/graphs", "models/graphs/variants")) {
      if (Files.exists(Path.of("..", "shared", folder))) {
        for (Path model : Shared.files(folder, ".onnx")) {
          String file = folder + "/" + model.getFileName();
          if (Files.exists(Path.of("..", "shared", oracle(file)))
              && !file.contains("dynamo-noparams")) {
            models.add(file);
          }
        }
      }
    }
    models.remove(HELD);
    return models.isEmpty() ? Stream.of("models") : models.stream();
  }

  @ParameterizedTest
  @MethodSource("models")
  void groupsAreTheOraclesClasses(String model) {
    Path file = Shared.file(model);
    assumeTrue(model.endsWith(".onnx"), "skipped: no models are here");
    OracleComparison comparison =
        OracleComparison.of(OnnxReader.read(file), file, Shared.file(oracle(model)));
    assertThat(comparison.difference()).as(model).isEmpty();
    assertThat(comparison.equal()).as(model).isTrue();
  }

  @Test
  void groupsAreThoseOfTheFunctionsThatAModelCalls() {
    String model = "models/graphs/variants/resnet_basic_mini.localfn.onnx";
    Path file = Shared.file(model);
    OracleComparison comparison =
        OracleComparison.of(OnnxReader.read(file), file, Shared.file(oracle(model)));
    assertThat(comparison.difference()).isEmpty();
    assertThat(comparison.equal()).isTrue();
    assertThat(comparison.exact()).isGreaterThan(100);
  }

  private static String oracle(String model) {
    String name = model.substring(model.lastIndexOf('/') + 1);
    return "models/oracle/" + name.substring(0, name.indexOf('.')) + ".json";
  }

  @Test
  void nothingIsUnsafeInAnyModel() {
    Shared.file("models");
    List<String> lines = new ArrayList<>();
    List<String> unsafe = new ArrayList<>();
    for (String folder : List.of("models/full", "models/graphs", "models/graphs/variants")) {
      for (Path model : Shared.files(folder, ".onnx")) {
        String name = model.getFileName().toString();
        Path oracle = Path.of("..", "shared", oracle(name));
        ModelGraph graph = graph(model);
        if (graph == null) {
          lines.add(folder.substring(7) + "/" + name + " unreadable");
        } else if (!Files.exists(oracle)) {
          ChannelSpaces spaces = ChannelAnalysis.of(graph, ShapeInference.of(graph));
          lines.add(folder.substring(7) + "/" + name + " analysed " + summary(spaces));
        } else {
          OracleComparison c = OracleComparison.of(graph, model, oracle);
          String line =
              String.join(
                  " ",
                  folder.substring(7) + "/" + name,
                  c.exact() + "/" + c.refused() + "/" + c.unsafe() + "/" + c.wrong(),
                  c.difference());
          lines.add(line);
          if (c.unsafe() > 0) {
            unsafe.add(line);
          }
        }
      }
    }
    write(lines);
    assertThat(unsafe).isEmpty();
  }

  private static @Nullable ModelGraph graph(Path model) {
    try {
      return OnnxReader.read(model);
    } catch (UnreadableModelException e) {
      return null;
    }
  }

  private static String summary(ChannelSpaces spaces) {
    int prunable = 0;
    for (CoupledGroup group : spaces.groups()) {
      prunable += group.prunable() ? 1 : 0;
    }
    return spaces.groups().size() + " groups, " + prunable + " prunable";
  }

  private static void write(List<String> lines) {
    try {
      Files.write(Path.of("target", "oracle.txt"), lines);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
