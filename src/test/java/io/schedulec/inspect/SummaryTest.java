package io.schedulec.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.channel.ChannelAnalysis;
import io.schedulec.channel.ChannelSpaces;
import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Value;
import io.schedulec.graph.shape.ShapeInference;
import io.schedulec.testing.Graphs;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Models, a line each. */
final class SummaryTest {
  private static final List<Summary> MODELS =
      List.of(
          new Summary("a.onnx", "", 7, 3, 0.99996, Map.of(), 4.6),
          new Summary(
              "models/with/a/very/long/name/of/folders/and/files/a_model_2024_final.onnx",
              "",
              12345,
              678,
              0.5,
              Map.of("com.microsoft::FusedMatMul", 12, "Gather", 3, "Loop", 1, "NonZero", 1),
              1234),
          Summary.unreadable("b.onnx", "is a text file, not an ONNX file"));

  private static Summary of(ModelGraph graph) {
    ChannelSpaces spaces = ChannelAnalysis.of(graph, ShapeInference.of(graph));
    return Summary.of("x", graph, spaces, 1);
  }

  @Test
  void whatHasAPrunableIndexOnAnyAxisIsPrunable() {
    Graphs graph = new Graphs();
    Value inner = graph.conv(graph.input("x", 1, 3, 4, 4), "a.weight", 8, 3, 3);
    Value out = graph.conv(inner, "b.weight", 2, 8, 3);
    assertThat(of(graph.build(out)).prunable()).isEqualTo(1);

    Graphs fixed = new Graphs();
    Value only = fixed.conv(fixed.input("x", 1, 3, 4, 4), "a.weight", 8, 3, 3);
    assertThat(of(fixed.build(only)).prunable()).isZero();
  }

  @Test
  void ofAReaderOfFixedAndPrunableChannelsItIsAPart() {
    Graphs graph = new Graphs();
    Value in = graph.input("x", 1, 2, 4, 4);
    Value free = graph.conv(in, "a.weight", 6, 2, 1);
    Value both = graph.node("Concat", Map.of("axis", 1L), in, free);
    Value out = graph.conv(both, "b.weight", 5, 8, 1);
    double elements = 6 * 2 + 5 * 8;
    assertThat(of(graph.build(out)).prunable())
        .isCloseTo((6 * 2 + 5 * 6) / elements, Offset.offset(1e-9));
  }

  @Test
  void groupedConvolutionsAreCountedBlockByBlock() {
    Graphs graph = new Graphs();
    Value in = graph.input("x", 1, 2, 4, 4);
    Value free = graph.conv(in, "a.weight", 2, 2, 1);
    Value both = graph.node("Concat", Map.of("axis", 1L), in, free);
    Value out =
        graph.node("Conv", Map.of("group", 2L), both, graph.parameter("g.weight", 6, 2, 1, 1));
    double elements = 2 * 2 + 6 * 2;
    assertThat(of(graph.build(out)).prunable())
        .isCloseTo((2 * 2 + 3 * 2) / elements, Offset.offset(1e-9));
  }

  @Test
  void unknownOperatorsAreThoseThatHoldChannels() {
    Graphs graph = new Graphs();
    Value at = graph.conv(graph.input("x", 1, 3, 4, 4), "a.weight", 8, 3, 3);
    at = graph.conv(graph.node("NonMaximal", at), "b.weight", 8, 8, 3);
    Summary summary = of(graph.build(graph.node("Relu", at)));
    assertThat(summary.unknown()).containsExactly(Map.entry("NonMaximal", 1));
  }

  @ParameterizedTest
  @ValueSource(ints = {80, 100, 140})
  void theTableFits(int width) {
    String table = SummaryTable.of(MODELS, width, false);
    assertThat(table.lines()).allMatch(line -> line.length() <= width);
    String name = width == 80 ? "_final.onnx" : "a_model_2024_final.onnx";
    assertThat(table).contains(name).contains("com.microsoft::FusedMatMul");
    assertThat(table).contains("3 files, 1 of them not read");
  }

  @Test
  void at80Columns() {
    assertThat(SummaryTable.of(MODELS, 80, true))
        .isEqualTo(
            """
            model              nodes  groups  prunable    ms  unknown operators
            a.onnx                 7       3    99.9 %     5
            ...024_final.onnx  12345     678    50.0 %  1234  Gather 3, Loop 1, NonZero 1,
                                                              com.microsoft::FusedMatMul 12
            b.onnx             not read: is a text file, not an ONNX file

            3 files, 1 of them not read
            """);
  }
}
