package io.schedulec.surgery;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.analysis.Compilation;
import io.schedulec.analysis.Models;
import io.schedulec.bind.ModelFacts;
import io.schedulec.channel.CoupledGroup;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.lower.Compiled;
import io.schedulec.lower.LoweringOptions;
import io.schedulec.testing.Shared;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What cannot be cut is known before there are weights. */
class TrialCutTest {
  private static final String SHUFFLE = "models/full/split_shuffle_net.onnx";

  @Test
  void channelsOfPlainNetworksCanBeCut() {
    for (String name : List.of("resnet20_cifar", "mobilenet_v1_025", "tiny_inception", "gated")) {
      ModelFacts facts = new Models().load(Path.of("test-schedules", "models", name + ".onnx"));
      for (CoupledGroup group : facts.spaces().groups()) {
        if (group.prunable()) {
          assertThat(TrialCut.obstacle(facts.graph(), facts.shapes(), group)).isEmpty();
        }
      }
    }
  }

  @Test
  void thoseBehindAShuffleCannot() {
    ModelFacts facts = new Models().load(Shared.file(SHUFFLE));
    List<String> obstacles = new ArrayList<>();
    for (CoupledGroup group : facts.spaces().groups()) {
      if (group.prunable()) {
        TrialCut.obstacle(facts.graph(), facts.shapes(), group).ifPresent(obstacles::add);
      }
    }
    assertThat(obstacles).isNotEmpty().allMatch(obstacle -> obstacle.contains("Reshape"));
  }

  @Test
  void suchAScheduleIsNotCompiled() {
    String yaml =
        """
        pruners:
          half:
            class: L1RankedStructureParameterPruner
            group_type: Filters
            desired_sparsity: 0.5
            weights: [a.0.weight]
        extensions:
          thinner:
            {class: StructureRemover, thinning_func_str: remove_filters, arch: a, dataset: cifar10}
        policies:
          - pruner: {instance_name: half}
            epochs: [0]
          - extension: {instance_name: thinner}
            epochs: [1]
        """;
    Compilation compilation =
        Compiled.text("a.yaml", yaml, Shared.file(SHUFFLE), LoweringOptions.DEFAULT);
    assertThat(compilation.result()).isEmpty();
    assertThat(compilation.diagnostics())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.kind()).isEqualTo(DiagnosticKind.NOT_COMPILABLE);
              assertThat(finding.message()).contains("cannot be cut out of the model");
            });
  }
}
