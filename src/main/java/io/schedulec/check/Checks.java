package io.schedulec.check;

import io.schedulec.bind.BoundSchedule;
import io.schedulec.check.chain.ChainJudge;
import io.schedulec.check.chain.Verdict;
import io.schedulec.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The list of all checks. */
public final class Checks {
  private Checks() {}

  private static List<Check> all() {
    return List.of(
        new UnknownWeightCheck(),
        new NameWrappingCheck(),
        new OtherArchitectureCheck(),
        new WeightsStringCheck(),
        new WrongRankCheck(),
        new GroupRankCheck(),
        new PrunedBiasesCheck(),
        new RemovesNothingCheck(),
        new WholeShareCheck(),
        new BlockShapeCheck(),
        new ScaledForGoodCheck(),
        new OverrideCheck(),
        new ConvolutionRowsCheck(),
        new StatisticsCheck(),
        new MostActiveCheck(),
        new LinearRowsCheck(),
        new ThinningDirectionCheck(),
        new LeaderUnsupportedCheck(),
        new LeaderUnfoldedCheck(),
        new DatasetShapeCheck(),
        new LateThinningCheck(),
        new RegularizedEdgeCheck(),
        new OverlappingPrunersCheck(),
        new LeaderEmptyStepCheck(),
        new AgpUnreachedCheck(),
        new RampCutShortCheck(),
        new PolicyAfterRunCheck(),
        new ThinnedMidRampCheck());
  }

  /** What the course of the run tells. */
  private static List<Check> ofTime() {
    return List.of(
        new NoEffectCheck(),
        new MaskGradientsCheck(),
        new MasksMissingCheck(),
        new MasksSharedCheck(),
        new RateJumpCheck(),
        new OverlappingRatesCheck(),
        new RatePastEndCheck(),
        new QuantizerGapCheck(),
        new QuantizedPruningCheck(),
        new FiresTwiceCheck(),
        new MaskReplacedCheck(),
        new MaskAndThresholdCheck(),
        new ThinsNothingCheck(),
        new NothingLeftCheck(),
        new EpochsOrderCheck(),
        new ExclusiveEndCheck(),
        new ThinsByChanceCheck());
  }

  private static List<ChainCheck> ofChains() {
    return List.of(
        new ChainIncompleteCheck(),
        new ChainMixedCheck(),
        new ChannelsUnprunableCheck(),
        new ChainWithoutLeaderCheck(),
        new ReadersIncompleteCheck(),
        new GateFollowsCheck());
  }

  /** Reports every finding about a bound schedule. */
  public static void run(BoundSchedule schedule, Consumer<Diagnostic> out) {
    all().forEach(check -> check.run(schedule, out));
    for (Check check : ofTime()) {
      check.run(schedule, out);
    }
    List<ChainCheck> checks = new ArrayList<>(ofChains());
    for (Verdict verdict : ChainJudge.judge(schedule)) {
      for (ChainCheck check : checks) {
        check.finding(schedule, verdict).ifPresent(out);
      }
    }
  }
}
