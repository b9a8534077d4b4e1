package io.schedulec.surgery;

import static io.schedulec.graph.onnx.OnnxBytes.body;
import static io.schedulec.graph.onnx.OnnxBytes.declaration;
import static io.schedulec.graph.onnx.OnnxBytes.domain;
import static io.schedulec.graph.onnx.OnnxBytes.graph;
import static io.schedulec.graph.onnx.OnnxBytes.integer;
import static io.schedulec.graph.onnx.OnnxBytes.model;
import static io.schedulec.graph.onnx.OnnxBytes.realTensor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schedulec.channel.CoupledGroup;
import io.schedulec.graph.UnwritableModelException;
import io.schedulec.graph.onnx.OnnxBytes;
import io.schedulec.testing.OnnxRuntime;
import io.schedulec.testing.Shared;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cuts in models of which parts stand in functions and branches. */
final class EnclosedTest {
  private static final String OWN = "my.functions";

  @TempDir private Path folder = Path.of("unset");

  private Cutting write(OnnxBytes model) throws IOException {
    Path file = folder.resolve("m.onnx");
    Files.write(file, model.imports(OWN, 1).toBytes());
    return Cutting.of(file);
  }

  private Path target() {
    return folder.resolve("cut.onnx");
  }

  private static void refuse(Cutting cutting, String parameter, String sentence) {
    Removal removal = cutting.filters(parameter, 1);
    assertThatThrownBy(() -> cutting.unchanged().without(List.of(removal)))
        .isInstanceOf(CannotCutException.class)
        .hasMessage(sentence);
    CoupledGroup group = removal.group();
    assertThat(TrialCut.obstacle(cutting.graph(), cutting.shapes(), group)).hasValue(sentence);
  }

  /** Two calls of a function whose weights are the model's; the second filter is zero. */
  private static OnnxBytes twoCalls() {
    return model()
        .input("x", 1, 2)
        .output("y", 1, 2)
        .reals("a.weight", new long[] {2, 3}, 1, 0, 3, 4, 0, 6)
        .reals("b.weight", new long[] {3, 2}, 1, 2, 3, 4, 5, 6)
        .value("h", 1, 3)
        .node("a", "Layer", List.of("x", "a.weight"), List.of("h"), domain(OWN))
        .node("b", "Layer", List.of("h", "b.weight"), List.of("y"), domain(OWN));
  }

  private static OnnxBytes layer() {
    return graph("layer")
        .input("in")
        .input("w")
        .output("out")
        .node("MatMul", List.of("in", "w"), List.of("sum"))
        .node("Relu", List.of("sum"), List.of("out"));
  }

  /** What has changed, as paths of field numbers. */
  private static Set<String> different(Path one, Path other) {
    Map<String, String> before = WireParts.of(one);
    Map<String, String> after = WireParts.of(other);
    assertThat(after.keySet()).isEqualTo(before.keySet());
    return before.keySet().stream()
        .filter(path -> !Objects.equals(before.get(path), after.get(path)))
        .map(path -> path.replaceAll("#\\d+", ""))
        .collect(Collectors.toSet());
  }

  @Test
  void weightsOfTheModelAreCutThoughAFunctionUsesThem() throws IOException {
    Cutting cutting = write(twoCalls().function(OWN, "Layer", 17, layer()));
    cutting.unchanged().without(List.of(cutting.filters("a.weight", 1))).write(target());

    Cutting cut = Cutting.of(target());
    assertThat(cut.floats("a.weight")).containsExactly(1, 3, 4, 6);
    assertThat(cut.floats("b.weight")).containsExactly(1, 2, 5, 6);
    // Sizes and elements of tensors, and what is declared of what they compute; no function.
    assertThat(different(cutting.file(), target()))
        .containsExactlyInAnyOrder("/7/5/1", "/7/5/9", "/7/13/2/1/2/1/1");
    assertThat(OnnxRuntime.run(target(), 3).get(0))
        .containsExactly(OnnxRuntime.run(cutting.file(), 3).get(0));
  }

  @Test
  void withoutChangesTheFileIsTheSame() throws IOException {
    Cutting cutting = write(twoCalls().function(OWN, "Layer", 17, layer()));
    cutting.unchanged().write(target());
    assertThat(Files.mismatch(cutting.file(), target())).isEqualTo(-1);
  }

