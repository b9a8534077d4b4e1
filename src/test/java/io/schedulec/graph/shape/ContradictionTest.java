package io.schedulec.graph.shape;

import static io.schedulec.graph.onnx.OnnxBytes.domain;
import static io.schedulec.graph.onnx.OnnxBytes.model;
import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.graph.DeclaredOperator;
import io.schedulec.graph.DeclaredOperator.Clause;
import io.schedulec.graph.DeclaredOperator.Kind;
import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Shape;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is declared of operators beside what the model file says of shapes. */
final class ContradictionTest {

  private static ModelGraph network(Clause... clauses) {
    return model()
        .input("x", 1, 4, 8, 8)
        .weight("slope", 6)
        .output("y")
        .value("same", 1, 4, 8, 8)
        .value("half", 1, 8, 4, 4)
        .node("f", "F", List.of("x", "slope"), List.of("half"), domain("my"))
        .node("g", "G", List.of("x"), List.of("y"), domain("my"))
        .read()
        .declaring(List.of(new DeclaredOperator("my", "F", List.of(clauses))));
  }

  private static Optional<String> wrong(Clause... clauses) {
    ModelGraph graph = network(clauses);
    return Contradiction.in(graph, ShapeInference.of(graph)).map(Contradiction::sentence);
  }

  @Test
  void anotherShapeIsNotTheSame() {
    assertThat(wrong(Clause.same(0)))
        .hasValue("`my::F` makes 1x8x4x4 of 1x4x8x8, which is not the same, at f");
  }

  @Test
  void anotherSizeIsNotTheSameAxis() {
    assertThat(wrong(new Clause(Kind.OUTPUT, 0, 0, 0, 0), new Clause(Kind.OUTPUT, 0, 1, 0, 1)))
        .hasValue("`my::F` has 8 indices on axis 1 of output 0 and 4 on axis 1 of input 0 at f");
    assertThat(wrong(new Clause(Kind.INPUT, 1, 0, 0, 1)))
        .hasValue("`my::F` has 6 indices on axis 0 of input 1 and 4 on axis 1 of input 0 at f");
  }

  @Test
  void whatThereIsNot() {
    assertThat(wrong(new Clause(Kind.OUTPUT, 0, 4, 0, 1)))
        .hasValue("`my::F` has no axis 4 of output 0 at f");
    assertThat(wrong(new Clause(Kind.OUTPUT, 0, 1, 1, 1)))
        .hasValue("`my::F` has no axis 1 of input 1 at f");
    assertThat(wrong(new Clause(Kind.OUTPUT, 0, 1, 2, 0))).hasValue("`my::F` has no input 2 at f");
  }

  @Test
  void whatTheFileConfirmsOrLeavesOpen() {
    assertThat(wrong(new Clause(Kind.OUTPUT, 0, 0, 0, 0), new Clause(Kind.OUTPUT, 0, 1, 0, 2)))
        .isEmpty();
    assertThat(wrong(new Clause(Kind.INPUT, 2, 0, 0, 1), new Clause(Kind.OUTPUT, 3, 0, 9, 1)))
        .isEmpty();
  }

  @Test
  void theShapeOfWhatIsTheSameIsKnown() {
    ModelGraph graph =
        model()
            .input("x", -1, 4, 8, 8)
            .output("y")
            .node("f", "F", List.of("x"), List.of("h"), domain("my"))
            .node("Relu", List.of("h"), List.of("y"))
            .read()
            .declaring(List.of(new DeclaredOperator("my", "F", List.of(Clause.same(0)))));
    ShapeTable shapes = ShapeInference.of(graph);
    assertThat(shapes.shape(graph.outputs().get(0))).hasValue(Shape.of(Shape.UNKNOWN, 4, 8, 8));
    assertThat(shapes.sameSize(graph.inputs().get(0), 0, graph.outputs().get(0), 0)).isTrue();
  }

  @Test
  void axesThatAreDeclaredFillInWhatTheFileLeavesOpen() {
    ModelGraph graph =
        model()
            .input("x", 1, 4, 8, 8)
            .output("y", -1, -1, 3)
            .node("f", "F", List.of("x"), List.of("y"), domain("my"))
            .read()
            .declaring(
                List.of(
                    new DeclaredOperator("my", "F", List.of(new Clause(Kind.OUTPUT, 0, 1, 0, 1)))));
    assertThat(ShapeInference.of(graph).shape(graph.outputs().get(0)))
        .hasValue(Shape.of(Shape.UNKNOWN, 4, 3));
  }
}
