package io.schedulec.check;

import io.schedulec.bind.BoundPolicy;
import io.schedulec.bind.BoundPruner;
import io.schedulec.bind.BoundSchedule;
import io.schedulec.bind.BoundWeight;
import io.schedulec.bind.Structure;
import io.schedulec.channel.Role;
import io.schedulec.check.chain.Listed;
import io.schedulec.check.chain.Verdict;
import io.schedulec.diagnostic.Edit;
import io.schedulec.diagnostic.Edits;
import io.schedulec.diagnostic.Help;
import io.schedulec.schedule.Instance;
import io.schedulec.schedule.Policy;
import io.schedulec.schedule.WeightList;
import io.schedulec.source.SourceFile;
import io.schedulec.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What to write when a whole chain is listed without one Leader: Leader over a list that holds
 * nothing else, a pruner of its own for the layers that do not belong, or one list for a chain that
 * is split over several.
 */
final class LeaderSplit {
  private LeaderSplit() {}

  static List<Help> helps(
      BoundSchedule schedule, Verdict.WithoutLeader verdict, List<BoundPruner> pruners) {
    Set<String> chain = ChainChecks.weights(verdict.listed());
    Role role = verdict.window().structure() == Structure.FILTERS ? Role.FILTERS : Role.CHANNELS;
    if (!ChainChecks.alike(schedule, role, verdict.chain(), chain)) {
      return List.of(
          Help.advice(
              "no Leader fits layers that share only a part of their channels; prune the filters"
                  + " of the layers before instead"));
    }
    Optional<BoundPruner> leader = ChainChecks.undone(verdict.listed());
    if (leader.isPresent()) {
      return List.of(Help.advice("leave the whole chain to `" + leader.get().name() + "`"));
    }
    if (pruners.size() > 1) {
      return List.of(gathered(schedule, verdict, pruners));
    }
    BoundPruner pruner = pruners.get(0);
    List<BoundWeight> others = new ArrayList<>();
    for (BoundWeight weight : pruner.weights()) {
      if (!chain.contains(weight.name())) {
        others.add(weight);
      }
    }
    if (others.isEmpty()) {
      List<Edit> edits = LeaderEdits.addLeader(schedule, pruner);
      return edits.isEmpty() || !LeaderEdits.possible(schedule, pruner)
          ? List.of(Help.advice("add `group_dependency: Leader` to `" + pruner.name() + "`"))
          : List.of(Help.unsafe("let the first layer rank for all of them", edits));
    }
    return List.of(split(schedule, pruner, chain, others));
  }

  // One pruner whose list holds other layers too.

  private static Help split(
      BoundSchedule schedule, BoundPruner pruner, Set<String> chain, List<BoundWeight> others) {
    String text =
        "give the chain a Leader, and move the "
            + Words.count(others.size(), "other layer")
            + " to a pruner of "
            + (others.size() == 1 ? "its" : "their")
            + " own";
    Optional<List<Edit>> edits = splitEdits(schedule, pruner, others);
    if (edits.isPresent()) {
      return Help.unsafe(text, edits.get());
    }
    List<String> lines = new ArrayList<>();
    lines.add("chain, with group_dependency: Leader:");
    for (String name : chain) {
      lines.add("  " + ChainChecks.spell(pruner, name));
    }
    lines.add("the others, in a second pruner without it:");
    others.forEach(o -> lines.add("  " + o.written().value()));
    return Help.advice(text, lines.toArray(String[]::new));
  }

  private static Optional<List<Edit>> splitEdits(
      BoundSchedule schedule, BoundPruner pruner, List<BoundWeight> others) {
    Optional<ListEdits> list = ChainChecks.edits(schedule, pruner);
    Optional<WeightList> weights = pruner.instance().weights();
    List<Edit> leader = LeaderEdits.addLeader(schedule, pruner);
    boolean blocks =
        LeaderEdits.possible(schedule, pruner)
            && Blocks.whole(schedule.source(), pruner.instance().span())
            && !schedule.source().text(pruner.instance().span()).contains("&")
            && pruner.policies().stream().allMatch(p -> Blocks.whole(schedule.source(), p.span()));
    if (list.isEmpty() || weights.isEmpty() || leader.isEmpty() || !blocks) {
      return Optional.empty();
    }
    Set<WeightList.Item> moved = new LinkedHashSet<>();
    others.forEach(o -> ChainChecks.item(pruner, o).ifPresent(moved::add));
    Set<WeightList.Item> stay = new HashSet<>(weights.get().items());
    stay.removeAll(moved);
    String name = freshName(schedule, pruner.name());
    List<Edit> edits = new ArrayList<>(leader);
    edits.addAll(list.get().remove(moved));
    edits.add(secondInstance(schedule.source(), pruner.instance(), list.get(), stay, name));
    for (BoundPolicy policy : pruner.policies()) {
      edits.add(secondPolicy(schedule.source(), policy, pruner.name(), name));
    }
    edits.sort((a, b) -> a.span().compareTo(b.span()));
    return Optional.of(edits);
  }

