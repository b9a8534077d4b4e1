package io.schedulec.graph.shape;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Node;
import io.schedulec.graph.Shape;
import io.schedulec.graph.Value;
import io.schedulec.graph.onnx.OnnxReader;
import io.schedulec.testing.Python;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** ONNX's own inference never finds another shape, and seldom more of one. */
final class OnnxInferenceTest {
  private static final int MODELS = 1500;

  private int sizes;
  private int missing;

  @Test
  void neitherContradictsTheOther(@TempDir Path folder) {
    String output =
        Python.run("src/test/python/shapes.py", folder.toString(), String.valueOf(MODELS));
    String[] lines = output.split("\n");
    assertThat(lines).hasSizeGreaterThan(MODELS / 2);
    for (String line : lines) {
      compare(folder, line.split(" "));
    }
    assertThat(missing).as("sizes that only ONNX infers, of %d", sizes).isLessThan(sizes / 100);
  }

  private void compare(Path folder, String[] line) {
    ModelGraph graph = OnnxReader.read(folder.resolve(line[0] + ".onnx"));
    ShapeTable shapes = ShapeInference.of(graph);
    Node node = graph.nodes().get(0);
    for (int i = 1; i < line.length; i++) {
      Optional<Shape> found = node.output(i - 1).flatMap((Value v) -> shapes.shape(v));
      String known = found.map(Shape::toString).orElse("-");
      String as = node.opType() + " of model " + line[0] + ": " + known + " and " + line[i];
      compare(as, line[i], known);
    }
  }

  private void compare(String as, String expected, String found) {
    if (expected.equals("-")) {
      return;
    }
    assertThat(found).as(as).isNotEqualTo("-");
    String[] left = expected.split("x");
    String[] right = found.split("x");
    assertThat(right).as(as).hasSameSizeAs(left);
    for (int i = 0; i < left.length; i++) {
      sizes++;
      if (right[i].equals("?")) {
        missing += left[i].equals("?") ? 0 : 1;
      } else if (!left[i].equals("?")) {
        assertThat(right[i]).as(as).isEqualTo(left[i]);
      }
    }
  }
}
