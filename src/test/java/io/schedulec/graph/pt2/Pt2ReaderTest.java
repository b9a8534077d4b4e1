package io.schedulec.graph.pt2;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.graph.DataType;
import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Node;
import io.schedulec.graph.Parameter;
import io.schedulec.graph.Structure;
import io.schedulec.graph.WeightBytes;
import io.schedulec.graph.pt2.Exported.Argument;
import io.schedulec.testing.Shared;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names, modules, tied weights, views of one memory, and graphs within graphs. */
final class Pt2ReaderTest {
  @SuppressWarnings("NullAway.Init") // given before each test
  @TempDir
  Path folder;

  private ModelGraph read(Exported model) {
    return Pt2Reader.read(model.write(folder.resolve("net.pt2")));
  }

  private static Argument tensor(String name, String value) {
    return new Argument(name, "{\"as_tensor\": {\"name\": \"" + value + "\"}}");
  }

  private static Exported linear(String stack) {
    return new Exported()
        .input("x", 2, 4)
        .parameter("block.0.fc.weight", 4, 4)
        .declare("y", DataType.FLOAT32, 2, 4)
        .call(
            "torch.ops.aten.linear.default",
            stack,
            List.of(tensor("input", "x"), tensor("weight", "p_block_0_fc_weight")),
            "y")
        .output("y");
  }

  @Test
  void parametersHaveTheirOwnNames() {
    ModelGraph graph = read(linear(""));
    Parameter weight = graph.parameters().get(0);
    assertThat(weight.name()).isEqualTo("block.0.fc.weight");
    assertThat(weight.recovered()).isTrue();
    assertThat(graph.name()).isEqualTo("net.pt2");
    assertThat(graph.inputs()).extracting(Object::toString).containsExactly("x");
    assertThat(graph.outputs()).extracting(Object::toString).containsExactly("y");
  }

  @Test
  void theScopeIsTheInnermostModule() {
    String stack = "L__self__,,a.Net;L__self__block.0,block.0,a.Block;L__self__fc,block.0.fc@1,a.L";
    assertThat(read(linear(stack)).nodes()).extracting(Node::scope).containsExactly("block.0.fc");
  }

  @Test
  void whatIsStoredOnceIsOneParameter() {
    Exported model =
        new Exported()
            .input("x", DataType.INT64, 2, 5)
            .parameter("embed.weight", "weight_0", 20, 8)
            .parameter("head.weight", "weight_0", 20, 8)
            .parameter("other.weight", "weight_1", 20, 8)
            .declare("e", DataType.FLOAT32, 2, 5, 8)
            .declare("y", DataType.FLOAT32, 2, 5, 20)
            .call(
                "torch.ops.aten.embedding.default",
                List.of(tensor("weight", "p_embed_weight"), tensor("indices", "x")),
                "e")
            .call(
                "torch.ops.aten.linear.default",
                List.of(tensor("input", "e"), tensor("weight", "p_head_weight")),
                "y")
            .output("y");
    ModelGraph graph = read(model);
    assertThat(graph.parameters())
        .extracting(Parameter::name)
        .containsExactly("embed.weight", "embed.weight");
    assertThat(graph.notes())
        .containsExactly(
            "1 parameters are others under a second name, e.g. head.weight is embed.weight");
  }

  @Test
  void aWriteThatAViewShowsElsewhereIsUnknown() {
    Exported model =
        new Exported()
            .input("x", 2, 4)
            .input("b", 2, 2)
            .declare("h", DataType.FLOAT32, 2, 4)
            .declare("part", DataType.FLOAT32, 2, 2)
            .declare("written", DataType.FLOAT32, 2, 2)
            .declare("y", DataType.FLOAT32, 2, 4)
            .call("torch.ops.aten.relu.default", List.of(tensor("self", "x")), "h")
            .call(
                "torch.ops.aten.slice.Tensor",
                List.of(
                    tensor("self", "h"),
                    new Argument("dim", "{\"as_int\": 1}"),
                    new Argument("start", "{\"as_int\": 0}"),
                    new Argument("end", "{\"as_int\": 2}")),
                "part")
            .call(
                "torch.ops.aten.add_.Tensor",
                List.of(tensor("self", "part"), tensor("other", "b")),
                "written")
            .call("torch.ops.aten.sigmoid.default", List.of(tensor("self", "h")), "y")
            .output("y");
    assertThat(OneCall.nodes(read(model)))
        .contains("written = aten::add_(part, b)", "y = Sigmoid(h)");
  }

