package io.schedulec.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class AgpRampTest {

  @Test
  void followsTheCubicCurve() {
    AgpRamp ramp = new AgpRamp(.05, .5, 1, 11, 2);

    assertThat(ramp.firings()).isEqualTo(5);
    assertThat(ramp.lastEpoch()).isEqualTo(9);
    assertThat(ramp.target(1)).isCloseTo(.05, within(1e-12));
    assertThat(ramp.target(3)).isCloseTo(.31016, within(1e-5));
    assertThat(ramp.target(5)).isCloseTo(.44375, within(1e-5));
    assertThat(ramp.target(7)).isCloseTo(.49297, within(1e-5));
    assertThat(ramp.target(9)).isEqualTo(.5);
  }

  @Test
  void theFirstStepIsRoundedAsTheTrainerRoundsIt() {
    AgpRamp ramp = new AgpRamp(.1, .5, 0, 30, 2);

    assertThat(StructureCount.removed(ramp.target(0), 10)).isZero();
    assertThat(StructureCount.removed(ramp.target(0), 50)).isEqualTo(4);
    assertThat(StructureCount.removed(ramp.target(28), 64)).isEqualTo(32);
  }

  @Test
  void oneFiringIsNoRamp() {
    assertThat(new AgpRamp(.1, .5, 0, 30, 30).span()).isZero();
    assertThat(new AgpRamp(.1, .5, 0, 1, 1).span()).isZero();
  }

  @Test
  void onlyAFractionOfOneRemovesEverything() {
    assertThat(StructureCount.removed(1.0, 16)).isEqualTo(16);
    assertThat(StructureCount.removed(.29, 100)).isEqualTo(28);
    assertThat(StructureCount.kept(.5, 64)).isEqualTo(32);
  }

  @Property
  void aRampNeverFallsAndEndsAtItsEnd(
      @ForAll @IntRange(max = 50) int start,
      @ForAll @IntRange(min = 2, max = 90) int length,
      @ForAll @IntRange(min = 1, max = 20) int frequency) {
    AgpRamp ramp = new AgpRamp(.05, .7, start, start + length, frequency);
    double previous = 0;
    for (int epoch = start; ramp.span() > 0 && epoch <= ramp.lastEpoch(); epoch += frequency) {
      assertThat(ramp.target(epoch)).isGreaterThanOrEqualTo(previous);
      previous = ramp.target(epoch);
    }
    assertThat(ramp.span() == 0 || ramp.target(ramp.lastEpoch()) == .7).isTrue();
  }
}
