package io.schedulec.graph.onnx;

import static io.schedulec.graph.onnx.OnnxBytes.integer;
import static io.schedulec.graph.onnx.OnnxBytes.model;
import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Node;
import io.schedulec.graph.Shape;
import io.schedulec.graph.shape.ShapeInference;
import io.schedulec.graph.shape.ShapeTable;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Parts of a tensor that are taken out of a sequence are slices of it. */
final class SequencesTest {

  private static OnnxBytes split(String sizes) {
    return model()
        .input("x", 1, 10, 4)
        .integers("sizes", 3, 5, 2)
        .scalar("four", 4)
        .scalar("zero", 0)
        .scalar("second", 1)
        .scalar("last", -1)
        .scalar("third", 2)
        .input("given", 1)
        .node("parts", "SplitToSequence", List.of("x", sizes), List.of("s"), integer("axis", 1));
  }

  private static ModelGraph part(String sizes, String position) {
    return split(sizes)
        .output("y")
        .node("SequenceAt", List.of("s", position), List.of("p"))
        .node("Relu", List.of("p"), List.of("y"))
        .read();
  }

  private static Shape shape(ModelGraph graph) {
    ShapeTable shapes = ShapeInference.of(graph);
    return shapes.shape(graph.nodes().get(0).output(0).orElseThrow()).orElseThrow();
  }

  @Test
  void aPartOfAListOfSizesIsASlice() {
    ModelGraph graph = part("sizes", "second");
    assertThat(graph.nodes()).extracting(Node::opType).containsExactly("Slice", "Relu");
    assertThat(graph.nodes().get(0).inputs())
        .hasToString("[Optional[x], Optional[p/starts], Optional[p/ends], Optional[p/axes]]");
    assertThat(graph.nodes().get(0).enclosure()).hasValue("sequence s");
    assertThat(shape(graph)).isEqualTo(Shape.of(1, 5, 4));
    assertThat(shape(part("sizes", "last"))).isEqualTo(Shape.of(1, 2, 4));
  }

  @Test
  void ofEqualPartsTheLastMayBeSmaller() {
    assertThat(shape(part("four", "zero"))).isEqualTo(Shape.of(1, 4, 4));
    assertThat(shape(part("four", "third"))).isEqualTo(Shape.of(1, 2, 4));
  }

  @Test
  void whatIsNotKnownStaysASequence() {
    for (List<String> unknown :
        List.of(List.of("given", "zero"), List.of("sizes", "given"), List.of("four", "last"))) {
      assertThat(part(unknown.get(0), unknown.get(1)).nodes())
          .extracting(Node::opType)
          .containsExactly("SplitToSequence", "SequenceAt", "Relu");
    }
  }

  @Test
  void aSequenceThatIsUsedOtherwiseStays() {
    ModelGraph graph =
        split("sizes")
            .output("y")
            .output("n")
            .node("SequenceAt", List.of("s", "zero"), List.of("y"))
            .node("SequenceLength", List.of("s"), List.of("n"))
            .read();
    assertThat(graph.nodes())
        .extracting(Node::opType)
        .containsExactly("SplitToSequence", "Slice", "SequenceLength");
  }
}