  @Test
  void aWriteThatNobodyElseSeesIsAFunction() {
    Exported model =
        new Exported()
            .input("x", 2, 4)
            .declare("h", DataType.FLOAT32, 2, 4)
            .declare("y", DataType.FLOAT32, 2, 4)
            .call("torch.ops.aten.sigmoid.default", List.of(tensor("self", "x")), "h")
            .call("torch.ops.aten.relu_.default", List.of(tensor("self", "h")), "y")
            .output("y");
    assertThat(OneCall.nodes(read(model))).containsExactly("h = Sigmoid(x)", "y = Relu(h)");
  }

  @Test
  void graphsThatOnlyRunUnderASettingAreRunInPlace() {
    String inner =
        "{\"as_graph\": {\"name\": \"inner\", \"graph\": {\"inputs\": [{\"as_tensor\": {\"name\":"
            + " \"a\"}}], \"outputs\": [{\"as_tensor\": {\"name\": \"b\"}}], \"nodes\":"
            + " [{\"target\": \"torch.ops.aten.relu.default\", \"inputs\": [{\"name\": \"self\","
            + " \"arg\": {\"as_tensor\": {\"name\": \"a\"}}}], \"outputs\": [{\"as_tensor\":"
            + " {\"name\": \"b\"}}], \"metadata\": {}, \"name\": \"relu\"}], \"tensor_values\": {"
            + "\"b\": "
            + Exported.meta(DataType.FLOAT32, 2, 4)
            + "}}}}";
    Exported model =
        new Exported()
            .input("x", 2, 4)
            .declare("y", DataType.FLOAT32, 2, 4)
            .call(
                "torch.ops.higher_order.wrap_with_set_grad_enabled",
                List.of(
                    new Argument("enabled", "{\"as_bool\": false}"),
                    new Argument("wrapped", inner),
                    tensor("arg", "x")),
                "y")
            .output("y");
    assertThat(OneCall.nodes(read(model))).containsExactly("%b = Relu(x)");
  }

  @Test
  void otherLibrariesKeepTheirDomain() {
    Exported model =
        new Exported()
            .input("x", 2, 4)
            .declare("y", DataType.FLOAT32, 2, 4)
            .call("torch.ops.vision.warp.default", List.of(tensor("self", "x")), "y")
            .output("y");
    assertThat(OneCall.nodes(read(model))).containsExactly("y = vision::warp(x)");
  }

  @Test
  void theStructureHasNoWeightsInIt() {
    Exported zeros = linear("").entry("data/weights/weight_0", new byte[64]);
    byte[] ones = new byte[64];
    Arrays.fill(ones, (byte) 1);
    Exported others = linear("").entry("data/weights/weight_0", ones);
    assertThat(Structure.digest(read(zeros))).isEqualTo(Structure.digest(read(others)));
    assertThat(Structure.digest(read(zeros))).isNotEqualTo(Structure.digest(read(twice())));
  }

  private static Exported twice() {
    return linear("")
        .declare("z", DataType.FLOAT32, 2, 4)
        .call("torch.ops.aten.relu.default", List.of(tensor("self", "y")), "z")
        .output("z");
  }

  @Test
  void weightsAreReadWhereTheyLie() {
    ByteBuffer elements = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < 16; i++) {
      elements.putFloat(4 * i, i);
    }
    Exported model = linear("").entry("data/weights/weight_0", elements.array());
    assertThat(firstRow(model)).containsExactly(0f, 1f, 2f, 3f);
    String turned = Exported.meta(DataType.FLOAT32, new long[] {4, 4}, new long[] {1, 4}, 0);
    model.store("block.0.fc.weight", "weight_0", false, turned);
    assertThat(firstRow(model)).containsExactly(0f, 4f, 8f, 12f);
  }

  private List<Float> firstRow(Exported model) {
    Parameter weight = read(model).parameters().get(0);
    WeightBytes bytes = Pt2Weights.of(folder.resolve("net.pt2")).of(weight).orElseThrow();
    List<Float> row = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      row.add(bytes.data().getFloat(4 * i));
    }
    return row;
  }

  @Test
  void namesAndShapesAreThoseOfTheFramework() throws IOException {
    for (String name : List.of("resnet20_cifar", "resnet18.graphonly")) {
      Path model = Shared.file("models/pt2/" + name + ".pt2");
      String table = "golden/params/" + name.replace(".graphonly", "") + ".tsv";
      List<String> ours = new ArrayList<>();
      for (Parameter parameter : Pt2Reader.read(model).parameters()) {
        ours.add(parameter.name() + " " + parameter.shape());
      }
      assertThat(ours).containsAll(framework(Shared.file(table)));
    }
  }

  /** Lines of a name, another name and a shape. */
  private static List<String> framework(Path table) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line : Files.readAllLines(table)) {
      String[] columns = line.split("\t", -1);
      if (!line.startsWith("#") && columns.length > 2) {
        lines.add(columns[0] + " " + columns[2]);
      }
    }
    return lines;
  }
}
