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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** SC206: input channels of some readers of a channel set, whose other readers still use them. */
final class ReadersIncompleteCheck implements ChainCheck {

  @Override
  public Optional<Diagnostic> finding(BoundSchedule schedule, Verdict verdict) {
    boolean mine =
        verdict instanceof Verdict.Incomplete && verdict.window().structure() == Structure.CHANNELS;
    return mine ? Optional.of(diagnose(schedule, (Verdict.Incomplete) verdict)) : Optional.empty();
  }

  private static Diagnostic diagnose(BoundSchedule schedule, Verdict.Incomplete verdict) {
    List<Listed> listed = verdict.listed();
    List<BoundPruner> pruners = ChainChecks.pruners(listed);
    List<String> missing = ChainChecks.weightsOf(verdict.missing());
    int given = ChainChecks.weights(listed).size();
    String message =
        ChainChecks.names(pruners)
            + (pruners.size() == 1 ? " prunes " : " prune ")
            + "input channels of "
            + given
            + " of "
            + (given + missing.size() + verdict.presumed().size())
            + " layers that read them";
    Listed first = listed.get(0);
    Diagnostic.Builder out =
        Diagnostic.at(DiagnosticKind.READERS_INCOMPLETE, ChainChecks.span(first), message)
            .severity(ChainChecks.severity(verdict.window()))
            .saying(Words.count(verdict.size(), "input channel") + ", read by others too");
    pruners.forEach(p -> ChainChecks.labelLeader(out, p));
    for (Listed other : listed.subList(1, listed.size())) {
      out.label(ChainChecks.span(other), "reads the same channels");
    }
    ChainChecks.labelThinning(out, verdict.window(), "");
    out.figure(ChainFigures.readers(schedule, verdict.chain(), ChainChecks.weights(listed)));
    out.cause(cause(verdict));
    helps(schedule, verdict, pruners, missing, out);
    ChainChecks.data(out, Structure.CHANNELS, listed);
    return out.data("missing", missing).build();
  }

  private static String cause(Verdict.Incomplete verdict) {
    List<String> layers = ChainChecks.layers(verdict.missing());
    String still = Words.cut(layers, 4) + (layers.size() == 1 ? " still uses" : " still use");
    String first = still + " the channels that the listed layers give up";
    boolean thinned = verdict.window().thinning().isPresent();
    return thinned
        ? first
            + ", so the layers before cannot stop producing them; the trainer removes their"
            + " filters all the same, and the next forward pass stops with a size mismatch."
        : first + ", so none of them can ever be removed from the layers before.";
  }

  private static void helps(
      BoundSchedule schedule,
      Verdict.Incomplete verdict,
      List<BoundPruner> pruners,
      List<String> missing,
      Diagnostic.Builder out) {
    BoundPruner pruner = pruners.get(0);
    CoupledGroup group = verdict.group();
    boolean alone = ChainChecks.alone(schedule, pruner, Role.CHANNELS, verdict.chain(), missing);
    List<Edit> edits = new ArrayList<>();
    if (pruners.size() == 1
        && alone
        && LeaderEdits.possible(schedule, pruner)
        && !ChainChecks.taken(schedule, pruner, missing)) {
      edits.addAll(Completion.of(schedule, pruner, group, missing));
      edits.addAll(edits.isEmpty() ? List.of() : LeaderEdits.addLeader(schedule, pruner));
      edits.sort((a, b) -> a.span().compareTo(b.span()));
    }
    Set<String> readers = new LinkedHashSet<>(ChainChecks.weights(verdict.listed()));
    readers.addAll(missing);
    boolean fits = ChainChecks.alike(schedule, Role.CHANNELS, verdict.chain(), readers);
    if (!fits) {
      out.note("these layers read other channels too, so no list of a Leader fits all of them.");
    } else if (edits.isEmpty()) {
      List<String> all = new ArrayList<>(ChainChecks.weights(verdict.listed()));
      all.addAll(missing);
      out.help(
          Help.advice(
              "give all readers a pruner of their own, with `group_dependency: Leader`",
              ChainChecks.spell(pruner, all).toArray(String[]::new)));
    } else {
      out.help(Help.unsafe("list every layer that reads these channels, under one Leader", edits));
    }
    writers(pruner, verdict.chain(), fits).ifPresent(out::help);
  }

  private static Optional<Help> writers(
      BoundPruner pruner, List<CoupledGroup> chain, boolean fits) {
    List<String> writers = new ArrayList<>();
    chain.forEach(g -> writers.addAll(ChainChecks.weightsOf(g.writers())));
    if (writers.isEmpty()) {
      return Optional.empty();
    }
    String names = Words.cut(ChainChecks.spell(pruner, writers), 3);
    return Optional.of(
        Help.advice((fits ? "or " : "") + "prune the filters of what writes them: " + names));
  }
}
