package io.schedulec.surgery;

import static io.schedulec.graph.onnx.OnnxBytes.body;
import static io.schedulec.graph.onnx.OnnxBytes.integer;
import static io.schedulec.graph.onnx.OnnxBytes.integerList;
import static io.schedulec.graph.onnx.OnnxBytes.integerTensor;
import static io.schedulec.graph.onnx.OnnxBytes.model;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schedulec.channel.CoupledGroup;
import io.schedulec.graph.Shape;
import io.schedulec.graph.Value;
import io.schedulec.graph.onnx.OnnxBytes;
import io.schedulec.graph.onnx.StoredWeights;
import io.schedulec.testing.OnnxRuntime;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small graphs, each with one thing that needs care. */
class RewriteTest {
  @TempDir private Path folder = Path.of("unset");

  private Cutting write(OnnxBytes bytes) throws IOException {
    Path file = folder.resolve("model.onnx");
    Files.write(file, bytes.toBytes());
    return Cutting.of(file);
  }

  /** Cuts, and compares with the model whose readers are zero. */
  private Cutting cut(Cutting cutting, Removal... removals) throws IOException {
    Path cut = folder.resolve("cut.onnx");
    Path zeroed = folder.resolve("zeroed.onnx");
    cutting.unchanged().without(List.of(removals)).write(cut);
    cutting.zeroed(List.of(removals)).write(zeroed);
    List<float[]> expected = OnnxRuntime.run(zeroed, 1);
    List<float[]> found = OnnxRuntime.run(cut, 1);
    assertThat(found).hasSameSizeAs(expected);
    for (int i = 0; i < expected.size(); i++) {
      assertThat(expected.get(i)).isNotEmpty();
      assertThat(OnnxRuntime.difference(found.get(i), expected.get(i))).isLessThan(1e-5);
    }
    return Cutting.of(cut);
  }

