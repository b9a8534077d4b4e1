package io.schedulec.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.graph.Attributes;
import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Parameter.Stored;
import io.schedulec.graph.Value;
import io.schedulec.graph.onnx.OnnxReader;
import io.schedulec.graph.shape.ShapeInference;
import io.schedulec.testing.Graphs;
import io.schedulec.testing.GroupText;
import io.schedulec.testing.Shared;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ChannelAnalysisTest {
  private final Graphs graph = new Graphs();

  private static ChannelSpaces analyse(ModelGraph graph) {
    return ChannelAnalysis.of(graph, ShapeInference.of(graph));
  }

  @Test
  void unknownOperatorFreezesWhatItTouches() {
    Value a = graph.conv(graph.input("x", 1, 3, 4, 4), "a", 4, 3, 1);
    Value b = graph.conv(graph.node("Relu", a), "b", 5, 4, 1);
    Value out = graph.node("Mystery", b, graph.parameter("c", 7));
    ModelGraph model = graph.build(out);
    assertThat(GroupText.of(model))
        .containsExactly(
            "4 free: a@0 filters, b@1 channels",
            "3 graph-input: a@1 channels",
            "5 unknown-shape: b@0 filters",
            "7 unknown-shape: c@0 other");
    CoupledGroup frozen = analyse(model).groupsOf("b", Role.FILTERS).get(0);
    assertThat(frozen.frozen().get(0).node()).isEqualTo("Mystery_3");
  }

  @Test
  void operatorWithABodyIsUnknown() {
    Value a = graph.conv(graph.input("x", 1, 3, 4, 4), "a", 4, 3, 1);
    Value out = graph.node("Relu", Map.of("body", new Attributes.Subgraph("then", "")), a);
    assertThat(GroupText.of(graph.build(out))).contains("4 control-flow: a@0 filters");
  }

  @Test
  void nodesThatMakeNoSenseFreezeWhatTheyTouch() {
    Value a = graph.conv(graph.input("x", 1, 3, 4, 4), "a", 4, 3, 1);
    Value b = graph.node("Concat", Map.of("axis", 9L), a, a);
    Value c = graph.node("Conv", graph.node("Relu", a));
    Value d = graph.conv(a, "d", 2, 5, 1);
    assertThat(GroupText.of(graph.build(b, c, d)))
        .anyMatch(line -> line.startsWith("4 ") && !line.contains("free") && line.contains("a@0"));
  }

  @Test
  void noGroupsAtAllAreNoDivision() {
    Value a = graph.conv(graph.input("x", 1, 3, 4, 4), "a", 4, 3, 1);
    Value weight = graph.parameter("b", 4, 4, 1, 1);
    Value out = graph.node("Conv", Map.of("group", 0L), a, weight);
    assertThat(GroupText.of(graph.build(out)))
        .anyMatch(line -> line.contains("unknown") && line.contains("a@0 filters"));
  }

  @Test
  void tiedParametersAreOneMember() {
    Value in = graph.input("x", 1, 4);
    Value a = graph.node("Gemm", in, graph.parameter("e", 4, 9));
    Value b =
        graph.node("MatMul", graph.node("Relu", a), graph.parameter("e", Stored.TRANSPOSED, 9, 4));
    assertThat(GroupText.of(graph.build(b)))
        .containsExactly("4 graph-input+graph-output: e@0 channels", "9 free: e@1 filters");
  }

  @Test
  void parametersOfOneNameThatDoNotFitAreFrozen() {
    Value in = graph.input("x", 1, 4);
    Value a = graph.node("Gemm", in, graph.parameter("e", 4, 9));
    Value b = graph.node("MatMul", graph.node("Relu", a), graph.parameter("e", 9, 5));
    Value out = graph.node("MatMul", b, graph.parameter("f", 5, 2));
    assertThat(analyse(graph.build(out)).groups()).noneMatch(CoupledGroup::prunable);
  }

  @Test
  void everyIndexIsInOneGroupOnce() {
    Value in = graph.input("x", 1, 3, 4, 4);
    Value a = graph.conv(in, "a", 2, 3, 1);
    Value b = graph.node("Concat", Map.of("axis", 1L), a, graph.conv(in, "b", 3, 3, 1), in);
    Value out = graph.conv(graph.node("Add", b, graph.conv(in, "c", 8, 3, 1)), "d", 2, 8, 1);
    List<String> places = new ArrayList<>();
    for (CoupledGroup group : analyse(graph.build(out)).groups()) {
      for (Member member : group.members()) {
        for (int i = 0; i < group.size(); i++) {
          for (int index : member.indices().of(i)) {
            places.add(member.parameter().name() + "@" + member.axis() + ":" + index);
          }
        }
      }
    }
    assertThat(places).doesNotHaveDuplicates().hasSize(2 + 3 + 3 + 3 + 8 + 3 + 2 + 8);
  }

  @Test
  void wideAndDeepNetworksAreFast() {
    Value at = graph.input("x", 1, 16_000);
    for (int i = 0; i < 300; i++) {
      Value next = graph.node("Gemm", at, graph.parameter("w" + i, 16_000, 16_000));
      at = i == 0 ? next : graph.node("Add", graph.node("Relu", next), at);
    }
    long start = System.nanoTime();
    ChannelSpaces spaces = analyse(graph.build(at));
    assertThat(spaces.groups()).hasSize(2);
    assertThat(System.nanoTime() - start).isLessThan(20_000_000_000L);
  }

  @Test
  void writersMeetAtTheSumsOfTheirStage() {
    ModelGraph model = OnnxReader.read(Shared.file("models/full/resnet20_cifar.onnx"));
    CoupledGroup stage = analyse(model).groupsOf("layer3.0.conv2.weight", Role.FILTERS).get(0);
    assertThat(stage.joins())
        .extracting(join -> join.writer().parameter().name() + " " + join.operator())
        .containsExactly(
            "layer3.0.conv2.weight ",
            "layer3.0.downsample.0.weight Add",
            "layer3.1.conv2.weight Add",
            "layer3.2.conv2.weight Add");
    assertThat(stage.joins().get(1).scope()).startsWith("layer3.0");
    assertThat(stage.joins().get(2).scope()).startsWith("layer3.1");
  }
}
