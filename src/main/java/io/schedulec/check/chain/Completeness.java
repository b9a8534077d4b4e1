package io.schedulec.check.chain;

import io.schedulec.bind.BoundPolicy;
import io.schedulec.bind.BoundPruner;
import io.schedulec.bind.BoundSchedule;
import io.schedulec.bind.BoundWeight;
import io.schedulec.bind.Structure;
import io.schedulec.channel.CoupledGroup;
import io.schedulec.channel.Member;
import io.schedulec.channel.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Judges whether the chains of a window are listed as a whole, and under one Leader. */
final class Completeness {
  private final BoundSchedule schedule;
  private final Followers followers;
  private final Presumed presumed;

  Completeness(BoundSchedule schedule) {
    this.schedule = schedule;
    this.followers = new Followers(schedule);
    this.presumed = new Presumed(schedule);
  }

  /**
   * The verdicts on a window's chains.
   *
   * @param held groups of which something else is said
   * @param mixing pruners whose list mixes chains; of that list nothing more is said
   */
  List<Verdict> judge(Window window, Set<CoupledGroup> held, Set<BoundPruner> mixing) {
    List<Verdict> verdicts = new ArrayList<>();
    for (Chain chain : chains(window, held)) {
      List<Listed> listed = new ArrayList<>(chain.listed());
      listed.removeIf(l -> mixing.contains(l.pruner()));
      boolean fresh =
          window.thinning().isPresent() || listed.stream().anyMatch(l -> !window.known(l.pruner()));
      if (!listed.isEmpty() && fresh) {
        judge(window, chain, listed, verdicts);
      }
    }
    return verdicts;
  }

  /** The listed layers that a verdict on a chain is about. */
  static List<Listed> listed(Verdict verdict) {
    if (verdict instanceof Verdict.Incomplete incomplete) {
      return incomplete.listed();
    }
    return verdict instanceof Verdict.WithoutLeader without
        ? without.listed()
        : ((Verdict.GateFollows) verdict).listed();
  }

  /** Groups that share listed layers, and those layers. */
  private record Chain(List<CoupledGroup> groups, List<Listed> listed) {
    Set<String> names() {
      Set<String> names = new LinkedHashSet<>();
      listed.forEach(l -> names.add(l.name()));
      return names;
    }
  }

  // Chains.

  private List<Chain> chains(Window window, Set<CoupledGroup> held) {
    List<Chain> chains = new ArrayList<>();
    for (BoundPruner pruner : window.pruners()) {
      for (BoundWeight weight : pruner.weights()) {
        List<CoupledGroup> groups = groups(window, weight);
        if (!groups.isEmpty() && groups.stream().noneMatch(held::contains)) {
          join(chains, groups, new Listed(pruner, weight));
        }
      }
    }
    return chains.stream().map(chain -> widestFirst(window, chain)).toList();
  }

  private List<CoupledGroup> groups(Window window, BoundWeight weight) {
    return schedule.facts().spaces().groupsOf(weight.name(), role(window));
  }

  private static Role role(Window window) {
    return window.structure() == Structure.FILTERS ? Role.FILTERS : Role.CHANNELS;
  }

  private static void join(List<Chain> chains, List<CoupledGroup> groups, Listed listed) {
    Chain joined = new Chain(new ArrayList<>(groups), new ArrayList<>());
    int at = chains.size();
    for (int i = chains.size() - 1; i >= 0; i--) {
      if (chains.get(i).groups().stream().anyMatch(groups::contains)) {
        Chain met = chains.remove(i);
        met.groups().stream().filter(g -> !groups.contains(g)).forEach(joined.groups()::add);
        joined.listed().addAll(0, met.listed());
        at = i;
      }
    }
    joined.listed().add(listed);
    chains.add(at, joined);
  }

  private static Chain widestFirst(Window window, Chain chain) {
    List<CoupledGroup> groups = new ArrayList<>(chain.groups());
    Set<String> names = chain.names();
    groups.sort(
        Comparator.comparing((CoupledGroup g) -> -required(window, g, names).size())
            .thenComparing(CoupledGroup::id));
    return new Chain(groups, chain.listed());
  }

  // Verdicts.

