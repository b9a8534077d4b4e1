package io.schedulec.check;

import io.schedulec.bind.BoundPruner;
import io.schedulec.bind.BoundSchedule;
import io.schedulec.bind.Structure;
import io.schedulec.channel.CoupledGroup;
import io.schedulec.channel.Role;
import io.schedulec.check.chain.ChainFigures;
import io.schedulec.check.chain.Listed;
import io.schedulec.check.chain.Verdict;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Edit;
import io.schedulec.diagnostic.Help;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** SC201: some writers of a coupled channel set lose filters, others do not. */
final class ChainIncompleteCheck implements ChainCheck {

  @Override
  public Optional<Diagnostic> finding(BoundSchedule schedule, Verdict verdict) {
    boolean mine =
        verdict instanceof Verdict.Incomplete && verdict.window().structure() == Structure.FILTERS;
    return mine ? Optional.of(diagnose(schedule, (Verdict.Incomplete) verdict)) : Optional.empty();
  }

  private static Diagnostic diagnose(BoundSchedule schedule, Verdict.Incomplete verdict) {
    List<Listed> listed = verdict.listed();
    List<BoundPruner> pruners = ChainChecks.pruners(listed);
    List<String> missing = ChainChecks.weightsOf(verdict.missing());
    int given = ChainChecks.weights(listed).size();
    int all = given + missing.size() + verdict.presumed().size();
    String message =
        ChainChecks.names(pruners)
            + (pruners.size() == 1 ? " prunes " : " prune ")
            + given
            + " of "
            + all
            + " layers whose filters must go together";
    Listed first = listed.get(0);
    Diagnostic.Builder out =
        Diagnostic.at(DiagnosticKind.CHAIN_INCOMPLETE, ChainChecks.span(first), message)
            .severity(ChainChecks.severity(verdict.window()))
            .saying(firstLabel(first, verdict.size()));
    pruners.forEach(p -> ChainChecks.labelLeader(out, p));
    for (Listed other : listed.subList(1, listed.size())) {
      out.label(ChainChecks.span(other), "in the same chain");
    }
    ChainChecks.labelThinning(out, verdict.window(), ", and the model stops running");
    out.figure(ChainFigures.writers(schedule, verdict.group(), ChainChecks.weights(listed)));
    out.cause(cause(verdict, pruners.get(0), given, missing.size()));
    helps(schedule, verdict, pruners, missing, out);
    ChainChecks.data(out, Structure.FILTERS, listed);
    return out.data("missing", missing).build();
  }

  private static String firstLabel(Listed first, int size) {
    String filters = Words.count(size, "filter");
    return first.pruner().leader() ? "leader, " + filters : filters + ", in a chain";
  }

  private static String cause(
      Verdict.Incomplete verdict, BoundPruner pruner, int given, int missing) {
    String law = "An add keeps a channel only if both of its inputs keep it.";
    CoupledGroup group = verdict.group();
    boolean gated = group.joins().stream().anyMatch(CoupledGroup.Join::product);
    if (gated) {
      law = "A multiplication by a gate needs the channel on both sides.";
    }
    Set<String> listed = ChainChecks.weights(verdict.listed());
    if (group.writers().stream().noneMatch(w -> listed.contains(w.parameter().name()))) {
      law = "A depthwise layer has one filter for each channel that it is given.";
    }
    Optional<ChainChecks.Firing> firing = ChainChecks.lastFiring(pruner, verdict.window());
    Optional<Integer> left =
        firing.isPresent()
            ? ChainChecks.left(pruner, firing.get(), verdict.size())
            : Optional.empty();
    if (left.isEmpty()) {
      return law;
    }
    return law
        + " At epoch "
        + firing.get().epoch()
        + " the "
        + Words.small(given)
        + " listed "
        + (given == 1 ? "layer has " : "layers have ")
        + left.get()
        + " filters left and the other "
        + (missing == 1 ? "one still has " : Words.small(missing) + " still have ")
        + verdict.size()
        + ".";
  }

  private static void helps(
      BoundSchedule schedule,
      Verdict.Incomplete verdict,
      List<BoundPruner> pruners,
      List<String> missing,
      Diagnostic.Builder out) {
    BoundPruner pruner = pruners.get(0);
    List<Edit> edits = new ArrayList<>();
    if (pruners.size() == 1
        && LeaderEdits.possible(schedule, pruner)
        && !ChainChecks.taken(schedule, pruner, missing)) {
      edits.addAll(Completion.of(schedule, pruner, verdict.group(), missing));
      edits.addAll(edits.isEmpty() ? List.of() : LeaderEdits.addLeader(schedule, pruner));
      edits.sort((a, b) -> a.span().compareTo(b.span()));
    }
    boolean alone = ChainChecks.alone(schedule, pruner, Role.FILTERS, verdict.chain(), missing);
    if (!edits.isEmpty() && alone) {
      String leader =
          pruner.leader()
              ? "list the whole chain, leader first"
              : "list the whole" + " chain under one Leader";
      out.help(Help.unsafe(leader, edits).withEffect("prunes more"));
    } else {
      String words = "give the chain a pruner of its own, with `group_dependency: Leader` and";
      out.help(
          Help.advice(
              words + " these weights",
              ChainChecks.spell(pruner, allOf(verdict, missing)).toArray(String[]::new)));
    }
    List<String> free = freeNearby(schedule, verdict.group());
    if (!free.isEmpty()) {
      String tied = free.size() == 1 ? " is tied to nothing" : " are tied to nothing";
      String names = Words.cut(ChainChecks.spell(pruner, free), 3);
      out.help(Help.advice("or stay out of the chain: " + names + tied));
    }
  }

  private static List<String> allOf(Verdict.Incomplete verdict, List<String> missing) {
    List<String> all = new ArrayList<>(ChainChecks.weights(verdict.listed()));
    all.addAll(missing);
    return all;
  }

  /** Layers beside the chain's own whose filters are tied to no other layer. */
  private static List<String> freeNearby(BoundSchedule schedule, CoupledGroup group) {
    List<String> free = new ArrayList<>();
    for (CoupledGroup other : schedule.facts().spaces().groups()) {
      boolean single = other.prunable() && other.writers().size() == 1;
      if (single && readByChain(other, group)) {
        free.add(other.writers().get(0).parameter().name());
      }
    }
    return free;
  }

  private static boolean readByChain(CoupledGroup free, CoupledGroup chain) {
    return free.readers().stream()
        .anyMatch(
            r ->
                chain.writers().stream()
                    .anyMatch(w -> w.parameter().name().equals(r.parameter().name())));
  }
}
