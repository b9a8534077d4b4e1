package io.schedulec.check;

import io.schedulec.bind.BoundPruner;
import io.schedulec.bind.BoundSchedule;
import io.schedulec.bind.Target;
import io.schedulec.channel.ChannelSpaces;
import io.schedulec.channel.CoupledGroup;
import io.schedulec.channel.Member;
import io.schedulec.channel.Role;
import io.schedulec.check.chain.Listed;
import io.schedulec.check.chain.Verdict;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Edit;
import io.schedulec.diagnostic.Help;
import io.schedulec.graph.Parameter;
import io.schedulec.schedule.Argument;
import io.schedulec.schedule.WeightList;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** SC203: channels that no layer can stop producing, or that the target cannot take apart. */
final class ChannelsUnprunableCheck implements ChainCheck {

  @Override
  public Optional<Diagnostic> finding(BoundSchedule schedule, Verdict verdict) {
    return verdict instanceof Verdict.Unprunable unprunable
        ? Optional.of(diagnose(schedule, unprunable))
        : Optional.empty();
  }

  private static Diagnostic diagnose(BoundSchedule schedule, Verdict.Unprunable verdict) {
    Listed first = verdict.listed().get(0);
    Diagnostic.Builder out =
        Diagnostic.at(
                DiagnosticKind.CHANNELS_UNPRUNABLE,
                ChainChecks.span(first),
                ObstacleWords.message(verdict))
            .saying(primary(schedule, verdict));
    Argument type = verdict.pruner().instance().arguments().get("group_type");
    if (type != null) {
      out.label(type.span(), direction(verdict));
    }
    for (Listed other : verdict.listed().subList(1, verdict.listed().size())) {
      out.label(ChainChecks.span(other), "the same holds for this one");
    }
    if (verdict.obstacle() instanceof Verdict.Obstacle.Concatenation concat) {
      out.figure(ConcatSources.of(verdict, concat).figure(schedule));
    }
    out.cause(ObstacleWords.cause(verdict));
    helps(schedule, verdict, out);
    ChainChecks.data(out, verdict.window().structure(), verdict.listed());
    return out.data("reason", ObstacleWords.reason(verdict)).build();
  }

  private static String direction(Verdict.Unprunable verdict) {
    return ObstacleWords.filters(verdict)
        ? "removes filters, so the layers behind must lose channels"
        : "removes input channels, so the layers before must lose filters";
  }

  private static String primary(BoundSchedule schedule, Verdict.Unprunable verdict) {
    Listed first = verdict.listed().get(0);
    int all = StructureSizes.of(schedule, verdict.pruner(), first.weight());
    if (verdict.obstacle() instanceof Verdict.Obstacle.Held held
        && held.frozen().reason().equals("graph-input")) {
      return all + " channels of graph input `" + held.frozen().tensor() + "`";
    }
    String what = ObstacleWords.filters(verdict) ? " filters" : " input channels";
    Optional<Integer> gone = UnprunableCounts.removed(verdict, all);
    return all + what + (gone.isPresent() ? ", " + gone.get() + " to remove" : "");
  }

  private static void helps(
      BoundSchedule schedule, Verdict.Unprunable verdict, Diagnostic.Builder out) {
    BoundPruner pruner = verdict.pruner();
    if (verdict.obstacle() instanceof Verdict.Obstacle.Concatenation
        && !ObstacleWords.filters(verdict)) {
      byFilters(schedule, verdict).ifPresent(out::help);
    }
    Optional<Help> removal = removal(schedule, verdict);
    removal.ifPresent(out::help);
    boolean input =
        verdict.obstacle() instanceof Verdict.Obstacle.Held held
            && held.frozen().reason().equals("graph-input");
    if (input) {
      out.help(
          Help.advice((removal.isPresent() ? "or " : "") + "prune the first layer by filters"));
    }
    boolean concat = verdict.obstacle() instanceof Verdict.Obstacle.Concatenation;
    boolean limit = verdict.obstacle() instanceof Verdict.Obstacle.TrainerLimit;
    boolean blocks = ObstacleWords.reason(verdict).equals("grouped");
    if (ObstacleWords.reason(verdict).equals("masked-linear")) {
      out.help(Help.advice("let the linear layer be pruned after the thinning"));
    }
    if ((limit && !blocks) || (concat && ObstacleWords.filters(verdict))) {
      out.note("`--target plan` can do this; `--target distiller` cannot.");
    } else if (concat && schedule.target() == Target.DISTILLER) {
      int at = ((Verdict.Obstacle.Concatenation) verdict.obstacle()).groups().get(0).size();
      out.note("`--target plan` can split the list at " + at + "; `--target distiller` cannot.");
    }
    if (!concat && !limit && pruner.weights().size() == verdict.listed().size()) {
      out.note(
          "nothing else is in the list of `" + pruner.name() + "`, so the pruner itself can go.");
    }
  }

