package io.schedulec.channel;

import static io.schedulec.graph.onnx.OnnxBytes.body;
import static io.schedulec.graph.onnx.OnnxBytes.graph;
import static io.schedulec.graph.onnx.OnnxBytes.model;
import static io.schedulec.graph.onnx.OnnxBytes.realTensor;
import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Structure;
import io.schedulec.graph.onnx.OnnxBytes;
import io.schedulec.graph.onnx.OnnxReader;
import io.schedulec.graph.shape.ShapeInference;
import io.schedulec.testing.GroupText;
import io.schedulec.testing.Shared;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What crosses the border of a branch or loop stays as it is. */
final class ControlFlowTest {

  private static OnnxBytes inner() {
    return graph("inner").output("r").node("MatMul", List.of("u", "deep.weight"), List.of("r"));
  }

  private static OnnxBytes loop(OnnxBytes innermost) {
    return graph("loop")
        .input("i")
        .input("again")
        .input("state", 1, 4)
        .output("again")
        .output("s", 1, 4)
        .weight("held.weight", 4, 4)
        .node("Constant", List.of(), List.of("written.weight"), realTensor("value", 4, 4))
        .node("MatMul", List.of("state", "held.weight"), List.of("t"))
        .node("MatMul", List.of("t", "written.weight"), List.of("u"))
        .node("If", List.of("again"), List.of("v"), body("then_branch", innermost))
        .node("MatMul", List.of("v", "outer.weight"), List.of("s"));
  }

  private static OnnxBytes network(OnnxBytes innermost) {
    return model()
        .input("x", 1, 3)
        .input("n", 1)
        .input("c", 1)
        .output("y", 1, 2)
        .weight("a.weight", 3, 4)
        .weight("outer.weight", 4, 4)
        .weight("deep.weight", 4, 4)
        .weight("b.weight", 4, 5)
        .weight("d.weight", 5, 2)
        .value("l", 1, 4)
        .node("MatMul", List.of("x", "a.weight"), List.of("h"))
        .node("loop", "Loop", List.of("n", "c", "h"), List.of("l"), body("body", loop(innermost)))
        .node("MatMul", List.of("l", "b.weight"), List.of("k"))
        .node("MatMul", List.of("k", "d.weight"), List.of("y"));
  }

  @Test
  void inputsCapturedTensorsAndOutputsOfALoopAreFrozen() {
    assertThat(GroupText.of(network(inner()).read()))
        .containsExactlyInAnyOrder(
            "3 graph-input: a.weight@0 channels",
            "4 control-flow: a.weight@1 filters",
            "4 control-flow: held.weight@0 other",
            "4 control-flow: held.weight@1 other",
            "4 control-flow: written.weight@0 other",
            "4 control-flow: written.weight@1 other",
            "4 control-flow: deep.weight@0 other",
            "4 control-flow: deep.weight@1 other",
            "4 control-flow: outer.weight@0 other",
            "4 control-flow: outer.weight@1 other",
            "4 control-flow: b.weight@0 channels",
            "5 free: b.weight@1 filters, d.weight@0 channels",
            "2 graph-output: d.weight@1 filters");
  }

  @Test
  void theReasonNamesTheLoop() {
    ModelGraph graph = network(inner()).read();
    ChannelSpaces spaces = ChannelAnalysis.of(graph, ShapeInference.of(graph));
    assertThat(spaces.groupsOf("a.weight", Role.FILTERS).get(0).frozen())
        .contains(
            new Frozen(
                "control-flow",
                "loop",
                "h",
                "Loop loop: channels go into a branch or loop here, or come out of one"));
  }

  @Test
  void whatABodyConsistsOfIsPartOfTheStructure() {
    String structure = Structure.digest(network(inner()).read());
    assertThat(Structure.digest(network(inner()).read())).isEqualTo(structure);
    OnnxBytes other =
        graph("inner").output("r").node("MatMul", List.of("deep.weight", "u"), List.of("r"));
    assertThat(Structure.digest(network(other).read())).isNotEqualTo(structure);
  }

  @Test
  void aConditionOfTodaysExporter() {
    ModelGraph graph = OnnxReader.read(Shared.file("models/graphs/variants/cond_net.dynamo.onnx"));
    assertThat(GroupText.of(graph))
        .contains(
            "8 reduced+control-flow: c.weight@0 filters, c.bias@0 bias",
            "8 control-flow: a.weight@0 other",
            "8 control-flow: b.bias@0 other",
            "8 control-flow: fc.weight@1 channels")
        .noneMatch(line -> line.contains("free"));
  }

  private static ModelGraph conditional(String condition, boolean value) {
    OnnxBytes then =
        graph("then")
            .output("t", 1, 4)
            .weight("left.weight", 4, 4)
            .node("MatMul", List.of("h", "left.weight"), List.of("t"));
    OnnxBytes otherwise =
        graph("otherwise")
            .output("h")
            .weight("right.weight", 4, 4)
            .node("Relu", List.of(), List.of());
    return model()
        .input("x", 1, 3)
        .input("given", 1)
        .input("always", 1)
        .output("y", 1, 2)
        .truth("c", value)
        .truth("always", value)
        .weight("a.weight", 3, 4)
        .weight("b.weight", 4, 2)
        .value("k", 1, 4)
        .node("Identity", List.of("c"), List.of("same"))
        .node("MatMul", List.of("x", "a.weight"), List.of("h"))
        .node(
            "if",
            "If",
            List.of(condition),
            List.of("k"),
            body("then_branch", then),
            body("else_branch", otherwise))
        .node("MatMul", List.of("k", "b.weight"), List.of("y"))
        .read();
  }

  @Test
  void aConditionThatAlwaysHoldsIsTheBranchThatIsTaken() {
    assertThat(GroupText.of(conditional("same", true)))
        .contains(
            "4 free: a.weight@1 filters, left.weight@0 channels",
            "4 free: left.weight@1 filters, b.weight@0 channels");
  }

  @Test
  void aConditionThatNeverHoldsIsTheOtherBranch() {
    ModelGraph graph = conditional("c", false);
    assertThat(graph.nodes()).anyMatch(node -> node.toString().equals("Identity if/Identity"));
    assertThat(GroupText.of(graph)).contains("4 free: a.weight@1 filters, b.weight@0 channels");
  }

  @Test
  void aConditionThatIsOrMayBeGivenIsNotKnown() {
    for (String condition : List.of("given", "always")) {
      assertThat(GroupText.of(conditional(condition, true)))
          .contains("4 control-flow: a.weight@1 filters", "4 control-flow: b.weight@0 channels");
    }
  }
}
