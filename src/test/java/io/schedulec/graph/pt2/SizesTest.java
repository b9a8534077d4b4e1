package io.schedulec.graph.pt2;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.graph.DataType;
import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Shape;
import io.schedulec.graph.Value;
import io.schedulec.graph.pt2.Exported.Argument;
import io.schedulec.graph.shape.ShapeInference;
import io.schedulec.graph.shape.ShapeTable;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A size that is a symbol is asked of the tensor, and recognised where it is met again. */
final class SizesTest {
  @SuppressWarnings("NullAway.Init") // given before each test
  @TempDir
  Path folder;

  private ModelGraph viewed() {
    Exported model =
        new Exported()
            .input("x", DataType.FLOAT32, -1, 6, 4)
            .declare("y", DataType.FLOAT32, -1, 24)
            .call(
                "torch.ops.aten.sym_size.int",
                List.of(
                    new Argument("self", "{\"as_tensor\": {\"name\": \"x\"}}"),
                    new Argument("dim", "{\"as_int\": 0}")),
                "n")
            .call(
                "_operator.mul",
                List.of(
                    new Argument("a", "{\"as_sym_int\": {\"as_name\": \"n\"}}"),
                    new Argument("b", "{\"as_int\": 1}")),
                "m")
            .call(
                "torch.ops.aten.view.default",
                List.of(
                    new Argument("self", "{\"as_tensor\": {\"name\": \"x\"}}"),
                    new Argument(
                        "size", "{\"as_sym_ints\": [{\"as_name\": \"m\"}, {\"as_int\": -1}]}")),
                "y")
            .output("y");
    return Pt2Reader.read(model.write(folder.resolve("net.pt2")));
  }

  @Test
  void sizesAreComputed() {
    assertThat(OneCall.nodes(viewed()))
        .containsExactly(
            "%0 = Shape(x)",
            "n = Gather(%0, 0) axis=0",
            "m = Mul(n, 1)",
            "call2/1 = Unsqueeze(m, [0])",
            "call2/3 = Concat(call2/1, [-1]) axis=0",
            "y = Reshape(x, call2/3)");
  }

  @Test
  void aSymbolIsTheSameWhereverItGoes() {
    ModelGraph graph = viewed();
    ShapeTable shapes = ShapeInference.of(graph);
    Value input = graph.inputs().get(0);
    Value output = graph.outputs().get(0);
    assertThat(shapes.shape(output)).contains(Shape.of(-1, 24));
    assertThat(shapes.sameSize(input, 0, output, 0)).isTrue();
  }
}