  @Test
  void aFunctionThatDeclaresTheSizeIsNotCutThrough() throws IOException {
    Cutting cutting =
        write(twoCalls().function(OWN, "Layer", 17, layer(), declaration("sum", 1, 3)));
    refuse(
        cutting,
        "a.weight",
        "channels of a/sum cannot be cut: function Layer counts on them, and is not changed");
  }

  /** A convolution of each channel on its own; how many there are stands in the function. */
  @Test
  void aNumberThatAFunctionSaysIsNotChanged() throws IOException {
    OnnxBytes depthwise =
        graph("depthwise")
            .input("in")
            .input("w")
            .output("out")
            .node("conv", "Conv", List.of("in", "w"), List.of("out"), integer("group", 4));
    Cutting cutting =
        write(
            model()
                .input("x", 1, 2, 5, 5)
                .output("y", 1, 2, 5, 5)
                .weight("a.weight", 4, 2, 1, 1)
                .weight("d.weight", 4, 1, 1, 1)
                .weight("b.weight", 2, 4, 1, 1)
                .node("Conv", List.of("x", "a.weight"), List.of("h"))
                .node("d", "Depthwise", List.of("h", "d.weight"), List.of("i"), domain(OWN))
                .node("Conv", List.of("i", "b.weight"), List.of("y"))
                .function(OWN, "Depthwise", 17, depthwise));
    refuse(
        cutting,
        "a.weight",
        "channels cannot be cut at Conv d/conv: its group is said by function Depthwise, which is"
            + " not changed");
  }

  private static OnnxBytes holding() {
    OnnxBytes holding =
        graph("holding")
            .input("in")
            .output("out")
            .node("Constant", List.of(), List.of("weight"), realTensor("value", 3, 2))
            .node("MatMul", List.of("in", "weight"), List.of("out"));
    return model()
        .input("x", 1, 2)
        .output("y", 1, 2)
        .output("z", 1, 2)
        .reals("a.weight", new long[] {2, 3}, 1, 2, 3, 4, 5, 6)
        .reals("b.weight", new long[] {2, 3}, 1, 0, 3, 4, 0, 6)
        .reals("c.weight", new long[] {3, 2}, 1, 2, 3, 4, 5, 6)
        .node("MatMul", List.of("x", "a.weight"), List.of("h"))
        .node("f", "Holding", List.of("h"), List.of("y"), domain(OWN))
        .node("MatMul", List.of("x", "b.weight"), List.of("i"))
        .node("MatMul", List.of("i", "c.weight"), List.of("z"))
        .function(OWN, "Holding", 17, holding);
  }

  @Test
  void weightsThatAFunctionHoldsAreNotCut() throws IOException {
    refuse(
        write(holding()),
        "a.weight",
        "channels of f/weight cannot be cut: function Holding counts on them, and is not changed");
  }

  @Test
  void weightsThatAFunctionHoldsGetNoOtherValues() throws IOException {
    Cutting cutting = write(holding());
    ModelRewrite rewrite =
        cutting.unchanged().with(cutting.parameter("f/weight"), ByteBuffer.allocate(24));
    assertThatThrownBy(() -> rewrite.write(target()))
        .isInstanceOf(UnwritableModelException.class)
        .hasMessage("tensor f/weight is held by function Holding, which is not changed");
    assertThat(target()).doesNotExist();
  }

  @Test
  void whatIsBesideAFunctionIsCut() throws IOException {
    Cutting cutting = write(holding());
    cutting.unchanged().without(List.of(cutting.filters("b.weight", 1))).write(target());
    assertThat(Cutting.of(target()).floats("c.weight")).containsExactly(1, 2, 5, 6);
    assertThat(different(cutting.file(), target())).containsExactlyInAnyOrder("/7/5/1", "/7/5/9");
  }

