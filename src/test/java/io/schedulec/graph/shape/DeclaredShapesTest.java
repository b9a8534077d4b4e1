package io.schedulec.graph.shape;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Node;
import io.schedulec.graph.Shape;
import io.schedulec.graph.TensorData;
import io.schedulec.graph.UnreadableModelException;
import io.schedulec.graph.Value;
import io.schedulec.graph.onnx.OnnxReader;
import io.schedulec.testing.Shared;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What exporters declare is what is inferred when they declare nothing, so that a model from which
 * a tool has removed its declarations is understood as well.
 */
final class DeclaredShapesTest {
  static Stream<Path> models() {
    return Stream.of("full", "graphs", "graphs/variants", "onnx-light", "fixtures")
        .flatMap(folder -> Shared.files("models/" + folder, ".onnx").stream())
        .filter(path -> !path.toString().contains("noparams"));
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("models")
  void declaredIsInferred(Path path) {
    ModelGraph declared = OnnxReader.read(path);
    ModelGraph graph = Undeclared.of(declared);
    ShapeTable shapes = ShapeInference.of(graph);
    boolean today = path.getFileName().toString().contains("dynamo");
    for (Node node : graph.nodes()) {
      boolean certain = certain(node, shapes);
      for (Optional<Value> output : node.outputs()) {
        if (output.isPresent()) {
          Value before = declared.values().get(output.get().id());
          compare(node, before, output.get(), shapes, certain);
          if (certain && today) {
            compareNames(node, before, output.get(), shapes);
          }
        }
      }
    }
  }

  /** Sizes of dynamic axes are the expressions in the names of input sizes that are declared. */
  private static void compareNames(Node node, Value declared, Value value, ShapeTable shapes) {
    List<String> names = declared.sizeNames();
    long[] sizes = shapes.sizes(value);
    for (int i = 0; sizes != null && i < names.size(); i++) {
      if (!names.get(i).isEmpty()) {
        assertThat(sizes[i])
            .as("%s, axis %d, %s", node, i, names.get(i))
            .isEqualTo(DeclaredSize.of(names.get(i), shapes.sizes()));
      }
    }
  }

  private static void compare(
      Node node, Value declared, Value value, ShapeTable shapes, boolean certain) {
    Optional<Shape> expected = declared.shape();
    Optional<Shape> found = shapes.shape(value);
    if (certain) {
      assertThat(found).as("%s", node).isPresent();
    }
    if (expected.isEmpty() || found.isEmpty()) {
      return;
    }
    assertThat(found.get().rank()).as("%s", node).isEqualTo(expected.get().rank());
    for (int i = 0; i < expected.get().rank(); i++) {
      boolean open = !certain && !found.get().known(i);
      if (expected.get().known(i) && !open) {
        assertThat(found.get().dim(i)).as("%s, axis %d", node, i).isEqualTo(expected.get().dim(i));
      }
    }
  }

  /** Whether all is known of the inputs, and the elements that the rule needs are in the file. */
  private static boolean certain(Node node, ShapeTable shapes) {
    boolean certain = node.standard() && ShapeRules.rule(node.opType()) != null;
    for (Optional<Value> input : node.inputs()) {
      if (input.isPresent()) {
        certain &= shapes.shape(input.get()).isPresent() && !open(input.get(), shapes);
        certain &= !node.opType().equals("Resize") || readable(input.get());
      }
    }
    return certain;
  }

  /** Whether a size has no name at the inputs of the model. */
  private static boolean open(Value value, ShapeTable shapes) {
    long[] sizes = shapes.sizes(value);
    for (int i = 0; sizes != null && i < sizes.length; i++) {
      if (!shapes.sizes().atLeast(sizes[i], 1)) {
        return true;
      }
    }
    return false;
  }

  private static boolean readable(Value value) {
    Optional<TensorData> data = value.data();
    try {
      if (data.isPresent() && value.type().floating()) {
        data.get().doubles();
      }
      return true;
    } catch (UnreadableModelException absent) {
      return false;
    }
  }
}