  private static float[] numbers(int count) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (float) Math.sin(i + 1);
    }
    return numbers;
  }

  private static OnnxBytes weight(OnnxBytes bytes, String name, long... dims) {
    return bytes.reals(name, dims, numbers((int) Shape.of(dims).elements()));
  }

  /** Two convolutions that share a bias through an identity. */
  private static OnnxBytes sharedBias() {
    OnnxBytes bytes = model().input("x", 1, 3, 5, 5).output("y", 1, 2, 5, 5);
    weight(bytes, "conv1.weight", 4, 3, 1, 1);
    weight(bytes, "conv1.bias", 4);
    weight(bytes, "conv2.weight", 4, 4, 1, 1);
    weight(bytes, "conv3.weight", 2, 4, 1, 1);
    return bytes
        .value("conv2.bias", 4)
        .node("Identity", List.of("conv1.bias"), List.of("conv2.bias"))
        .node("/conv1/Conv", "Conv", List.of("x", "conv1.weight", "conv1.bias"), List.of("a"))
        .node("/relu/Relu", "Relu", List.of("a"), List.of("b"))
        .node("/conv2/Conv", "Conv", List.of("b", "conv2.weight", "conv2.bias"), List.of("c"))
        .node("/conv3/Conv", "Conv", List.of("c", "conv3.weight"), List.of("y"));
  }

  @Test
  void sharedTensorIsCopiedWhereOneUserIsCut() throws IOException {
    Cutting cutting = write(sharedBias());
    Cutting first = cut(cutting, cutting.filters("conv1.weight", 1));
    assertThat(first.parameter("conv1.bias").shape()).isEqualTo(Shape.of(3));
    assertThat(first.parameter("conv2.bias").shape()).isEqualTo(Shape.of(4));
    Cutting second = cut(cutting, cutting.filters("conv2.weight", 0, 3));
    assertThat(second.parameter("conv1.bias").shape()).isEqualTo(Shape.of(4));
    assertThat(second.parameter("conv2.bias").shape()).isEqualTo(Shape.of(2));
  }

  @Test
  void sharedTensorIsCutOnceWhereAllUsersAreCutAlike() throws IOException {
    Cutting cutting = write(sharedBias());
    Cutting alike =
        cut(cutting, cutting.filters("conv1.weight", 2), cutting.filters("conv2.weight", 2));
    assertThat(alike.parameter("conv2.bias").onnxName()).isEqualTo("conv1.bias");
    Cutting different =
        cut(cutting, cutting.filters("conv1.weight", 2), cutting.filters("conv2.weight", 0));
    assertThat(different.parameter("conv2.bias").onnxName()).isNotEqualTo("conv1.bias");
    float[] before = cutting.floats("conv1.bias");
    assertThat(different.floats("conv2.bias")).containsExactly(before[1], before[2], before[3]);
  }

  @Test
  void newValuesOfOneUserOfSharedTensorLeaveTheOther() throws IOException {
    Cutting cutting = write(sharedBias());
    Path changed = folder.resolve("changed.onnx");
    cutting
        .unchanged()
        .with(cutting.parameter("conv2.bias"), ByteBuffer.allocate(16))
        .write(changed);
    assertThat(Cutting.of(changed).floats("conv2.bias")).containsOnly(0);
    assertThat(Cutting.of(changed).floats("conv1.bias")).isEqualTo(cutting.floats("conv1.bias"));
  }

  /** Two branches of 4 channels of 2x2, flattened with one constant. */
  private static OnnxBytes sharedTarget(String target) {
    OnnxBytes bytes = model().input("x", 2, 3, 2, 2).output("y", 2, 2);
    weight(bytes, "a.weight", 4, 3, 1, 1);
    weight(bytes, "b.weight", 4, 3, 1, 1);
    weight(bytes, "fca.weight", 2, 16);
    weight(bytes, "fcb.weight", 2, 16);
    return bytes
        .node("Conv", List.of("x", "a.weight"), List.of("a"))
        .node("Conv", List.of("x", "b.weight"), List.of("b"))
        .node("Reshape", List.of("a", target), List.of("fa"))
        .node("Reshape", List.of("b", target), List.of("fb"))
        .node("Gemm", List.of("fa", "fca.weight"), List.of("ga"), integer("transB", 1))
        .node("Gemm", List.of("fb", "fcb.weight"), List.of("gb"), integer("transB", 1))
        .node("Add", List.of("ga", "gb"), List.of("y"));
  }

  @Test
  void sharedTargetOfReshapesIsCopied() throws IOException {
    Cutting cutting = write(sharedTarget("target").integers("target", 0, 16));
    cut(cutting, cutting.filters("a.weight", 1));
    cut(cutting, cutting.filters("a.weight", 1), cutting.filters("b.weight", 0, 2));
    Cutting alike = cut(cutting, cutting.filters("a.weight", 1), cutting.filters("b.weight", 0));
    assertThat(alike.graph().values().stream().map(Value::name))
        .contains("target")
        .doesNotContain("target_1");
  }

  @Test
  void targetsInConstantsAreWritten() throws IOException {
    OnnxBytes list =
        sharedTarget("t")
            .node("Constant", List.of(), List.of("t"), integerList("value_ints", -1, 16));
    Cutting cutting = write(list);
    cut(cutting, cutting.filters("a.weight", 1));
    OnnxBytes tensor =
        sharedTarget("t").node("Constant", List.of(), List.of("t"), integerTensor("value", 2, 16));
    Cutting other = write(tensor);
    cut(other, other.filters("a.weight", 1, 2, 3), other.filters("b.weight", 0, 1, 2));
    cut(other, other.filters("b.weight", 0));
  }

  @Test
  void targetsThatAdaptStayWhatTheyAre() throws IOException {
    Cutting cutting = write(sharedTarget("target").integers("target", 0, -1));
    Cutting cut = cut(cutting, cutting.filters("a.weight", 1));
    assertThat(cut.graph().values().stream().filter(value -> value.name().startsWith("target")))
        .hasSize(1);
  }

  @Test
  void declaredShapesFollow() throws IOException {
    OnnxBytes bytes = model().input("x", -1, 3, 4, 4).output("y", -1, 2, 4, 4);
    weight(bytes, "c.weight", 4, 3, 1, 1);
    weight(bytes, "d.weight", 2, 4, 1, 1);
    bytes
        .value("h", -1, 4, 4, 4)
        .node("Conv", List.of("x", "c.weight"), List.of("h"))
        .node("Conv", List.of("h", "d.weight"), List.of("y"));
    Cutting cutting = write(bytes);
    Cutting cut = cut(cutting, cutting.filters("c.weight", 0));
    Value declared =
        cut.graph().values().stream()
            .filter(value -> value.name().equals("h"))
            .findFirst()
            .orElseThrow();
    assertThat(declared.shape()).contains(Shape.of(-1, 3, 4, 4));
  }

  @Test
  void weightsThatAreInputsAsWellAreDeclaredSmaller() throws IOException {
    OnnxBytes bytes =
        model().input("x", 1, 3, 4, 4).input("c.weight", 4, 3, 1, 1).input("d.weight", 2, 4, 1, 1);
    weight(bytes, "c.weight", 4, 3, 1, 1);
    weight(bytes, "d.weight", 2, 4, 1, 1);
    bytes
        .output("y", 1, 2, 4, 4)
        .node("Conv", List.of("x", "c.weight"), List.of("h"))
        .node("Conv", List.of("h", "d.weight"), List.of("y"));
    Path file = folder.resolve("model.onnx");
    Files.write(file, bytes.toBytes());
    Cutting cutting = Cutting.of(file);
    Path cut = folder.resolve("cut.onnx");
    cutting.unchanged().without(List.of(cutting.filters("c.weight", 0))).write(cut);
    // The sizes of the declared inputs; ONNX Runtime asks for no value of one with an initializer.
    assertThat(WireParts.of(cut))
        .containsEntry("/7#0/11#1/2#0/1#0/2#0/1#0/1#0", "3")
        .containsEntry("/7#0/11#2/2#0/1#0/2#0/1#1/1#0", "3")
        .containsEntry("/7#0/11#1/2#0/1#0/2#0/1#1/1#0", "3");
    assertThat(OnnxRuntime.run(cut, 1)).hasSize(1);
  }

  @Test
  void depthwiseWithMultiplierFollowsItsInput() throws IOException {
    OnnxBytes bytes = model().input("x", 1, 3, 4, 4).output("y", 1, 2, 4, 4);
    weight(bytes, "c.weight", 4, 3, 1, 1);
    weight(bytes, "dw.weight", 8, 1, 1, 1);
    weight(bytes, "d.weight", 2, 8, 1, 1);
    bytes
        .node("Conv", List.of("x", "c.weight"), List.of("h"))
        .node("/dw/Conv", "Conv", List.of("h", "dw.weight"), List.of("k"), integer("group", 4))
        .node("Conv", List.of("k", "d.weight"), List.of("y"));
    Cutting cutting = write(bytes);
    Cutting cut = cut(cutting, cutting.filters("c.weight", 1, 3));
    assertThat(cut.parameter("dw.weight").shape()).isEqualTo(Shape.of(4, 1, 1, 1));
    assertThat(cut.graph().nodes().get(1).attributes().integer("group")).hasValue(2);
    float[] before = cutting.floats("dw.weight");
    assertThat(cut.floats("dw.weight")).containsExactly(before[0], before[1], before[4], before[5]);
  }

  /** A convolution in two groups between plain ones. */
  private static OnnxBytes grouped() {
    OnnxBytes bytes = model().input("x", 1, 3, 4, 4).output("y", 1, 2, 4, 4);
    weight(bytes, "c.weight", 6, 3, 1, 1);
    weight(bytes, "g.weight", 4, 3, 1, 1);
    weight(bytes, "d.weight", 2, 4, 1, 1);
    return bytes
        .node("Conv", List.of("x", "c.weight"), List.of("h"))
        .node("/g/Conv", "Conv", List.of("h", "g.weight"), List.of("k"), integer("group", 2))
        .node("Conv", List.of("k", "d.weight"), List.of("y"));
  }

  @Test
  void groupsLoseDifferentChannelsButAsMany() throws IOException {
    Cutting cutting = write(grouped());
    Path cut = folder.resolve("cut.onnx");
    List<Removal> removals =
        List.of(cutting.filters("c.weight", 0, 5), cutting.filters("g.weight", 1, 2));
    cutting.unchanged().without(removals).write(cut);
    float[] before = cutting.floats("g.weight");
    // Rows 0 and 3 stay; of the first group columns 1 and 2, of the second 0 and 1.
    assertThat(Cutting.of(cut).floats("g.weight"))
        .containsExactly(before[1], before[2], before[9], before[10]);
    assertThat(Cutting.of(cut).graph().nodes().get(1).attributes().integer("group")).hasValue(2);
    assertThat(OnnxRuntime.run(cut, 1)).hasSize(1);
  }

  @Test
  void groupsThatWouldDifferAreRefused() throws IOException {
    Cutting cutting = write(grouped());
    assertThatThrownBy(() -> cutting.unchanged().without(List.of(cutting.filters("c.weight", 0))))
        .isInstanceOf(CannotCutException.class)
        .hasMessageContaining("g.weight would lose a different number of channels");
    assertThatThrownBy(
            () -> cutting.unchanged().without(List.of(cutting.filters("g.weight", 0, 1))))
        .isInstanceOf(CannotCutException.class)
        .hasMessageContaining("as many channels have to go from each of its 2 groups");
  }

  @Test
  void wholeGroupsOfChannelsStay() throws IOException {
    Cutting cutting = write(sharedTarget("target").integers("target", 0, 16));
    assertThatThrownBy(
            () -> cutting.unchanged().without(List.of(cutting.filters("a.weight", 0, 1, 2, 3))))
        .isInstanceOf(CannotCutException.class)
        .hasMessageContaining("a.weight would lose all its channels");
  }

  @Test
  void countsThatAreComputedWithAreRefused() throws IOException {
    OnnxBytes bytes = model().input("x", 1, 3, 4, 4).output("y", 1, 2, 4, 4).output("z", -1);
    weight(bytes, "c.weight", 4, 3, 1, 1);
    weight(bytes, "d.weight", 2, 4, 1, 1);
    bytes
        .node("Conv", List.of("x", "c.weight"), List.of("h"))
        .node("Shape", List.of("h"), List.of("s"))
        .node("/Cast", "Cast", List.of("s"), List.of("z"), integer("to", 1))
        .node("Conv", List.of("h", "d.weight"), List.of("y"));
    Cutting cutting = write(bytes);
    Path target = folder.resolve("out.onnx");
    ModelRewrite cut = cutting.unchanged().without(List.of(cutting.filters("c.weight", 0)));
    assertThatThrownBy(() -> cut.write(target))
        .isInstanceOf(CannotCutException.class)
        .hasMessageContaining("/Cast")
        .hasMessageContaining("computes with their number");
    assertThat(folder.toFile().list()).containsExactly("model.onnx");
  }

  @Test
  void elementsOfAnyTypeAndFieldAreCut() throws IOException {
    OnnxBytes bytes = model().input("x", 1, 3).output("y", 1, 2);
    bytes.halves("h", new long[] {4}, 0x3c00, 0x4000, 0xc000, 0x7bff);
    weight(bytes, "a.weight", 3, 4);
    weight(bytes, "b.weight", 4, 2);
    bytes
        .node("MatMul", List.of("x", "a.weight"), List.of("g"))
        .node("Cast", List.of("h"), List.of("hf"), integer("to", 1))
        .node("Add", List.of("g", "hf"), List.of("k"))
        .node("MatMul", List.of("k", "b.weight"), List.of("y"));
    Cutting cutting = write(bytes);
    Cutting cut = cut(cutting, cutting.filters("a.weight", 1, 2));
    ByteBuffer halves = StoredWeights.of(cut.file()).of(cut.parameter("h")).orElseThrow().data();
    assertThat(halves.remaining()).isEqualTo(4);
    assertThat(halves.getShort(0)).isEqualTo((short) 0x3c00);
    assertThat(halves.getShort(2)).isEqualTo((short) 0x7bff);
  }

  @Test
  void metadataIsReplacedOrAdded() throws IOException {
    OnnxBytes bytes = grouped().property("a", "1").property("b", "2").property("a", "3");
    Cutting cutting = write(bytes);
    ModelRewrite rewrite = cutting.unchanged().withMetadata("a", "9").withMetadata("c", "4");
    assertThat(cutting.unchanged().metadata("a")).contains("1");
    assertThat(cutting.unchanged().metadata("c")).isEmpty();
    assertThat(rewrite.metadata("a")).contains("9");
    Path target = folder.resolve("out.onnx");
    rewrite.write(target);
    ModelRewrite again = Cutting.of(target).unchanged();
    assertThat(List.of("a", "b", "c"))
        .map(key -> again.metadata(key).orElse(""))
        .containsExactly("9", "2", "4");
    Map<String, String> parts = WireParts.of(target);
    assertThat(parts.keySet().stream().filter(path -> path.startsWith("/14"))).hasSize(3);
  }

  @Test
  void shapesAreToldBeforehand() throws IOException {
    Cutting cutting = write(grouped());
    ModelRewrite cut =
        cutting
            .unchanged()
            .without(List.of(cutting.filters("c.weight", 0, 5)))
            .without(List.of(cutting.filters("g.weight", 0, 3)));
    assertThat(cut.shapesAfter())
        .containsEntry(cutting.parameter("c.weight"), Shape.of(4, 3, 1, 1))
        .containsEntry(cutting.parameter("g.weight"), Shape.of(2, 2, 1, 1))
        .containsEntry(cutting.parameter("d.weight"), Shape.of(2, 2, 1, 1));
  }

  /** A convolution whose weight the body of a node uses as well. */
  private static OnnxBytes captured() {
    OnnxBytes bytes = model().input("x", 1, 3, 4, 4).output("y", 1, 4, 4, 4).output("z");
    weight(bytes, "c.weight", 4, 3, 1, 1);
    OnnxBytes body =
        OnnxBytes.graph("body").output("b").node("Neg", List.of("c.weight"), List.of("b"));
    return bytes
        .input("on", 1)
        .node("Conv", List.of("x", "c.weight"), List.of("h"))
        .node("Relu", List.of("h"), List.of("y"))
        .node("/if", "If", List.of("on"), List.of("z"), body("then_branch", body));
  }

  @Test
  void weightsThatBodiesUseAreWrittenWhereTheyStand() throws IOException {
    Cutting cutting = write(captured());
    Path changed = folder.resolve("changed.onnx");
    ByteBuffer zeros = ByteBuffer.allocate(48);
    cutting.unchanged().with(cutting.parameter("c.weight"), zeros).write(changed);
    Cutting again = Cutting.of(changed);
    assertThat(again.floats("c.weight")).containsOnly(0);
    assertThat(again.graph().nodes()).hasSize(3);
    assertThat(cutting.spaces().groups()).noneMatch(CoupledGroup::prunable);
  }

  @Test
  void valuesOfTheWrongSizeAreRefused() throws IOException {
    Cutting cutting = write(grouped());
    assertThatThrownBy(
            () -> cutting.unchanged().with(cutting.parameter("c.weight"), ByteBuffer.allocate(4)))
        .isInstanceOf(IllegalArgumentException.class);
    CoupledGroup group = cutting.filters("c.weight").group();
    for (List<Integer> wrong : List.of(List.of(6), List.of(-1), List.of(2, 2), List.of(2, 1))) {
      assertThatThrownBy(() -> new Removal(group, wrong))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void frozenChannelsAreNotRemoved() throws IOException {
    Cutting cutting = write(grouped());
    assertThatThrownBy(() -> cutting.unchanged().without(List.of(cutting.filters("d.weight", 0))))
        .isInstanceOf(CannotCutException.class)
        .hasMessageContaining("d.weight")
        .hasMessageContaining("the model's output has these channels");
  }
}
