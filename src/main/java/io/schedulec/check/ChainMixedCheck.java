package io.schedulec.check;

import io.schedulec.bind.BoundPruner;
import io.schedulec.bind.BoundSchedule;
import io.schedulec.bind.Structure;
import io.schedulec.channel.CoupledGroup;
import io.schedulec.channel.Member;
import io.schedulec.channel.Role;
import io.schedulec.check.chain.ChainFigures;
import io.schedulec.check.chain.Listed;
import io.schedulec.check.chain.Verdict;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Edit;
import io.schedulec.diagnostic.Figure;
import io.schedulec.diagnostic.Help;
import io.schedulec.schedule.WeightList;
import io.schedulec.source.Nearest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** SC202: one Leader list mixes layers of different channel sets. */
final class ChainMixedCheck implements ChainCheck {

  @Override
  public Optional<Diagnostic> finding(BoundSchedule schedule, Verdict verdict) {
    return verdict instanceof Verdict.Mixed mixed
        ? Optional.of(diagnose(schedule, mixed))
        : Optional.empty();
  }

  private static Diagnostic diagnose(BoundSchedule schedule, Verdict.Mixed verdict) {
    String unit = verdict.window().structure().plural();
    List<Verdict.Mixed.Part> chains = verdict.chains();
    Listed foreign = chains.get(1).listed().get(0);
    Diagnostic.Builder out =
        Diagnostic.at(DiagnosticKind.CHAIN_MIXED, ChainChecks.span(foreign), message(verdict))
            .saying(describe(chains, 1, unit));
    for (int i = 0; i < chains.size(); i++) {
      for (Listed listed : chains.get(i).listed()) {
        if (!listed.equals(foreign)) {
          boolean leader = i == 0 && listed.equals(chains.get(0).listed().get(0));
          boolean repeated = i == 0 && !leader;
          String text = (leader ? "leader: " : "") + describe(chains, i, unit);
          if (!repeated) {
            out.label(ChainChecks.span(listed), text);
          }
        }
      }
    }
    out.figure(figure(schedule, verdict));
    out.cause(cause(chains, unit));
    helps(schedule, verdict, out);
    return data(verdict, out).build();
  }

  private static String message(Verdict.Mixed verdict) {
    List<Verdict.Mixed.Part> chains = verdict.chains();
    List<String> widths = new ArrayList<>();
    for (Verdict.Mixed.Part part : chains) {
      widths.add(Integer.toString(width(part)));
    }
    String of = chains.size() == 2 ? "two chains" : chains.size() + " chains";
    boolean free = chains.stream().skip(1).allMatch(p -> layers(p, verdict).size() == 1);
    if (free) {
      of = chains.size() == 2 ? "a chain and a free layer" : "a chain and free layers";
    }
    String unit = verdict.window().structure().plural();
    boolean alike = widths.stream().distinct().count() == 1;
    String all = chains.size() == 2 ? "both " : "all ";
    return "`"
        + verdict.pruner().name()
        + "` mixes layers of "
        + of
        + ", "
        + (alike ? all + widths.get(0) : Words.cut(widths, 4))
        + " "
        + unit
        + " wide";
  }

  private static int width(Verdict.Mixed.Part part) {
    int width = 0;
    for (CoupledGroup group : part.groups()) {
      width += group.size();
    }
    return width;
  }

  private static String letter(int chain) {
    return chain < 26 ? Character.toString((char) ('A' + chain)) : Integer.toString(chain + 1);
  }

  private static String describe(List<Verdict.Mixed.Part> chains, int i, String unit) {
    return "chain " + letter(i) + ", " + width(chains.get(i)) + " " + unit;
  }

  /** All layers of the chain that a part belongs to, those that are not listed included. */
  private static List<Member> layers(Verdict.Mixed.Part part, Verdict.Mixed verdict) {
    boolean filters = verdict.window().structure() == Structure.FILTERS;
    Set<String> listed = ChainChecks.weights(part.listed());
    List<Member> layers = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (CoupledGroup group : part.groups()) {
      for (Member member : group.members()) {
        String name = member.parameter().name();
        boolean depthwise = member.depthwise() && listed.contains(name);
        boolean in = filters ? member.writer() || depthwise : member.reader();
        if (in && seen.add(name)) {
          layers.add(member);
        }
      }
    }
    return layers;
  }

  private static Figure figure(BoundSchedule schedule, Verdict.Mixed verdict) {
    List<Figure.Chains.Chain> chains = new ArrayList<>();
    List<String> separators = new ArrayList<>();
    for (int i = 0; i < verdict.chains().size(); i++) {
      Verdict.Mixed.Part part = verdict.chains().get(i);
      Set<String> listed = ChainChecks.weights(part.listed());
      List<Figure.Chains.Layer> layers = new ArrayList<>();
      for (Member member : layers(part, verdict)) {
        boolean marked = listed.contains(member.parameter().name());
        layers.add(new Figure.Chains.Layer(member.parameter().layer(), marked));
      }
      String unit = verdict.window().structure().plural();
      String tied = ChainFigures.places(part.groups().get(0));
      chains.add(new Figure.Chains.Chain("chain " + letter(i), width(part), unit, layers, tied));
      if (i > 0) {
        separators.add(separator(schedule, verdict.chains().get(i - 1), part));
      }
    }
    return new Figure.Chains(schedule.facts().graph().name(), chains, separators);
  }