  /** The same layer pruned by filters, where its own filters are free. */
  private static Optional<Help> byFilters(BoundSchedule schedule, Verdict.Unprunable verdict) {
    Parameter parameter = verdict.listed().get(0).weight().parameter();
    List<CoupledGroup> groups = schedule.facts().spaces().groupsOf(parameter.name(), Role.FILTERS);
    Argument type = verdict.pruner().instance().arguments().get("group_type");
    boolean alone = verdict.pruner().weights().size() == 1;
    if (groups.size() != 1 || type == null || !alone || groups.get(0).writers().size() != 1) {
      return Optional.empty();
    }
    CoupledGroup group = groups.get(0);
    if (!group.prunable() || group.readers().stream().anyMatch(r -> split(schedule, r))) {
      return Optional.empty();
    }
    List<Edit> edits = new ArrayList<>();
    edits.add(new Edit(type.value().span(), "Filters"));
    verdict
        .window()
        .thinning()
        .map(t -> t.instance().arguments().get("thinning_func_str"))
        .ifPresent(a -> edits.add(new Edit(a.value().span(), "remove_filters")));
    edits.sort((a, b) -> a.span().compareTo(b.span()));
    List<String> readers = ChainChecks.layers(group.readers());
    List<String> last = new ArrayList<>();
    readers.forEach(r -> last.add(r.substring(r.lastIndexOf('.') + 1)));
    String text =
        "prune the same layer by filters: its "
            + group.size()
            + " filters feed "
            + Words.cut(last, 3)
            + " directly";
    return Optional.of(Help.unsafe(text, edits));
  }

  private static boolean split(BoundSchedule schedule, Member reader) {
    return schedule.facts().spaces().groupsOf(reader.parameter().name(), Role.CHANNELS).size() > 1;
  }

  /** Whether layers that share channels with the listed ones would stay in the list. */
  private static boolean leavesPart(BoundSchedule schedule, Verdict.Unprunable verdict) {
    Role role = ObstacleWords.filters(verdict) ? Role.FILTERS : Role.CHANNELS;
    ChannelSpaces spaces = schedule.facts().spaces();
    Set<String> gone = ChainChecks.weights(verdict.listed());
    Set<CoupledGroup> held = new HashSet<>();
    gone.forEach(name -> held.addAll(spaces.groupsOf(name, role)));
    return verdict.pruner().weights().stream()
        .anyMatch(
            w ->
                !gone.contains(w.name())
                    && spaces.groupsOf(w.name(), role).stream().anyMatch(held::contains));
  }

  private static Optional<Help> removal(BoundSchedule schedule, Verdict.Unprunable verdict) {
    BoundPruner pruner = verdict.pruner();
    Optional<ListEdits> edits = ChainChecks.edits(schedule, pruner);
    Optional<WeightList> list = pruner.instance().weights();
    Set<WeightList.Item> gone = new HashSet<>();
    verdict.listed().forEach(l -> ChainChecks.item(pruner, l.weight()).ifPresent(gone::add));
    if (edits.isEmpty()
        || list.isEmpty()
        || gone.size() >= list.get().items().size()
        || leavesPart(schedule, verdict)) {
      return Optional.empty();
    }
    String what = gone.size() == 1 ? "it" : "them";
    return Optional.of(Help.unsafe("take " + what + " out of `weights`", edits.get().remove(gone)));
  }
}
