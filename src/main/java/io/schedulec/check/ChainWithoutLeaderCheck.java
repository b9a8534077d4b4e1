package io.schedulec.check;

import io.schedulec.bind.BoundPruner;
import io.schedulec.bind.BoundSchedule;
import io.schedulec.bind.Structure;
import io.schedulec.check.chain.ChainFigures;
import io.schedulec.check.chain.Listed;
import io.schedulec.check.chain.Verdict;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** SC205: every layer of a chain is listed, but not by one Leader list. */
final class ChainWithoutLeaderCheck implements ChainCheck {

  @Override
  public Optional<Diagnostic> finding(BoundSchedule schedule, Verdict verdict) {
    return verdict instanceof Verdict.WithoutLeader without
        ? Optional.of(diagnose(schedule, without))
        : Optional.empty();
  }

  private static Diagnostic diagnose(BoundSchedule schedule, Verdict.WithoutLeader verdict) {
    List<Listed> listed = verdict.listed();
    List<BoundPruner> pruners = ChainChecks.pruners(listed);
    boolean filters = verdict.window().structure() == Structure.FILTERS;
    Diagnostic.Builder out =
        Diagnostic.at(
                DiagnosticKind.CHAIN_WITHOUT_LEADER,
                ChainChecks.span(listed.get(0)),
                message(verdict, pruners, filters))
            .severity(ChainChecks.severity(verdict.window()))
            .saying(firstLabel(verdict, filters));
    boolean undone = ChainChecks.undone(listed).isPresent();
    for (Listed other : listed.subList(1, listed.size())) {
      out.label(ChainChecks.span(other), part(other, undone));
    }
    for (BoundPruner pruner : pruners) {
      Optional.ofNullable(pruner.instance().arguments().get("group_dependency"))
          .ifPresent(
              a ->
                  out.label(
                      a.span(),
                      undone
                          ? "covers the chain, but not to the end"
                          : "covers only a part of the chain"));
    }
    boolean uneven = keeps(verdict, pruners).stream().distinct().count() > 1;
    String fate = uneven || feedsLinear(verdict) ? ", and stops there" : ", and sums add strangers";
    String consequence = filters ? fate : "";
    ChainChecks.labelThinning(out, verdict.window(), consequence);
    out.figure(
        filters
            ? ChainFigures.writers(schedule, verdict.group(), ChainChecks.weights(listed))
            : ChainFigures.readers(schedule, verdict.chain(), ChainChecks.weights(listed)));
    out.cause(cause(verdict, pruners, filters));
    LeaderSplit.helps(schedule, verdict, pruners).forEach(out::help);
    ChainChecks.data(out, verdict.window().structure(), listed);
    out.data("size", verdict.size());
    return out.data("joins", ChainFigures.operators(verdict.group())).build();
  }

  private static String message(
      Verdict.WithoutLeader verdict, List<BoundPruner> pruners, boolean filters) {
    int layers = ChainChecks.weights(verdict.listed()).size();
    String what = filters ? " filters" : " channels";
    Optional<BoundPruner> undone = ChainChecks.undone(verdict.listed());
    if (undone.isPresent()) {
      List<BoundPruner> others = new ArrayList<>(pruners);
      others.remove(undone.get());
      return "`"
          + undone.get().name()
          + "` leads a chain of "
          + layers
          + " layers, but "
          + ChainChecks.names(others)
          + (others.size() == 1 ? " masks" : " mask")
          + " some of them later";
    }
    if (pruners.size() == 1) {
      return ChainChecks.names(pruners)
          + " prunes all "
          + layers
          + " layers of a chain, each by its own ranking, without a Leader";
    }
    return ChainChecks.names(pruners)
        + " split a chain of "
        + layers
        + " layers, so different"
        + what
        + " go in each";
  }

  private static String firstLabel(Verdict.WithoutLeader verdict, boolean filters) {
    boolean undone = ChainChecks.undone(verdict.listed()).isPresent();
    boolean led = undone && verdict.listed().get(0).pruner().leader();
    String what = verdict.size() + (filters ? " filters" : " input channels") + " of a chain";
    return what + (led ? ", under a Leader at first" : ", ranked alone");
  }

  private static String part(Listed listed, boolean undone) {
    if (!undone) {
      return "same chain, another ranking";
    }
    return listed.pruner().leader() ? "gets the leader's mask" : "masked again, by its own ranking";
  }

  private static String cause(
      Verdict.WithoutLeader verdict, List<BoundPruner> pruners, boolean filters) {
    List<String> operators = ChainFigures.operators(verdict.group());
    int layers = ChainChecks.weights(verdict.listed()).size();
    String each = kept(verdict, pruners);
    String meet =
        filters && !operators.isEmpty()
            ? "The " + Words.small(layers) + " layers meet at " + Words.cut(operators, 4) + ". "
            : "The " + Words.small(layers) + " layers share one set of channels. ";
    if (!filters) {
      return meet + each + "The layers before can drop only the channels that none of them reads.";
    }
    boolean error = ChainChecks.severity(verdict.window()) == Severity.ERROR;
    return meet
        + each
        + (error
            ? thinned(verdict, pruners)
            : "A filter that is zero in one of them is not zero in the sum.");
  }

  /** What the original trainer makes of it when it thins. */
  private static String thinned(Verdict.WithoutLeader verdict, List<BoundPruner> pruners) {
    if (keeps(verdict, pruners).stream().distinct().count() > 1) {
      return "The counts differ, so the trainer stops at the thinning with a bare AssertionError.";
    }
    String strangers =
        "equal counts are added position by position although the positions are different filters";
    return feedsLinear(verdict)
        ? "The trainer cuts the linear layer behind them once for each and stops: `RuntimeError:"
            + " shape '[...]' is invalid`. Otherwise "
            + strangers
            + "."
        : "After thinning, " + strangers + ": no message, and a wrong network.";
  }

  private static boolean feedsLinear(Verdict.WithoutLeader verdict) {
    return verdict.group().readers().stream().anyMatch(r -> r.parameter().shape().rank() == 2);
  }

  /** How many filters each pruner keeps, of those that say it. */
  private static List<Integer> keeps(Verdict.WithoutLeader verdict, List<BoundPruner> pruners) {
    List<Integer> kept = new ArrayList<>();
    for (BoundPruner pruner : pruners) {
      ChainChecks.lastFiring(pruner, verdict.window())
          .flatMap(firing -> ChainChecks.left(pruner, firing, verdict.size()))
          .ifPresent(kept::add);
    }
    return kept;
  }

  private static String kept(Verdict.WithoutLeader verdict, List<BoundPruner> pruners) {
    List<Integer> kept = keeps(verdict, pruners);
    Optional<ChainChecks.Firing> firing = ChainChecks.lastFiring(pruners.get(0), verdict.window());
    if (kept.size() < pruners.size() || firing.isEmpty()) {
      return "";
    }
    String at = "At epoch " + firing.get().epoch() + " ";
    if (kept.stream().distinct().count() == 1) {
      return at + "each keeps " + kept.get(0) + " of " + size(verdict) + ", not the same ones. ";
    }
    List<String> counts = new ArrayList<>();
    for (int i = 0; i < kept.size(); i++) {
      counts.add("`" + pruners.get(i).name() + "` keeps " + kept.get(i));
    }
    return at + Words.cut(counts, 4) + " of " + size(verdict) + ". ";
  }

  private static int size(Verdict.WithoutLeader verdict) {
    return verdict.size();
  }
}