  /**
   * The layers that read one chain and write into the other, or into the input of a layer that
   * does: there the channels are made anew.
   */
  private static String separator(
      BoundSchedule schedule, Verdict.Mixed.Part above, Verdict.Mixed.Part below) {
    Set<String> writers = names(below, CoupledGroup::writers);
    List<String> between = new ArrayList<>();
    for (String reader : names(above, CoupledGroup::readers)) {
      if (writers.contains(reader) || feeds(schedule, reader, writers)) {
        between.add(reader.substring(0, Math.max(0, reader.lastIndexOf('.'))));
      }
    }
    if (between.isEmpty()) {
      return "";
    }
    String make = between.size() == 1 ? " makes" : " make";
    return Words.cut(between, 3) + make + " new channels here";
  }

  private static Set<String> names(
      Verdict.Mixed.Part part, Function<CoupledGroup, List<Member>> members) {
    Set<String> names = new LinkedHashSet<>();
    for (CoupledGroup group : part.groups()) {
      members.apply(group).forEach(m -> names.add(m.parameter().name()));
    }
    return names;
  }

  /** Whether the filters of a layer are read by one of the given layers. */
  private static boolean feeds(BoundSchedule schedule, String layer, Set<String> writers) {
    for (CoupledGroup group : schedule.facts().spaces().groupsOf(layer, Role.FILTERS)) {
      for (Member reader : group.readers()) {
        if (writers.contains(reader.parameter().name())) {
          return true;
        }
      }
    }
    return false;
  }

  private static String cause(List<Verdict.Mixed.Part> chains, String unit) {
    int leader = width(chains.get(0));
    Verdict.Mixed.Part other = chains.get(1);
    String layer = other.listed().get(0).weight().parameter().layer();
    String first;
    if (width(other) == leader) {
      first = layer + " is masked by the ranking of a layer that it never meets";
    } else {
      first =
          "The leader's mask has "
              + leader
              + " entries; "
              + layer
              + " has "
              + width(other)
              + " "
              + unit
              + " to mask";
    }
    return first + ". No path of adds joins the two chains.";
  }

  private static void helps(BoundSchedule schedule, Verdict.Mixed verdict, Diagnostic.Builder out) {
    BoundPruner pruner = verdict.pruner();
    Optional<ListEdits> edits = ChainChecks.edits(schedule, pruner);
    if (edits.isEmpty()) {
      return;
    }
    Verdict.Mixed.Part most = most(verdict);
    List<Listed> foreign = new ArrayList<>();
    for (Verdict.Mixed.Part part : verdict.chains()) {
      foreign.addAll(part.equals(most) ? List.of() : part.listed());
    }
    List<String> missing = missing(most, verdict);
    if (foreign.size() == 1 && missing.size() == 1) {
      String chain = "chain " + letter(verdict.chains().indexOf(most));
      replacement(pruner, edits.get(), foreign.get(0), missing.get(0), chain).ifPresent(out::help);
    }
    Set<WeightList.Item> gone = new HashSet<>();
    foreign.forEach(f -> ChainChecks.item(pruner, f.weight()).ifPresent(gone::add));
    CoupledGroup group = most.groups().get(0);
    boolean plain = most.groups().size() == 1;
    List<Edit> kept = Completion.of(schedule, pruner, group, plain ? missing : List.of(), gone);
    String what = foreign.size() == 1 ? "the layer" : "the layers";
    out.help(
        Help.unsafe(
            "keep one chain in this list, and give " + what + " of the other another", kept));
  }

  /** The chain that most of the list belongs to; of several the one that comes first. */
  private static Verdict.Mixed.Part most(Verdict.Mixed verdict) {
    Verdict.Mixed.Part most = verdict.chains().get(0);
    for (Verdict.Mixed.Part part : verdict.chains()) {
      most = part.listed().size() > most.listed().size() ? part : most;
    }
    return most;
  }

  private static List<String> missing(Verdict.Mixed.Part part, Verdict.Mixed verdict) {
    List<String> missing = ChainChecks.weightsOf(layers(part, verdict));
    missing.removeAll(ChainChecks.weights(part.listed()));
    return missing;
  }

  private static Optional<Help> replacement(
      BoundPruner pruner, ListEdits edits, Listed foreign, String missing, String chain) {
    int distance = Nearest.distance(foreign.name(), missing);
    Optional<WeightList.Item> item = ChainChecks.item(pruner, foreign.weight());
    if (distance > 3 || item.isEmpty()) {
      return Optional.empty();
    }
    String away = distance == 1 ? "one character" : Words.small(distance) + " characters";
    String layer = missing.substring(0, Math.max(0, missing.lastIndexOf('.')));
    return Optional.of(
        Help.unsafe(
            layer + " is " + away + " away and completes " + chain,
            List.of(edits.replace(item.get(), ChainChecks.spell(pruner, missing)))));
  }

  private static Diagnostic.Builder data(Verdict.Mixed verdict, Diagnostic.Builder out) {
    List<Listed> all = new ArrayList<>();
    verdict.chains().forEach(c -> all.addAll(c.listed()));
    ChainChecks.data(out, verdict.window().structure(), all);
    List<Object> chains = new ArrayList<>();
    verdict.chains().forEach(c -> chains.add(List.copyOf(ChainChecks.weights(c.listed()))));
    List<Object> widths = new ArrayList<>();
    verdict.chains().forEach(c -> widths.add(width(c)));
    return out.data("chains", chains)
        .data("sizes", widths)
        .data("missing", missing(verdict.chains().get(0), verdict));
  }
}
