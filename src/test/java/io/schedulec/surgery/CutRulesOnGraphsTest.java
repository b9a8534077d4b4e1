package io.schedulec.surgery;

import static io.schedulec.graph.onnx.OnnxBytes.integer;
import static io.schedulec.graph.onnx.OnnxBytes.integerList;
import static io.schedulec.graph.onnx.OnnxBytes.model;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schedulec.channel.CoupledGroup;
import io.schedulec.channel.Member;
import io.schedulec.channel.Role;
import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Node;
import io.schedulec.graph.Shape;
import io.schedulec.graph.Value;
import io.schedulec.graph.onnx.OnnxBytes;
import io.schedulec.graph.onnx.OnnxReader;
import io.schedulec.graph.shape.ShapeInference;
import io.schedulec.graph.shape.ShapeTable;
import io.schedulec.testing.OnnxRuntime;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Small graphs between a convolution and a reader, whose groups are made by hand: channel i of the
 * reader is what the test says of the filters.
 */
class CutRulesOnGraphsTest {
  @TempDir private Path folder = Path.of("unset");

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

  /** Filters that make {@code a}, of 4x4, of an input; a reader makes the output of {@code b}. */
  private static OnnxBytes between(long opset, int filters, int read, int size) {
    OnnxBytes bytes = model(opset).input("x", 2, 3, 4, 4).output("y", 2, 2, size, size);
    weight(bytes, "first.weight", filters, 3, 1, 1);
    weight(bytes, "last.weight", 2, read, 1, 1);
    return bytes.node("/first/Conv", "Conv", List.of("x", "first.weight"), List.of("a"));
  }

  private static OnnxBytes read(OnnxBytes bytes) {
    return bytes.node("/last/Conv", "Conv", List.of("b", "last.weight"), List.of("y"));
  }

  /** Indices of a member that are given one list a channel. */
  private record Lists(List<List<Integer>> lists) implements Member.Indices {
    @Override
    public boolean identity() {
      return false;
    }

    @Override
    public List<Integer> of(int channel) {
      return lists.get(channel);
    }
  }

