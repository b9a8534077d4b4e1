package io.schedulec.check;

import io.schedulec.bind.BoundPruner;
import io.schedulec.bind.BoundSchedule;
import io.schedulec.bind.Structure;
import io.schedulec.channel.CoupledGroup;
import io.schedulec.channel.Member;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
    return "`"
        + verdict.pruner().name()
        + "` mixes layers of "
        + of
        + ", "
        + Words.cut(widths, 4)
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
      String tied = Words.cut(ChainFigures.operators(part.groups().get(0)), 4);
      chains.add(new Figure.Chains.Chain("chain " + letter(i), width(part), unit, layers, tied));
      if (i > 0) {
        separators.add(separator(verdict.chains().get(i - 1), part));
      }
    }
    return new Figure.Chains(schedule.facts().graph().name(), chains, separators);
  }

  /** The layers that read one chain and write into the other, or into a layer before it. */
  private static String separator(Verdict.Mixed.Part above, Verdict.Mixed.Part below) {
    Set<String> readers = new HashSet<>();
    above.groups().forEach(g -> g.readers().forEach(r -> readers.add(r.parameter().name())));
    List<String> between = new ArrayList<>();
    for (CoupledGroup group : below.groups()) {
      for (Member writer : group.writers()) {
        if (readers.contains(writer.parameter().name())) {
          between.add(writer.parameter().layer());
        }
      }
    }
    if (between.isEmpty()) {
      return "";
    }
    String make = between.size() == 1 ? " makes" : " make";
    return Words.cut(between, 3) + make + " new channels here";
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
    List<Listed> foreign = new ArrayList<>();
    verdict.chains().stream().skip(1).forEach(p -> foreign.addAll(p.listed()));
    Optional<ListEdits> edits = ChainChecks.edits(schedule, pruner);
    List<String> missing = missing(verdict);
    if (edits.isPresent() && foreign.size() == 1 && missing.size() == 1) {
      replacement(pruner, edits.get(), foreign.get(0), missing.get(0)).ifPresent(out::help);
    }
    if (edits.isPresent()) {
      Set<WeightList.Item> gone = new HashSet<>();
      foreign.forEach(f -> ChainChecks.item(pruner, f.weight()).ifPresent(gone::add));
      List<Edit> out2 = new ArrayList<>(edits.get().remove(gone));
      CoupledGroup group = verdict.chains().get(0).groups().get(0);
      if (verdict.chains().get(0).groups().size() == 1) {
        out2.addAll(completing(schedule, verdict, group, missing, gone));
      }
      out2.sort((a, b) -> a.span().compareTo(b.span()));
      String what = foreign.size() == 1 ? "the layer" : "the layers";
      out.help(
          Help.unsafe(
              "keep one chain in this list and give " + what + " of the other a list of their own",
              distinct(out2)));
    }
  }

  /** What completes the leader's chain, behind items that stay in the list. */
  private static List<Edit> completing(
      BoundSchedule schedule,
      Verdict.Mixed verdict,
      CoupledGroup group,
      List<String> missing,
      Set<WeightList.Item> gone) {
    List<Edit> edits = Completion.of(schedule, verdict.pruner(), group, missing);
    boolean clear =
        edits.stream().allMatch(e -> gone.stream().noneMatch(i -> i.span().contains(e.span())));
    return clear ? edits : List.of();
  }

  private static List<Edit> distinct(List<Edit> edits) {
    return edits.stream().distinct().toList();
  }

  private static List<String> missing(Verdict.Mixed verdict) {
    Verdict.Mixed.Part leader = verdict.chains().get(0);
    List<String> missing = ChainChecks.weightsOf(layers(leader, verdict));
    missing.removeAll(ChainChecks.weights(leader.listed()));
    return missing;
  }

  private static Optional<Help> replacement(
      BoundPruner pruner, ListEdits edits, Listed foreign, String missing) {
    int distance = Nearest.distance(foreign.name(), missing);
    Optional<WeightList.Item> item = ChainChecks.item(pruner, foreign.weight());
    if (distance > 3 || item.isEmpty()) {
      return Optional.empty();
    }
    String away = distance == 1 ? "one character" : Words.small(distance) + " characters";
    String layer = missing.substring(0, Math.max(0, missing.lastIndexOf('.')));
    return Optional.of(
        Help.unsafe(
            layer + " is " + away + " away and completes chain A",
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
    return out.data("chains", chains).data("sizes", widths).data("missing", missing(verdict));
  }
}
