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
        new StatisticsCheck(),
        new MostActiveCheck(),
        new RowsCheck(),
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
    List<ChainCheck> checks = new ArrayList<>(ofChains());
    for (Verdict verdict : ChainJudge.judge(schedule)) {
      for (ChainCheck check : checks) {
        check.finding(schedule, verdict).ifPresent(out);
      }
    }
  }
}
