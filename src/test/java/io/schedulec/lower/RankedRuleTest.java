package io.schedulec.lower;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.analysis.Compilation;
import io.schedulec.channel.Role;
import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Parameter;
import io.schedulec.graph.Value;
import io.schedulec.testing.Graphs;
import io.schedulec.testing.Shared;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RankedRuleTest {

  @Test
  void filtersRankedEachByItself() {
    String schedule =
        new Sketch()
            .pruner(
                "p",
                "class: L2RankedStructureParameterPruner, group_type: 3D, desired_sparsity: 0.3,"
                    + " noise: 0.0, rounding_fn: anything, weights: [layer1.0.conv1.weight,"
                    + " layer2.0.conv1.weight, module.layer1.1.conv1.weight]")
            .policy("pruner", "p", "epochs: [0, 5]")
            .toString();

    assertThat(Compiled.steps(Compiled.plan("resnet20_cifar", schedule)))
        .isEqualTo(
            """
            epochs 0, 5 {
              mask axis 0 of 16 lowest 0.3 by l2 {
                layer1.0.conv1.weight
                layer1.1.conv1.weight
              }
              mask axis 0 of 32 lowest 0.3 by l2 {
                layer2.0.conv1.weight
              }
            }
            """);
  }

  @Test
  void channelsUnderALeaderAlongARamp() {
    String schedule =
        new Sketch()
            .pruner(
                "p",
                "class: L1RankedStructureParameterPruner_AGP, group_type: Channels,"
                    + " initial_sparsity: 0.1, final_sparsity: 0.5, group_dependency: Leader,"
                    + " weights: [mix2.b3r.weight, mix2.b1.weight, mix2.bp.weight]")
            .window("pruner", "p", 2, 9, 3)
            .toString();

    assertThat(Compiled.steps(Compiled.plan("tiny_inception", schedule)))
        .isEqualTo(
            """
            epochs 2..8 step 3 {
              mask axis 1 of 28 lowest agp(0.1, 0.5, 2..8) by l1 of mix2.b3r.weight {
                mix2.b3r.weight
                mix2.b1.weight
                mix2.bp.weight
              }
            }
            """);
  }

  @Test
  void rowsAreTheColumnsOfALinearLayer() {
    String schedule =
        new Sketch()
            .ranked("p", "Rows", 0.25, "fc2.weight")
            .policy("pruner", "p", "epochs: [0]")
            .toString();

    assertThat(Compiled.steps(Compiled.plan("simplenet_cifar", schedule)))
        .contains("mask axis 1 of 120 lowest 0.25 by l1 {");
  }

  @Test
  void axesOfTensorsThatAreStoredOtherwise() {
    Graphs graph = new Graphs();
    Value in = graph.input("in", 1, 4, 8, 8);
    Value up =
        graph.node(
            "ConvTranspose",
            Map.of("kernel_shape", new long[] {1, 1}),
            in,
            graph.parameter("up.weight", 4, 6, 1, 1));
    Value pooled = graph.node("Flatten", graph.node("GlobalAveragePool", up));
    Value fc =
        graph.node(
            "MatMul", pooled, graph.parameter("fc.weight", Parameter.Stored.TRANSPOSED, 6, 10));
    ModelGraph model = graph.build(fc);
    Tensors tensors = new Tensors(Facts.of(model));

    Parameter transposed = tensors.find("fc.weight").orElseThrow();
    Parameter upward = tensors.find("up.weight").orElseThrow();
    assertThat(tensors.axis(transposed, Role.CHANNELS)).hasValue(0);
    assertThat(tensors.axis(transposed, Role.FILTERS)).hasValue(1);
    assertThat(tensors.axis(upward, Role.CHANNELS)).hasValue(0);
    assertThat(tensors.axis(upward, Role.FILTERS)).hasValue(1);
  }

  @Test
  void leadersMaskFitsNoDepthwiseConvolutionWithMultiplier() {
    String schedule =
        new Sketch()
            .pruner(
                "p",
                "class: L1RankedStructureParameterPruner, group_type: Filters,"
                    + " desired_sparsity: 0.5, group_dependency: Leader,"
                    + " weights: [c0.0.weight, dw.weight]")
            .policy("pruner", "p", "epochs: [0]")
            .toString();
    Path model = Shared.file("models/full/dw_multiplier_net.onnx");

    Compilation compiled = Compiled.text("schedule.yaml", schedule, model, LoweringOptions.DEFAULT);

    assertThat(compiled.result()).isEmpty();
    assertThat(compiled.diagnostics())
        .singleElement()
        .satisfies(d -> assertThat(d.kind().code()).isEqualTo("SC503"))
        .satisfies(
            d ->
                assertThat(d.message())
                    .isEqualTo(
                        "`dw.weight` has another number of filters than its leader,"
                            + " so `p` cannot be compiled"));
  }
}
