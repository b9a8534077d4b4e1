package io.schedulec.surgery;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.analysis.Models;
import io.schedulec.bind.ModelFacts;
import io.schedulec.channel.CoupledGroup;
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
  void thoseBehindAShuffleCan() {
    ModelFacts facts = new Models().load(Shared.file(SHUFFLE));
    List<String> obstacles = new ArrayList<>();
    for (CoupledGroup group : facts.spaces().groups()) {
      if (group.prunable()) {
        TrialCut.obstacle(facts.graph(), facts.shapes(), group).ifPresent(obstacles::add);
      }
    }
    assertThat(obstacles).isEmpty();
  }

  @Test
  void thoseInBlocksCanTogether() {
    ModelFacts facts = new Models().load(Shared.file("models/full/grouped_conv_net.onnx"));
    int constrained = 0;
    for (CoupledGroup group : facts.spaces().groups()) {
      if (group.prunable()) {
        constrained += group.constraints().isEmpty() ? 0 : 1;
        assertThat(TrialCut.obstacle(facts.graph(), facts.shapes(), group)).isEmpty();
      }
    }
    assertThat(constrained).isPositive();
  }
}