  private void judge(Window window, Chain chain, List<Listed> listed, List<Verdict> out) {
    Set<String> names = chain.names();
    List<Member> missing = missing(window, chain, names);
    List<CoupledGroup.Join> following = followers.of(window, chain.groups().get(0), names, missing);
    missing.removeIf(m -> following.stream().anyMatch(f -> same(f.writer(), m)));
    missing.removeAll(laterGates(window, chain, missing));
    Set<String> excused = presumed.among(missing, window, listed);
    missing.removeIf(m -> excused.contains(m.parameter().name()));
    chain.listed().forEach(l -> excused.add(l.name()));
    listed.forEach(l -> excused.remove(l.name()));
    if (!missing.isEmpty()) {
      out.add(
          new Verdict.Incomplete(
              window, chain.groups(), listed, List.copyOf(missing), Set.copyOf(excused)));
    } else if (excused.isEmpty()) {
      whole(window, chain, following, out);
    }
  }

  /** Gates that need not be listed once the layers that they multiply are. */
  private List<Member> laterGates(Window window, Chain chain, List<Member> missing) {
    CoupledGroup group = chain.groups().get(0);
    List<Member> gates = new ArrayList<>(missing);
    gates.removeIf(m -> group.joins().stream().noneMatch(j -> j.product() && same(j.writer(), m)));
    Set<String> others = chain.names();
    missing.stream().filter(m -> !gates.contains(m)).forEach(m -> others.add(m.parameter().name()));
    List<CoupledGroup.Join> joins = followers.of(window, group, others, gates);
    gates.removeIf(g -> joins.stream().noneMatch(j -> same(j.writer(), g)));
    return gates;
  }

  private void whole(
      Window window, Chain chain, List<CoupledGroup.Join> following, List<Verdict> out) {
    Set<String> names = chain.names();
    if (!following.isEmpty()) {
      boolean constant = followers.constant(names, following);
      CoupledGroup group = chain.groups().get(0);
      out.add(new Verdict.GateFollows(window, group, chain.listed(), following, constant));
    }
    if (names.size() > 1 && !oneLeader(window, chain.listed(), names)) {
      out.add(new Verdict.WithoutLeader(window, chain.groups(), chain.listed()));
    }
  }

  private static List<Member> missing(Window window, Chain chain, Set<String> names) {
    List<Member> missing = new ArrayList<>();
    Set<String> seen = new HashSet<>(names);
    for (CoupledGroup group : chain.groups()) {
      for (Member member : required(window, group, names)) {
        if (seen.add(member.parameter().name())) {
          missing.add(member);
        }
      }
    }
    return missing;
  }

  private static boolean same(Member one, Member other) {
    return one.parameter().name().equals(other.parameter().name());
  }

  /** The writers, with depthwise convolutions only where they are listed; or the readers. */
  private static List<Member> required(Window window, CoupledGroup group, Set<String> names) {
    List<Member> required = new ArrayList<>();
    for (Member member : group.members()) {
      boolean listedDepthwise = member.depthwise() && names.contains(member.parameter().name());
      boolean writes = member.writer() || (member.role() == Role.FILTERS && listedDepthwise);
      if (window.structure() == Structure.FILTERS ? writes : member.reader()) {
        required.add(member);
      }
    }
    return required;
  }

  // Leaders.

  /** Whether the last masks of all layers are those of one Leader list. */
  private static boolean oneLeader(Window window, List<Listed> listed, Set<String> names) {
    Map<BoundPruner, Set<String>> lists = new LinkedHashMap<>();
    for (Listed one : listed) {
      lists.computeIfAbsent(one.pruner(), p -> new HashSet<>()).add(one.name());
    }
    for (Map.Entry<BoundPruner, Set<String>> list : lists.entrySet()) {
      BoundPruner pruner = list.getKey();
      boolean undone =
          lists.keySet().stream().anyMatch(p -> window.later(p, pruner) && !clash(p, pruner));
      if (pruner.leader() && list.getValue().equals(names) && !undone) {
        return true;
      }
    }
    return false;
  }

  /** Whether two pruners fire in one epoch, of which another finding speaks. */
  private static boolean clash(BoundPruner one, BoundPruner other) {
    for (BoundPolicy policy : one.policies()) {
      for (BoundPolicy another : other.policies()) {
        if (!policy.firings().common(another.firings()).isEmpty()) {
          return true;
        }
      }
    }
    return false;
  }
}