  /** Removes filters and the columns of the reader that are read of them, and nothing else. */
  private ModelGraph cut(OnnxBytes bytes, List<Integer> filters, List<Integer> columns)
      throws IOException {
    Path file = folder.resolve("model.onnx");
    Files.write(file, bytes.toBytes());
    ModelGraph graph = OnnxReader.read(file);
    ShapeTable shapes = ShapeInference.of(graph);
    CoupledGroup group =
        new CoupledGroup(
            0,
            1,
            List.of(),
            List.of(
                member(graph, "first.weight", 0, Role.FILTERS, filters),
                member(graph, "last.weight", 1, Role.CHANNELS, columns)),
            List.of(),
            List.of(),
            List.of());
    List<Removal> removals = List.of(new Removal(group, List.of(0)));
    ModelRewrite rewrite = ModelRewrite.of(file, graph, shapes);
    Path cut = folder.resolve("cut.onnx");
    Path zeroed = folder.resolve("zeroed.onnx");
    rewrite.without(removals).write(cut);
    Cutting cutting = Cutting.of(file);
    float[] values = cutting.floats("last.weight");
    int read = (int) cutting.parameter("last.weight").shape().dim(1);
    ByteBuffer zeros = ByteBuffer.allocate(values.length * Float.BYTES);
    zeros.order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < values.length; i++) {
      zeros.putFloat(i * Float.BYTES, columns.contains(i % read) ? 0 : values[i]);
    }
    rewrite.with(cutting.parameter("last.weight"), zeros).write(zeroed);
    List<float[]> found = OnnxRuntime.run(cut, 1);
    List<float[]> expected = OnnxRuntime.run(zeroed, 1);
    assertThat(OnnxRuntime.difference(found.get(0), expected.get(0))).isLessThan(1e-5);
    return OnnxReader.read(cut);
  }

  private static Member member(
      ModelGraph graph, String name, int axis, Role role, List<Integer> indices) {
    return new Member(
        graph.parameters().stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow(),
        axis,
        role,
        new Lists(List.of(indices)),
        false,
        false);
  }

  private static Optional<Node> node(ModelGraph graph, String opType) {
    return graph.nodes().stream().filter(node -> node.opType().equals(opType)).findFirst();
  }

  private static OnnxBytes halves(long opset, byte[]... parts) {
    OnnxBytes bytes = between(opset, 8, 8, 4);
    bytes.node("/Split", "Split", List.of("a"), List.of("p", "q"), parts);
    return read(
        bytes.node("/Concat", "Concat", List.of("q", "p"), List.of("b"), integer("axis", 1)));
  }

  @Test
  void unevenPartsOfASplitGetSizes() throws IOException {
    ModelGraph newer =
        cut(
            halves(18, integer("axis", 1), integer("num_outputs", 2)),
            List.of(0, 1, 5),
            List.of(4, 5, 1));
    Node split = node(newer, "Split").orElseThrow();
    assertThat(split.inputs()).hasSize(2);
    assertThat(split.attributes().has("num_outputs")).isFalse();
    ModelGraph older =
        cut(
            halves(11, integer("axis", 1), integerList("split", 4, 4)),
            List.of(0, 1, 5),
            List.of(4, 5, 1));
    assertThat(node(older, "Split").orElseThrow().attributes().integers("split").orElseThrow())
        .containsExactly(2, 3);
  }

  @Test
  void evenPartsOfASplitStayUnsaid() throws IOException {
    ModelGraph graph = cut(halves(17, integer("axis", 1)), List.of(0, 5), List.of(4, 1));
    assertThat(node(graph, "Split").orElseThrow().inputs()).hasSize(1);
  }

  /** Every second channel. */
  private static OnnxBytes every(long start, long end, long step, int read) {
    OnnxBytes bytes = between(17, 8, read, 4);
    bytes.integers("s", start).integers("e", end).integers("x1", 1).integers("t", step);
    return read(bytes.node("/Slice", "Slice", List.of("a", "s", "e", "x1", "t"), List.of("b")));
  }

  @Test
  void slicesGetNewBounds() throws IOException {
    ModelGraph run = cut(every(2, 7, 1, 5), List.of(0, 3, 7), List.of(1));
    assertThat(node(run, "Slice")).isPresent();
    ModelGraph backwards = cut(every(-1, -100, -1, 8), List.of(7, 2), List.of(0, 5));
    assertThat(node(backwards, "Slice")).isPresent();
  }

  @Test
  void whatIsNoRunAnyMoreIsGathered() throws IOException {
    ModelGraph graph = cut(every(0, 8, 2, 4), List.of(1, 4, 5), List.of(2));
    assertThat(node(graph, "Slice")).isEmpty();
    assertThat(node(graph, "Gather")).isPresent();
  }

  @Test
  void gathersKeepWhatStaysInOrder() throws IOException {
    OnnxBytes bytes = between(17, 6, 6, 4).integers("i", 5, 0, -2, 1, 0, 3);
    bytes.node("/Gather", "Gather", List.of("a", "i"), List.of("b"), integer("axis", 1));
    cut(read(bytes), List.of(0, 2, 3), List.of(1, 4, 5));
  }

  private static OnnxBytes shuffle(boolean otherReader) {
    OnnxBytes bytes = between(17, 12, 12, 4).integers("wide", 2, 3, 4, 4, 4);
    bytes.integers("flat", 2, 12, 4, 4).value("r", 2, 3, 4, 4, 4).value("t", 2, 4, 3, 4, 4);
    bytes.node("/Reshape", "Reshape", List.of("a", "wide"), List.of("r"));
    bytes.node(
        "/Transpose", "Transpose", List.of("r"), List.of("t"), integerList("perm", 0, 2, 1, 3, 4));
    if (otherReader) {
      bytes.node("/Relu", "Relu", List.of("t"), List.of("u"));
    }
    String last = otherReader ? "u" : "t";
    return read(bytes.node("/Reshape_1", "Reshape", List.of(last, "flat"), List.of("b")));
  }

  /** The column that reads a filter behind the shuffle. */
  private static List<Integer> shuffled(List<Integer> filters) {
    return filters.stream().map(filter -> filter % 4 * 3 + filter / 4).sorted().toList();
  }

  @Test
  void shufflesBecomeOneGather() throws IOException {
    for (List<Integer> filters :
        List.of(List.of(1, 2, 7), List.of(0, 5, 11), List.of(0, 1, 2, 4, 9, 11))) {
      ModelGraph graph = cut(shuffle(false), filters, shuffled(filters));
      assertThat(graph.nodes()).extracting(Node::opType).containsExactly("Conv", "Gather", "Conv");
      assertThat(graph.values()).extracting(Object::toString).doesNotContain("r", "t");
    }
  }

  @Test
  void evenShufflesStay() throws IOException {
    ModelGraph graph = cut(shuffle(false), List.of(1, 5, 9), shuffled(List.of(1, 5, 9)));
    assertThat(node(graph, "Transpose")).isPresent();
  }

  @Test
  void shufflesThatAlsoComputeAreRefused() {
    assertThatThrownBy(() -> cut(shuffle(true), List.of(1, 2, 7), shuffled(List.of(1, 2, 7))))
        .isInstanceOf(CannotCutException.class)
        .hasMessageContaining("no block of whole rows and columns");
    assertThat(folder.resolve("cut.onnx")).doesNotExist();
  }

  @Test
  void blocksOfChannelsBecomePlaces() throws IOException {
    OnnxBytes bytes = between(17, 12, 3, 8);
    bytes.node("/Space", "DepthToSpace", List.of("a"), List.of("b"), integer("blocksize", 2));
    ModelGraph graph = cut(read(bytes), List.of(1, 4, 7, 10), List.of(1));
    assertThat(graph.parameters().get(0).shape()).isEqualTo(Shape.of(8, 3, 1, 1));
    assertThatThrownBy(() -> cut(read(depth()), List.of(0, 1, 2, 3), List.of(0)))
        .hasMessageContaining("all channels of a block have to go");
  }

  private static OnnxBytes depth() {
    OnnxBytes bytes = between(17, 12, 3, 8);
    return bytes.node(
        "/Space", "DepthToSpace", List.of("a"), List.of("b"), integer("blocksize", 2));
  }

  @Test
  void placesBecomeBlocksOfChannels() throws IOException {
    OnnxBytes bytes = between(17, 3, 12, 2);
    bytes.node("/Depth", "SpaceToDepth", List.of("a"), List.of("b"), integer("blocksize", 2));
    cut(read(bytes), List.of(1), List.of(1, 4, 7, 10));
  }

  @Test
  void tilesRepeatWhatStays() throws IOException {
    OnnxBytes bytes = between(17, 4, 8, 4).integers("times", 1, 2, 1, 1);
    bytes.node("/Tile", "Tile", List.of("a", "times"), List.of("b"));
    cut(read(bytes), List.of(0, 3), List.of(0, 3, 4, 7));
  }

  @Test
  void reductionsThatOnlyScaleMayLoseChannels() throws IOException {
    OnnxBytes bytes = between(17, 4, 4, 4);
    bytes.node("/Norm", "ReduceL2", List.of("a"), List.of("n"), integerList("axes", 1));
    bytes.node("/Div", "Div", List.of("a", "n"), List.of("b"));
    Path file = folder.resolve("model.onnx");
    Files.write(file, read(bytes).toBytes());
    ModelGraph graph = OnnxReader.read(file);
    assertThat(CutPlan.of(graph, ShapeInference.of(graph), removal(graph)).cut(output(graph, "b")))
        .hasToString("2x4x4x4 without [{}, {1}, {}, {}]");
  }

  @Test
  void reductionsThatAreComputedWithMayNot() throws IOException {
    OnnxBytes bytes = between(17, 4, 4, 4);
    bytes.node("/Mean", "ReduceMean", List.of("a"), List.of("n"), integerList("axes", 1));
    bytes.node("/Sigmoid", "Sigmoid", List.of("n"), List.of("m"));
    bytes.node("/Mul", "Mul", List.of("a", "m"), List.of("b"));
    Path file = folder.resolve("model.onnx");
    Files.write(file, read(bytes).toBytes());
    ModelGraph graph = OnnxReader.read(file);
    assertThatThrownBy(() -> CutPlan.of(graph, ShapeInference.of(graph), removal(graph)))
        .hasMessageContaining("needs all of axis 1");
  }

  private static Value output(ModelGraph graph, String name) {
    return graph.values().stream().filter(v -> v.name().equals(name)).findFirst().orElseThrow();
  }

  private static List<Removal> removal(ModelGraph graph) {
    CoupledGroup group =
        new CoupledGroup(
            0,
            1,
            List.of(),
            List.of(
                member(graph, "first.weight", 0, Role.FILTERS, List.of(1)),
                member(graph, "last.weight", 1, Role.CHANNELS, List.of(1))),
            List.of(),
            List.of(),
            List.of());
    return List.of(new Removal(group, List.of(0)));
  }
}
