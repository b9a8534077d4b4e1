package io.schedulec.surgery;

import static io.schedulec.graph.onnx.OnnxBytes.domain;
import static io.schedulec.graph.onnx.OnnxBytes.model;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schedulec.channel.ChannelAnalysis;
import io.schedulec.channel.ChannelSpaces;
import io.schedulec.graph.DeclaredOperator;
import io.schedulec.graph.DeclaredOperator.Clause;
import io.schedulec.graph.DeclaredOperator.Kind;
import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.onnx.OnnxReader;
import io.schedulec.graph.shape.ShapeInference;
import io.schedulec.graph.shape.ShapeTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cuts pass an operator that is not known as far as its declaration lets them. */
final class DeclaredCutTest {
  @TempDir private Path folder = Path.of("unset");

  private Cutting network(Clause... clauses) throws IOException {
    Path file = folder.resolve("m.onnx");
    Files.write(
        file,
        model()
            .imports("my", 1)
            .input("x", 1, 2)
            .output("y", 1, 2)
            .reals("a.weight", new long[] {2, 3}, 1, 2, 3, 4, 5, 6)
            .reals("slope", new long[] {3}, 7, 8, 9)
            .reals("b.weight", new long[] {3, 2}, 1, 2, 3, 4, 5, 6)
            .value("i", 1, 3)
            .node("MatMul", List.of("x", "a.weight"), List.of("h"))
            .node("act", "Act", List.of("h", "slope"), List.of("i"), domain("my"))
            .node("MatMul", List.of("i", "b.weight"), List.of("y"))
            .toBytes());
    ModelGraph graph =
        OnnxReader.read(file)
            .declaring(List.of(new DeclaredOperator("my", "Act", List.of(clauses))));
    ShapeTable shapes = ShapeInference.of(graph);
    ChannelSpaces spaces = ChannelAnalysis.of(graph, shapes);
    return new Cutting(file, graph, shapes, spaces);
  }

  @Test
  void aCutPassesWhatIsTheSame() throws IOException {
    Cutting cutting = network(Clause.same(0), new Clause(Kind.INPUT, 1, 0, 0, 1));
    Path target = folder.resolve("cut.onnx");
    cutting.unchanged().without(List.of(cutting.filters("a.weight", 1))).write(target);
    Cutting cut = Cutting.of(target);
    assertThat(cut.floats("a.weight")).containsExactly(1, 3, 4, 6);
    assertThat(cut.floats("slope")).containsExactly(7, 9);
    assertThat(cut.floats("b.weight")).containsExactly(1, 2, 5, 6);
  }

  @Test
  void aCutPassesAnAxisThatIsMentioned() throws IOException {
    Cutting cutting = network(new Clause(Kind.OUTPUT, 0, 1, 0, 1));
    Path target = folder.resolve("cut.onnx");
    cutting.unchanged().without(List.of(cutting.filters("a.weight", 0))).write(target);
    assertThat(Cutting.of(target).floats("b.weight")).containsExactly(3, 4, 5, 6);
    assertThat(Cutting.of(target).floats("slope")).containsExactly(7, 8, 9);
  }

  @Test
  void aCutDoesNotPassWhatNothingIsSaidOf() throws IOException {
    Cutting open = network(new Clause(Kind.OUTPUT, 0, 1, 0, 1));
    Cutting closed = network(new Clause(Kind.OUTPUT, 0, 0, 0, 0));
    assertThat(closed.filters("a.weight", 1).group().prunable()).isFalse();
    // Groups of another declaration are not taken at their word.
    Removal removal = open.filters("a.weight", 1);
    assertThatThrownBy(() -> closed.unchanged().without(List.of(removal)))
        .isInstanceOf(CannotCutException.class)
        .hasMessage("channels cannot be cut at Act act: it needs all of axis 1 of h");
  }
}
