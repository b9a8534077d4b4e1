package io.schedulec.check;

import io.schedulec.bind.BoundPruner;
import io.schedulec.bind.BoundSchedule;
import io.schedulec.bind.Rates;
import io.schedulec.bind.Structure;
import io.schedulec.bind.Target;
import io.schedulec.channel.CoupledGroup;
import io.schedulec.channel.Frozen;
import io.schedulec.channel.Member;
import io.schedulec.check.chain.Listed;
import io.schedulec.check.chain.Verdict;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Edit;
import io.schedulec.diagnostic.Figure;
import io.schedulec.diagnostic.Help;
import io.schedulec.graph.Parameter;
import io.schedulec.rate.StructureCount;
import io.schedulec.schedule.Argument;
import io.schedulec.schedule.WeightList;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
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
        Diagnostic.at(DiagnosticKind.CHANNELS_UNPRUNABLE, ChainChecks.span(first), message(verdict))
            .saying(primary(schedule, verdict));
    Argument type = verdict.pruner().instance().arguments().get("group_type");
    if (type != null) {
      out.label(type.span(), direction(verdict));
    }
    for (Listed other : verdict.listed().subList(1, verdict.listed().size())) {
      out.label(ChainChecks.span(other), "the same holds for this one");
    }
    if (verdict.obstacle() instanceof Verdict.Obstacle.Concatenation concat) {
      out.figure(sources(schedule, verdict, concat));
    }
    out.cause(cause(verdict));
    helps(schedule, verdict, out);
    ChainChecks.data(out, verdict.window().structure(), verdict.listed());
    return out.data("reason", reason(verdict)).build();
  }

  private static boolean filters(Verdict.Unprunable verdict) {
    return verdict.window().structure() == Structure.FILTERS;
  }

  private static String direction(Verdict.Unprunable verdict) {
    return filters(verdict)
        ? "removes filters, so the layers behind must lose channels"
        : "removes input channels, so the layers before must lose filters";
  }

  private static String message(Verdict.Unprunable verdict) {
    String layer = verdict.listed().get(0).weight().parameter().layer();
    int more = verdict.listed().size() - 1;
    String what =
        (filters(verdict) ? "filters" : "input channels")
            + " of `"
            + layer
            + "`"
            + (more > 0 ? " and " + more + " more" : "");
    Verdict.Obstacle obstacle = verdict.obstacle();
    if (obstacle instanceof Verdict.Obstacle.Held held) {
      return what + " " + held(held.frozen());
    }
    if (obstacle instanceof Verdict.Obstacle.Concatenation) {
      return what + (filters(verdict) ? " go into a concat" : " come out of a concat");
    }
    if (obstacle instanceof Verdict.Obstacle.Uneven) {
      return what + " meet layers of other widths behind a concat";
    }
    return what + " are single columns behind a flatten";
  }

  private static String held(Frozen frozen) {
    return switch (frozen.reason()) {
      case "graph-input" -> "are the model's input";
      case "graph-output" -> "are the model's output";
      case "unknown-op" -> "meet an operator that is not known";
      case "reduced" -> "are reduced to one value";
      case "unknown-shape" -> "depend on a shape that is not known";
      default -> "are fixed by the graph";
    };
  }

  private static String reason(Verdict.Unprunable verdict) {
    Verdict.Obstacle obstacle = verdict.obstacle();
    if (obstacle instanceof Verdict.Obstacle.Held held) {
      return held.frozen().reason();
    }
    if (obstacle instanceof Verdict.Obstacle.Concatenation) {
      return "concatenation";
    }
    return obstacle instanceof Verdict.Obstacle.Uneven ? "uneven" : "flattened-columns";
  }

  private static String primary(BoundSchedule schedule, Verdict.Unprunable verdict) {
    Listed first = verdict.listed().get(0);
    Parameter parameter = first.weight().parameter();
    int all = size(schedule, verdict, parameter);
    if (verdict.obstacle() instanceof Verdict.Obstacle.Held held
        && held.frozen().reason().equals("graph-input")) {
      return all + " channels of graph input `" + held.frozen().tensor() + "`";
    }
    String what = filters(verdict) ? " filters" : " input channels";
    Optional<Integer> gone = removed(verdict, all);
    return all + what + (gone.isPresent() ? ", " + gone.get() + " to remove" : "");
  }

  private static int size(BoundSchedule schedule, Verdict.Unprunable verdict, Parameter parameter) {
    int size = 0;
    var role =
        filters(verdict) ? io.schedulec.channel.Role.FILTERS : io.schedulec.channel.Role.CHANNELS;
    for (CoupledGroup group : schedule.facts().spaces().groupsOf(parameter.name(), role)) {
      size += group.size();
    }
    return size;
  }

  private static Optional<Integer> removed(Verdict.Unprunable verdict, int size) {
    Optional<ChainChecks.Firing> last = ChainChecks.lastFiring(verdict.pruner(), verdict.window());
    if (last.isEmpty()) {
      return Optional.empty();
    }
    OptionalDouble rate =
        Rates.target(verdict.pruner().instance(), last.get().policy(), last.get().epoch());
    return rate.isPresent()
        ? Optional.of(StructureCount.removed(rate.getAsDouble(), size))
        : Optional.empty();
  }

  // The concatenation, drawn from the reader.

  private static Figure sources(
      BoundSchedule schedule, Verdict.Unprunable verdict, Verdict.Obstacle.Concatenation concat) {
    Parameter reader = reader(verdict, concat);
    List<Figure.Sources.Source> sources = new ArrayList<>();
    int size = 0;
    for (CoupledGroup group : concat.groups()) {
      Optional<Member> member = member(group, reader);
      if (member.isPresent()) {
        sources.add(source(group, member.get()));
        size += group.size();
      }
    }
    sources.sort((a, b) -> Integer.compare(a.from(), b.from()));
    String walking =
        filters(verdict)
            ? ", walking back from a layer that reads them"
            : ", walking back from the pruned channels";
    return new Figure.Sources(
        schedule.facts().graph().name() + walking,
        reader.layer(),
        size,
        ConcatNames.before(schedule.facts().graph(), reader),
        sources);
  }

  private static Parameter reader(
      Verdict.Unprunable verdict, Verdict.Obstacle.Concatenation concat) {
    if (!filters(verdict)) {
      return verdict.listed().get(0).weight().parameter();
    }
    for (Member member : concat.groups().get(0).readers()) {
      boolean inAll =
          concat.groups().stream().allMatch(g -> member(g, member.parameter()).isPresent());
      if (inAll) {
        return member.parameter();
      }
    }
    return concat.groups().get(0).readers().get(0).parameter();
  }

  private static Optional<Member> member(CoupledGroup group, Parameter parameter) {
    for (Member member : group.readers()) {
      if (member.parameter().name().equals(parameter.name())) {
        return Optional.of(member);
      }
    }
    return Optional.empty();
  }

  private static Figure.Sources.Source source(CoupledGroup group, Member reader) {
    List<Integer> first = reader.indices().of(0);
    List<Integer> last = reader.indices().of(group.size() - 1);
    List<Member> writers = group.writers();
    String layer = writers.isEmpty() ? "the model's input" : writers.get(0).parameter().layer();
    return new Figure.Sources.Source(first.get(0), last.get(last.size() - 1), layer, group.size());
  }

  // Cause and help.

  private static String cause(Verdict.Unprunable verdict) {
    Verdict.Obstacle obstacle = verdict.obstacle();
    if (obstacle instanceof Verdict.Obstacle.Held held) {
      return heldCause(held.frozen(), verdict);
    }
    if (obstacle instanceof Verdict.Obstacle.Concatenation concat) {
      return concatCause(verdict, concat);
    }
    if (obstacle instanceof Verdict.Obstacle.Uneven uneven) {
      return unevenCause(uneven);
    }
    int columns = ((Verdict.Obstacle.FlattenedColumns) obstacle).columns();
    return "Each channel owns "
        + columns
        + " columns here, one for each position of its map. Columns are ranked one by one, so "
        + "hardly ever all "
        + columns
        + " of a channel go, and the layers before can lose no filter.";
  }

  private static String heldCause(Frozen frozen, Verdict.Unprunable verdict) {
    if (frozen.reason().equals("graph-input")) {
      return "No layer produces them, so none can stop producing them.";
    }
    if (frozen.reason().equals("graph-output")) {
      return "Whoever calls the model expects all of them: a smaller output means other classes.";
    }
    String text = frozen.explanation();
    String sentence =
        text.isEmpty() ? "" : Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
    int size = verdict.group().size();
    return sentence + " All " + size + " channels have to stay.";
  }

  private static String concatCause(
      Verdict.Unprunable verdict, Verdict.Obstacle.Concatenation concat) {
    List<CoupledGroup> groups = concat.groups();
    Parameter reader = reader(verdict, concat);
    List<Figure.Sources.Source> sources = new ArrayList<>();
    int all = 0;
    for (CoupledGroup group : groups) {
      Optional<Member> member = member(group, reader);
      if (member.isPresent()) {
        sources.add(source(group, member.get()));
        all += group.size();
      }
    }
    sources.sort((a, b) -> Integer.compare(a.from(), b.from()));
    if (filters(verdict)) {
      Figure.Sources.Source own = sources.get(0);
      return "The thinner hands the list of kept filters to "
          + reader.layer()
          + " as if it read this layer alone, although it reads "
          + all
          + " channels of "
          + sources.size()
          + " layers and these are "
          + own.from()
          + " to "
          + own.to()
          + " of some.";
    }
    Figure.Sources.Source second = sources.get(Math.min(1, sources.size() - 1));
    int channel = second.from() + Math.min(6, second.size() - 1);
    int kept = all - removed(verdict, all).orElse(0);
    String name = second.layer().substring(second.layer().lastIndexOf('.') + 1);
    return "Channel "
        + channel
        + " is filter "
        + (channel - second.from())
        + " of "
        + name
        + ", yet the thinner hands the same list of "
        + kept
        + " kept channels (numbered 0.."
        + (all - 1)
        + ") to "
        + (sources.size() == 2 ? "both" : "all " + sources.size())
        + " producers, and "
        + (sources.size() == 2 ? "neither" : "none")
        + " can follow it.";
  }

  private static String unevenCause(Verdict.Obstacle.Uneven uneven) {
    List<String> widths = new ArrayList<>();
    uneven.groups().forEach(g -> widths.add(Integer.toString(g.size())));
    int all = uneven.groups().stream().mapToInt(CoupledGroup::size).sum();
    return uneven.wide().parameter().layer()
        + " has "
        + all
        + " filters, which meet layers of "
        + Words.list(widths)
        + " filters; one mask of a leader fits only layers of one width.";
  }

  private static void helps(
      BoundSchedule schedule, Verdict.Unprunable verdict, Diagnostic.Builder out) {
    BoundPruner pruner = verdict.pruner();
    if (verdict.obstacle() instanceof Verdict.Obstacle.Concatenation && !filters(verdict)) {
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
    if (concat && schedule.target() == Target.DISTILLER) {
      int at = ((Verdict.Obstacle.Concatenation) verdict.obstacle()).groups().get(0).size();
      out.note("`--target plan` can split the list at " + at + "; `--target distiller` cannot.");
    }
    if (!concat && pruner.weights().size() == verdict.listed().size()) {
      out.note("no other weight is left in the list of `" + pruner.name() + "`.");
    }
  }

  /** The same layer pruned by filters, where its own filters are free. */
  private static Optional<Help> byFilters(BoundSchedule schedule, Verdict.Unprunable verdict) {
    Parameter parameter = verdict.listed().get(0).weight().parameter();
    List<CoupledGroup> groups =
        schedule.facts().spaces().groupsOf(parameter.name(), io.schedulec.channel.Role.FILTERS);
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
    return schedule
            .facts()
            .spaces()
            .groupsOf(reader.parameter().name(), io.schedulec.channel.Role.CHANNELS)
            .size()
        > 1;
  }

  private static Optional<Help> removal(BoundSchedule schedule, Verdict.Unprunable verdict) {
    BoundPruner pruner = verdict.pruner();
    Optional<ListEdits> edits = ChainChecks.edits(schedule, pruner);
    Optional<WeightList> list = pruner.instance().weights();
    Set<WeightList.Item> gone = new HashSet<>();
    verdict.listed().forEach(l -> ChainChecks.item(pruner, l.weight()).ifPresent(gone::add));
    if (edits.isEmpty() || list.isEmpty() || gone.size() >= list.get().items().size()) {
      return Optional.empty();
    }
    String what = gone.size() == 1 ? "it" : "them";
    return Optional.of(Help.unsafe("take " + what + " out of `weights`", edits.get().remove(gone)));
  }
}
