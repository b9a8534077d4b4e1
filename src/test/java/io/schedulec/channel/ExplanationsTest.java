package io.schedulec.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Parameter;
import io.schedulec.graph.Value;
import io.schedulec.graph.shape.ShapeInference;
import io.schedulec.testing.Graphs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ExplanationsTest {
  private final Graphs graph = new Graphs();
  private final Value in = graph.input("x", 1, 3, 8, 8);

  /** Axes as lines, e.g. {@code a@0 [0..3] graph-output: a Conv_0 Conv_0 | b@0: a ...}. */
  private static List<String> explain(ModelGraph model, String parameter) {
    List<String> lines = new ArrayList<>();
    Explanations explanations = Explanations.of(model, ShapeInference.of(model));
    for (AxisExplanation axis : explanations.axes(parameter)) {
      String place = parameter + "@" + axis.member().axis();
      place += axis.channels().all() ? "" : axis.channels().ranges().toString();
      for (Holding holding : axis.holdings()) {
        String which = holding.channels().all() ? " " : holding.channels().ranges() + " ";
        lines.add(place + " " + holding.reason().word() + which + trace(holding.trace()));
      }
      for (Coupling coupling : axis.couplings()) {
        String other = coupling.member().parameter().name() + "@" + coupling.member().axis();
        lines.add(place + " = " + other + " " + trace(coupling.trace()));
      }
    }
    return lines;
  }

  private static String trace(Trace trace) {
    StringBuilder text = new StringBuilder(name(trace.start()));
    for (Trace.Step step : trace.steps()) {
      text.append(" -(").append(step.node().name()).append(")- ").append(name(step.tensor()));
    }
    return text.toString();
  }

  private static String name(Value value) {
    return value.parameter().map(Parameter::name).orElse(value.name());
  }

  @Test
  void layersMeetAtAnAdd() {
    Value a = graph.node("Relu", graph.conv(in, "a", 4, 3, 1));
    Value b = graph.conv(in, "b", 4, 3, 1);
    Value out = graph.conv(graph.node("Add", a, b), "c", 2, 4, 1);

    assertThat(explain(graph.build(out), "a"))
        .containsExactly(
            "a@0 = b@0 a -(Conv_0)- Conv_0 -(Relu_1)- Relu_1 -(Add_3)- Conv_2 -(Conv_2)- b",
            "a@0 = c@1 a -(Conv_0)- Conv_0 -(Relu_1)- Relu_1 -(Add_3)- Add_3 -(Conv_4)- c",
            "a@1 graph-input a -(Conv_0)- x",
            "a@1 = b@1 a -(Conv_0)- x -(Conv_2)- b");
  }

  @Test
  void theNearestLayerComesFirstWhateverItsPlaceInTheModel() {
    Value a = graph.conv(in, "a", 4, 3, 1);
    Value far = graph.conv(graph.node("Relu", graph.node("Relu", a)), "far", 4, 4, 1);
    Value near = graph.conv(a, "near", 4, 4, 1);

    assertThat(explain(graph.build(graph.node("Add", far, near)), "a"))
        .containsSubsequence(
            "a@0 = near@1 a -(Conv_0)- Conv_0 -(Conv_4)- near",
            "a@0 = far@1 a -(Conv_0)- Conv_0 -(Relu_1)- Relu_1 -(Relu_2)- Relu_2 -(Conv_3)- far");
  }

  @Test
  void aConcatenationShiftsTheChannelsOfItsSecondPart() {
    Value a = graph.conv(in, "a", 2, 3, 1);
    Value b = graph.conv(in, "b", 3, 3, 1);
    Value both = graph.node("Concat", Map.of("axis", 1L), a, b);

    assertThat(explain(graph.build(graph.conv(both, "c", 4, 5, 1)), "c"))
        .containsExactly(
            "c@0 graph-output c -(Conv_3)- Conv_3",
            "c@1[0..1] = a@0 c -(Conv_3)- Concat_2 -(Concat_2)- Conv_0 -(Conv_0)- a",
            "c@1[2..4] = b@0 c -(Conv_3)- Concat_2 -(Concat_2)- Conv_1 -(Conv_1)- b");
  }

  @Test
  void aDepthwiseConvolutionIsOneStep() {
    Value a = graph.conv(in, "a", 4, 3, 1);
    Value deep =
        graph.node(
            "Conv",
            Map.of("group", 4L, "pads", new long[] {1, 1, 1, 1}),
            a,
            graph.parameter("deep", 4, 1, 3, 3));
    Value out = graph.conv(graph.node("Relu", deep), "c", 2, 4, 1);

    assertThat(explain(graph.build(out), "a"))
        .contains(
            "a@0 = deep@0 a -(Conv_0)- Conv_0 -(Conv_1)- deep",
            "a@0 = c@1 a -(Conv_0)- Conv_0 -(Conv_1)- Conv_1 -(Relu_2)- Relu_2 -(Conv_3)- c");
  }

  @Test
  void aGateMeetsWhatItGatesAtTheProduct() {
    Value a = graph.conv(in, "a", 4, 3, 1);
    Value small = graph.node("GlobalAveragePool", a);
    Value gate = graph.node("Sigmoid", graph.conv(small, "gate", 4, 4, 1));
    Value out = graph.conv(graph.node("Mul", a, gate), "c", 2, 4, 1);

    assertThat(explain(graph.build(out), "gate"))
        .contains(
            "gate@0 = a@0 gate -(Conv_2)- Conv_2 -(Sigmoid_3)- Sigmoid_3 -(Mul_4)- Conv_0"
                + " -(Conv_0)- a");
  }

  @Test
  void aFlattenedLayerIsReachedThroughTheReshape() {
    Value a = graph.conv(in, "a", 4, 3, 1);
    Value flat = graph.node("Flatten", a);
    Value out = graph.node("MatMul", flat, graph.parameter("fc", 256, 5));

    assertThat(explain(graph.build(out), "a"))
        .contains("a@0 = fc@0 a -(Conv_0)- Conv_0 -(Flatten_1)- Flatten_1 -(MatMul_2)- fc");
  }

  @Test
  void anUnknownOperatorHoldsWhatReachesIt() {
    Value a = graph.node("Relu", graph.conv(in, "a", 4, 3, 1));

    assertThat(explain(graph.build(graph.node("MeanVarianceNormalization", a)), "a"))
        .contains("a@0 unknown-op a -(Conv_0)- Conv_0 -(Relu_1)- Relu_1");
  }

  @Test
  void theModelsOutputHoldsItsChannels() {
    Value a = graph.conv(in, "a", 4, 3, 1);

    assertThat(explain(graph.build(graph.node("Relu", a)), "a"))
        .contains("a@0 graph-output a -(Conv_0)- Conv_0 -(Relu_1)- Relu_1");
  }

  @Test
  void ofSeveralReasonsEachIsToldOnceTheNearestFirst() {
    Value a = graph.conv(in, "a", 4, 3, 1);
    Value end = graph.node("Relu", graph.node("Relu", a));

    assertThat(explain(graph.build(end, graph.node("MeanVarianceNormalization", a)), "a"))
        .containsSubsequence(
            "a@0 unknown-op a -(Conv_0)- Conv_0",
            "a@0 graph-output a -(Conv_0)- Conv_0 -(Relu_1)- Relu_1 -(Relu_2)- Relu_2");
  }

  @Test
  void onlySomeChannelsMayBeHeld() {
    Value a = graph.conv(in, "a", 2, 3, 1);
    Value b = graph.conv(in, "b", 3, 3, 1);
    Value both = graph.node("Concat", Map.of("axis", 1L), a, b);
    Value out = graph.conv(both, "c", 4, 5, 1);

    List<String> lines = explain(graph.build(out, b), "c");

    assertThat(lines)
        .contains(
            "c@1[2..4] graph-output c -(Conv_3)- Concat_2 -(Concat_2)- Conv_1",
            "c@1[0..1] = a@0 c -(Conv_3)- Concat_2 -(Concat_2)- Conv_0 -(Conv_0)- a");
    assertThat(lines).noneMatch(line -> line.startsWith("c@1[0..1] graph-output"));
  }

  @Test
  void layersOneAfterTheOtherAreNotCoupledByTheirFilters() {
    Value a = graph.conv(in, "a", 4, 3, 1);
    Value b = graph.conv(graph.node("Relu", a), "b", 4, 4, 1);

    assertThat(explain(graph.build(graph.conv(b, "c", 4, 4, 1)), "a"))
        .noneMatch(line -> line.startsWith("a@0 = b@0") || line.contains("= c"));
  }

  @Test
  void aConvolutionThatIsCalledTwiceIsNoWayFromItsInputToItsOutput() {
    Value shared = graph.parameter("shared", 4, 4, 1, 1);
    Value a = graph.conv(in, "a", 4, 3, 1);
    Value once = graph.node("Conv", a, shared);
    Value twice = graph.node("Conv", graph.node("Relu", once), shared);
    Value out = graph.conv(twice, "c", 2, 4, 1);

    assertThat(explain(graph.build(out), "c"))
        .contains("c@1 = shared@0 c -(Conv_4)- Conv_3 -(Conv_3)- shared")
        .contains(
            "c@1 = shared@1 c -(Conv_4)- Conv_3 -(Conv_3)- shared -(Conv_1)- Conv_1"
                + " -(Relu_2)- Relu_2 -(Conv_3)- shared");
  }

  @Test
  void aGroupedConvolutionImposesBlocks() {
    Value a = graph.conv(in, "a", 4, 3, 1);
    Value grouped =
        graph.node("Conv", Map.of("group", 2L), a, graph.parameter("grouped", 6, 2, 1, 1));
    ModelGraph model = graph.build(graph.conv(grouped, "c", 2, 6, 1));
    AxisExplanation filters = Explanations.of(model, ShapeInference.of(model)).axes("a").get(0);

    assertThat(filters.group().constraints()).containsExactly(new Constraint(2, "grouped", 1));
    assertThat(explain(model, "a"))
        .contains("a@0 = grouped@1 a -(Conv_0)- Conv_0 -(Conv_1)- grouped");
  }

  @Test
  void aParameterThatNoOperatorUsesHasNoAxes() {
    graph.parameter("idle", 4, 4);

    assertThat(explain(graph.build(graph.conv(in, "a", 4, 3, 1)), "idle")).isEmpty();
  }

  @Test
  void ofANormalisationEveryAxisIsTold() {
    Value a = graph.conv(in, "a", 4, 3, 1);
    Value bias = graph.parameter("bias", 4, 1, 1);

    assertThat(explain(graph.build(graph.node("Add", a, bias)), "bias"))
        .contains("bias@0 = a@0 bias -(Add_1)- Conv_0 -(Conv_0)- a");
  }
}
