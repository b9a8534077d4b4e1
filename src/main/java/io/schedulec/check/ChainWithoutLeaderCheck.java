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
            .saying(firstLabel(verdict.size(), filters));
    for (Listed other : listed.subList(1, listed.size())) {
      out.label(ChainChecks.span(other), "same chain, another ranking");
    }
    boolean undone = ChainChecks.undone(listed).isPresent();
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
    String consequence = filters ? ", and sums add strangers" : "";
    ChainChecks.labelThinning(out, verdict.window(), consequence);
    out.figure(
        filters
            ? ChainFigures.writers(schedule, verdict.group(), ChainChecks.weights(listed))
            : ChainFigures.readers(schedule, verdict.chain(), ChainChecks.weights(listed)));
    out.cause(cause(verdict, pruners.get(0), filters));
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

  private static String firstLabel(int size, boolean filters) {
    return size + (filters ? " filters" : " input channels") + " of a chain, ranked alone";
  }

  private static String cause(Verdict.WithoutLeader verdict, BoundPruner pruner, boolean filters) {
    List<String> operators = ChainFigures.operators(verdict.group());
    int layers = ChainChecks.weights(verdict.listed()).size();
    String each = kept(verdict, pruner);
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
            ? "After thinning, equal counts are added position by position although the positions"
                + " are different filters: no message, and a wrong network."
            : "A filter that is zero in one of them is not zero in the sum.");
  }

  private static String kept(Verdict.WithoutLeader verdict, BoundPruner pruner) {
    Optional<ChainChecks.Firing> firing = ChainChecks.lastFiring(pruner, verdict.window());
    int size = verdict.size();
    Optional<Integer> left =
        firing.isPresent() ? ChainChecks.left(pruner, firing.get(), size) : Optional.empty();
    return left.isPresent()
        ? "At epoch "
            + firing.get().epoch()
            + " each keeps "
            + left.get()
            + " of "
            + size
            + ", not the same ones. "
        : "";
  }
}