  private static String freshName(BoundSchedule schedule, String name) {
    Set<String> taken = new HashSet<>();
    schedule.schedule().instances().forEach(i -> taken.add(i.name().value()));
    String fresh = name + "_free";
    for (int i = 2; taken.contains(fresh); i++) {
      fresh = name + "_free" + i;
    }
    return fresh;
  }

  /** The same instance once more, under another name and without the items that stay. */
  private static Edit secondInstance(
      SourceFile source,
      Instance instance,
      ListEdits list,
      Set<WeightList.Item> stay,
      String name) {
    List<Edit> changes = new ArrayList<>();
    changes.add(new Edit(instance.name().span(), name));
    changes.addAll(list.remove(stay));
    return Blocks.copyBehind(source, instance.span(), changes);
  }

  private static Edit secondPolicy(SourceFile source, BoundPolicy policy, String old, String name) {
    Span reference = policy.referenceSpan();
    int at = source.text(reference).lastIndexOf(old);
    Span span = Span.at(reference.start() + at, old.length());
    return Blocks.copyBehind(source, policy.span(), List.of(new Edit(span, name)));
  }

  // Several pruners.

  private static Help gathered(
      BoundSchedule schedule, Verdict.WithoutLeader verdict, List<BoundPruner> pruners) {
    String text = "list the whole chain in one pruner, under one Leader";
    Optional<List<Edit>> edits = gatheredEdits(schedule, verdict, pruners);
    if (edits.isPresent()) {
      return Help.unsafe(text, edits.get());
    }
    List<String> lines = new ArrayList<>();
    lines.add("group_dependency: Leader");
    lines.add("weights:");
    for (String name : ChainChecks.weights(verdict.listed())) {
      lines.add("  - " + ChainChecks.spell(pruners.get(0), name));
    }
    return Help.advice(text, lines.toArray(String[]::new));
  }

  private static Optional<List<Edit>> gatheredEdits(
      BoundSchedule schedule, Verdict.WithoutLeader verdict, List<BoundPruner> pruners) {
    BoundPruner home = pruners.get(0);
    Set<String> chain = ChainChecks.weights(verdict.listed());
    boolean pure = home.weights().stream().allMatch(w -> chain.contains(w.name()));
    if (!pure
        || ChainChecks.edits(schedule, home).isEmpty()
        || !LeaderEdits.possible(schedule, home)) {
      return Optional.empty();
    }
    List<Edit> edits = new ArrayList<>(LeaderEdits.addLeader(schedule, home));
    List<String> missing = new ArrayList<>(chain);
    home.weights().forEach(w -> missing.remove(w.name()));
    edits.addAll(Completion.of(schedule, home, verdict.group(), missing));
    for (BoundPruner other : pruners.subList(1, pruners.size())) {
      Optional<List<Edit>> taken = taken(schedule, other, verdict.listed());
      if (taken.isEmpty()) {
        return Optional.empty();
      }
      edits.addAll(taken.get());
    }
    edits.sort((a, b) -> a.span().compareTo(b.span()));
    return Edits.applicable(schedule.source().text().length(), edits)
        ? Optional.of(edits)
        : Optional.empty();
  }

  private static Optional<List<Edit>> taken(
      BoundSchedule schedule, BoundPruner other, List<Listed> listed) {
    Set<WeightList.Item> gone = new HashSet<>();
    for (Listed one : listed) {
      if (one.pruner().name().equals(other.name())) {
        ChainChecks.item(other, one.weight()).ifPresent(gone::add);
      }
    }
    Optional<ListEdits> edits = ChainChecks.edits(schedule, other);
    boolean some = gone.size() < other.instance().weights().map(w -> w.items().size()).orElse(0);
    if (!some) {
      return dropped(schedule, other);
    }
    return edits.isPresent() ? Optional.of(edits.get().remove(gone)) : Optional.empty();
  }

  /** Without a pruner of which nothing is left, and without its policies. */
  private static Optional<List<Edit>> dropped(BoundSchedule schedule, BoundPruner pruner) {
    List<Span> spans = new ArrayList<>(List.of(pruner.instance().span()));
    for (Policy policy : schedule.schedule().policies()) {
      if (policy.target().filter(t -> t.name().equals(pruner.instance().name())).isPresent()) {
        spans.add(policy.span());
      }
    }
    List<Edit> edits = new ArrayList<>();
    for (Span span : spans) {
      if (!Blocks.removable(schedule.source(), span)) {
        return Optional.empty();
      }
      edits.add(Blocks.remove(schedule.source(), span));
    }
    return Optional.of(edits);
  }
}
