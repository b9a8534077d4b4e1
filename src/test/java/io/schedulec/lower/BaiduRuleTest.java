package io.schedulec.lower;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.schedulec.analysis.Checked;
import io.schedulec.plan.Amount;
import io.schedulec.plan.Plan;
import io.schedulec.plan.Selection;
import io.schedulec.plan.Step;
import org.junit.jupiter.api.Test;

final class BaiduRuleTest {

  private static Sketch schedule(int offset) {
    return new Sketch()
        .pruner(
            "p",
            "class: BaiduRNNPruner, q: 0.18, ramp_epoch_offset: "
                + offset
                + ", ramp_slope_mult: 2, weights: [fc2.weight, fc1.weight]");
  }

  @Test
  void aThresholdThatRisesAlongTwoSlopes() {
    Plan plan =
        Compiled.plan("simplenet_cifar", schedule(3).window("pruner", "p", 1, 11, 1).toString());

    assertThat(Compiled.steps(plan))
        .startsWith("epochs 1..10 {\n  mask elements below slopes(0.0133333")
        .contains("1..4, 1) {\n    fc2.weight\n    fc1.weight\n  }");
    Step.Mask mask = (Step.Mask) plan.blocks().get(0).steps().get(0);
    Amount threshold = ((Selection.Below) mask.selection()).threshold();
    // 2 * 0.18 / (2 * 3 + 3 * 7) = 0.36 / 27 for each epoch, from epoch 4 on twice that.
    double slope = 0.36 / 27;
    assertThat(threshold.at(1)).isEqualTo(slope);
    assertThat(threshold.at(3)).isCloseTo(3 * slope, within(1e-15));
    assertThat(threshold.at(4)).isCloseTo(4 * slope + 2 * slope, within(1e-15));
    assertThat(threshold.at(10)).isCloseTo(4 * slope + 7 * 2 * slope, within(1e-15));
  }

  @Test
  void policiesBeyondTheFirstAndTurnsThatNeverComeAreRefused() {
    Sketch twice = schedule(3).window("pruner", "p", 0, 10, 1).window("pruner", "p", 20, 30, 1);
    Sketch never = schedule(30).window("pruner", "p", 0, 10, 1);

    for (Sketch sketch : new Sketch[] {twice, never}) {
      assertThat(
              Checked.codes(
                  Compiled.text(
                          "s.yaml",
                          sketch.toString(),
                          Checked.bundled("simplenet_cifar"),
                          LoweringOptions.DEFAULT)
                      .diagnostics()))
          .containsExactly("SC503");
    }
  }
}