  @Test
  void aTensorThatWouldHaveToBeTwoForAFunctionIsNotCut() throws IOException {
    Cutting cutting =
        write(
            model()
                .input("x", 1, 3)
                .output("y", 1, 3)
                .output("z", 1, 3)
                .reals("onnx::MatMul_5", new long[] {3, 3}, 1, 2, 3, 4, 5, 6, 7, 8, 9)
                .reals("c.weight", new long[] {3, 3}, 1, 2, 3, 4, 5, 6, 7, 8, 9)
                .node("Identity", List.of("onnx::MatMul_5"), List.of("a.weight"))
                .node("Identity", List.of("onnx::MatMul_5"), List.of("b.weight"))
                .node("a", "Layer", List.of("x", "a.weight"), List.of("h"), domain(OWN))
                .node("MatMul", List.of("h", "c.weight"), List.of("y"))
                .node("b", "Layer", List.of("x", "b.weight"), List.of("z"), domain(OWN))
                .function(OWN, "Layer", 17, layer()));
    Removal removal = cutting.filters("a.weight", 1);
    assertThatThrownBy(() -> cutting.unchanged().without(List.of(removal)))
        .isInstanceOf(CannotCutException.class)
        .hasMessage(
            "tensor onnx::MatMul_5 is used within a function or the body of a node, and would have"
                + " to be two");
  }

  /** A condition that always holds, and weights on both sides of it. */
  private static OnnxBytes conditional() {
    OnnxBytes then =
        graph("then")
            .output("t", 1, 3)
            .reals("in.weight", new long[] {3, 3}, 1, 2, 3, 4, 5, 6, 7, 8, 9)
            .node("MatMul", List.of("h", "in.weight"), List.of("s"))
            .node("Relu", List.of("s"), List.of("t"));
    OnnxBytes otherwise =
        graph("otherwise").output("o", 1, 3).node("Neg", List.of("h"), List.of("o"));
    return model()
        .input("x", 1, 2)
        .output("y", 1, 2)
        .truth("always", true)
        .reals("a.weight", new long[] {2, 3}, 1, 0, 3, 4, 0, 6)
        .reals("b.weight", new long[] {3, 4}, 1, 2, 0, 4, 5, 6, 0, 8, 9, 7, 0, 1)
        .reals("c.weight", new long[] {4, 2}, 1, 2, 3, 4, 5, 6, 7, 8)
        .node("MatMul", List.of("x", "a.weight"), List.of("h"))
        .node(
            "if",
            "If",
            List.of("always"),
            List.of("k"),
            body("then_branch", then),
            body("else_branch", otherwise))
        .node("MatMul", List.of("k", "b.weight"), List.of("l"))
        .node("MatMul", List.of("l", "c.weight"), List.of("y"));
  }

  @Test
  void aBranchThatIsAlwaysTakenIsNotCutThrough() throws IOException {
    Cutting cutting = write(conditional());
    assertThat(cutting.graph().nodes()).noneMatch(node -> node.opType().equals("If"));
    refuse(
        cutting,
        "a.weight",
        "channels of in.weight cannot be cut: a branch of if counts on them, and is not changed");
    refuse(
        cutting,
        "in.weight",
        "channels of in.weight cannot be cut: a branch of if counts on them, and is not changed");
  }

  @Test
  void whatIsBesideABranchIsCut() throws IOException {
    Cutting cutting = write(conditional());
    cutting.unchanged().without(List.of(cutting.filters("b.weight", 2))).write(target());
    assertThat(Cutting.of(target()).floats("c.weight")).containsExactly(1, 2, 3, 4, 7, 8);
    assertThat(different(cutting.file(), target())).containsExactlyInAnyOrder("/7/5/1", "/7/5/9");
    assertThat(OnnxRuntime.run(target(), 3).get(0))
        .containsExactly(OnnxRuntime.run(cutting.file(), 3).get(0));
  }

  @Test
  void everyGroupOfAnExportWithFunctionsCanBeCut() {
    Cutting cutting =
        Cutting.of(Shared.file("models/graphs/variants/resnet_basic_mini.localfn.onnx"));
    List<CoupledGroup> groups =
        cutting.spaces().groups().stream().filter(CoupledGroup::prunable).toList();
    assertThat(groups).hasSizeGreaterThan(5);
    assertThat(groups)
        .allSatisfy(
            group ->
                assertThat(TrialCut.obstacle(cutting.graph(), cutting.shapes(), group)).isEmpty());
  }
}
