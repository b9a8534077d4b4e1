package io.schedulec.check.chain;

import io.schedulec.bind.BoundPruner;
import io.schedulec.bind.BoundSchedule;
import io.schedulec.bind.BoundWeight;
import io.schedulec.bind.Structure;
import io.schedulec.bind.Target;
import io.schedulec.channel.CoupledGroup;
import io.schedulec.channel.Frozen;
import io.schedulec.channel.Member;
import io.schedulec.channel.Role;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Judges every chain of a schedule, in every window, in both directions. */
public final class ChainJudge {
  private final BoundSchedule schedule;
  private final Gates gates;
  private final List<Verdict> verdicts = new ArrayList<>();
  private final Set<List<Object>> said = new HashSet<>();

  private ChainJudge(BoundSchedule schedule) {
    this.schedule = schedule;
    this.gates = new Gates(schedule.facts().graph());
  }

  /** Every verdict, in order of time and then of the file. */
  public static List<Verdict> judge(BoundSchedule schedule) {
    ChainJudge judge = new ChainJudge(schedule);
    for (Structure structure : List.of(Structure.FILTERS, Structure.CHANNELS)) {
      for (Window window : Window.of(schedule, structure)) {
        judge.judge(window);
      }
    }
    return List.copyOf(judge.verdicts);
  }

  private void judge(Window window) {
    Set<CoupledGroup> settled = new HashSet<>();
    for (BoundPruner pruner : window.pruners()) {
      unprunable(window, pruner, settled);
    }
    for (BoundPruner pruner : window.pruners()) {
      if (pruner.leader()) {
        mixed(window, pruner, settled);
      }
    }
    listed(window)
        .forEach(
            (group, listed) -> {
              if (!settled.contains(group)) {
                complete(window, group, listed);
              }
            });
  }

  private static Role role(Window window) {
    return window.structure() == Structure.FILTERS ? Role.FILTERS : Role.CHANNELS;
  }

  private List<CoupledGroup> groups(Window window, BoundWeight weight) {
    return schedule.facts().spaces().groupsOf(weight.name(), role(window));
  }

  // What cannot go at all.

  private void unprunable(Window window, BoundPruner pruner, Set<CoupledGroup> settled) {
    Map<Object, Held> byCause = new LinkedHashMap<>();
    for (BoundWeight weight : pruner.weights()) {
      List<CoupledGroup> groups = groups(window, weight);
      Optional<Verdict.Obstacle> obstacle = obstacle(window, weight, groups);
      if (obstacle.isPresent()) {
        settled.addAll(groups);
        settleUneven(obstacle.get(), settled);
        byCause
            .computeIfAbsent(
                key(obstacle.get(), weight),
                k -> new Held(obstacle.get(), held(groups), new ArrayList<>()))
            .listed()
            .add(new Listed(pruner, weight));
      }
    }
    for (Held held : byCause.values()) {
      List<Listed> listed = List.copyOf(held.listed());
      say(new Verdict.Unprunable(window, pruner, listed, held.group(), held.obstacle()), listed);
    }
  }

  /** Layers that one thing holds in place. */
  private record Held(Verdict.Obstacle obstacle, CoupledGroup group, List<Listed> listed) {}

  private static void settleUneven(Verdict.Obstacle obstacle, Set<CoupledGroup> settled) {
    if (obstacle instanceof Verdict.Obstacle.Uneven uneven) {
      settled.addAll(uneven.groups());
    }
  }

  private static CoupledGroup held(List<CoupledGroup> groups) {
    for (CoupledGroup group : groups) {
      if (!group.prunable()) {
        return group;
      }
    }
    return groups.get(0);
  }

  /** Layers held by the same thing share one finding; concatenations are told apart by layer. */
  private static Object key(Verdict.Obstacle obstacle, BoundWeight weight) {
    if (obstacle instanceof Verdict.Obstacle.Held held) {
      return List.of(held.frozen().reason(), held.frozen().node(), held.frozen().tensor());
    }
    return obstacle instanceof Verdict.Obstacle.Uneven uneven ? uneven.groups() : weight.name();
  }

  private Optional<Verdict.Obstacle> obstacle(
      Window window, BoundWeight weight, List<CoupledGroup> groups) {
    for (CoupledGroup group : groups) {
      if (!group.prunable()) {
        Frozen frozen = group.frozen().get(0);
        return Optional.of(new Verdict.Obstacle.Held(frozen));
      }
    }
    Optional<Verdict.Obstacle> uneven = uneven(window, groups);
    if (uneven.isPresent()) {
      return uneven;
    }
    if (window.structure() == Structure.CHANNELS && window.thinning().isPresent()) {
      int columns = columns(weight, groups);
      if (columns > 1) {
        return Optional.of(new Verdict.Obstacle.FlattenedColumns(columns));
      }
    }
    return schedule.target() == Target.DISTILLER ? concatenation(window, groups) : none();
  }

  private static Optional<Verdict.Obstacle> none() {
    return Optional.empty();
  }

  /** A layer whose filters belong to several groups, one of which another layer writes too. */
  private Optional<Verdict.Obstacle> uneven(Window window, List<CoupledGroup> groups) {
    if (window.structure() != Structure.FILTERS) {
      return none();
    }
    for (CoupledGroup group : groups) {
      if (group.writers().size() < 2) {
        continue;
      }
      for (Member writer : group.writers()) {
        List<CoupledGroup> all =
            schedule.facts().spaces().groupsOf(writer.parameter().name(), Role.FILTERS);
        if (all.size() > 1) {
          return Optional.of(new Verdict.Obstacle.Uneven(writer, all));
        }
      }
    }
    return none();
  }

  private static int columns(BoundWeight weight, List<CoupledGroup> groups) {
    for (CoupledGroup group : groups) {
      for (Member member : group.readers()) {
        boolean linear = member.parameter().shape().rank() == 2;
        if (linear && member.parameter().name().equals(weight.name())) {
          return member.indices().of(0).size();
        }
      }
    }
    return 1;
  }

  /** Whether the layer's channels are only a part of what some reader or normalisation sees. */
  private Optional<Verdict.Obstacle> concatenation(Window window, List<CoupledGroup> groups) {
    if (window.structure() == Structure.CHANNELS) {
      return groups.size() > 1 ? Optional.of(new Verdict.Obstacle.Concatenation(groups)) : none();
    }
    for (CoupledGroup group : groups) {
      for (Member reader : group.readers()) {
        List<CoupledGroup> all =
            schedule.facts().spaces().groupsOf(reader.parameter().name(), Role.CHANNELS);
        if (all.size() > 1) {
          return Optional.of(new Verdict.Obstacle.Concatenation(all));
        }
      }
    }
    return none();
  }

  // Lists that mix chains.

  private void mixed(Window window, BoundPruner pruner, Set<CoupledGroup> settled) {
    Map<List<CoupledGroup>, List<Listed>> parts = new LinkedHashMap<>();
    for (BoundWeight weight : pruner.weights()) {
      List<CoupledGroup> groups = groups(window, weight);
      if (!groups.isEmpty() && groups.stream().noneMatch(settled::contains)) {
        parts.computeIfAbsent(groups, g -> new ArrayList<>()).add(new Listed(pruner, weight));
      }
    }
    if (parts.size() < 2) {
      return;
    }
    List<Verdict.Mixed.Part> chains = new ArrayList<>();
    List<Listed> all = new ArrayList<>();
    parts.forEach(
        (groups, listed) -> {
          chains.add(new Verdict.Mixed.Part(groups, List.copyOf(listed)));
          all.addAll(listed);
          settled.addAll(groups);
        });
    say(new Verdict.Mixed(window, pruner, List.copyOf(chains)), all);
  }

  // Completeness.

  private Map<CoupledGroup, List<Listed>> listed(Window window) {
    Map<CoupledGroup, List<Listed>> byGroup = new LinkedHashMap<>();
    for (BoundPruner pruner : window.pruners()) {
      for (BoundWeight weight : pruner.weights()) {
        for (CoupledGroup group : groups(window, weight)) {
          byGroup.computeIfAbsent(group, g -> new ArrayList<>()).add(new Listed(pruner, weight));
        }
      }
    }
    return byGroup;
  }

  private void complete(Window window, CoupledGroup group, List<Listed> listed) {
    Set<String> names = new LinkedHashSet<>();
    listed.forEach(l -> names.add(l.name()));
    List<Member> required = required(window, group, names);
    List<Member> missing = new ArrayList<>();
    for (Member member : required) {
      if (!names.contains(member.parameter().name())) {
        missing.add(member);
      }
    }
    List<CoupledGroup.Join> followers = followers(window, group, names, missing);
    missing.removeIf(m -> followers.stream().anyMatch(f -> same(f.writer(), m)));
    if (!missing.isEmpty()) {
      say(new Verdict.Incomplete(window, group, listed, List.copyOf(missing)), listed);
      return;
    }
    if (!followers.isEmpty()) {
      say(
          new Verdict.GateFollows(window, group, listed, followers, constant(names, followers)),
          listed);
    }
    if (names.size() > 1 && !oneLeader(listed, names)) {
      say(new Verdict.WithoutLeader(window, group, listed), listed);
    }
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

  private static boolean oneLeader(List<Listed> listed, Set<String> names) {
    for (Listed one : listed) {
      Set<String> own = new HashSet<>();
      for (Listed other : listed) {
        if (other.pruner().name().equals(one.pruner().name())) {
          own.add(other.name());
        }
      }
      if (one.pruner().leader() && own.equals(names)) {
        return true;
      }
    }
    return false;
  }

  // Gates.

  /** The missing writers that a zero of the listed ones takes along through a product. */
  private List<CoupledGroup.Join> followers(
      Window window, CoupledGroup group, Set<String> names, List<Member> missing) {
    List<CoupledGroup.Join> followers = new ArrayList<>();
    List<CoupledGroup.Join> products = products(group);
    if (window.structure() != Structure.FILTERS || products.isEmpty() || missing.isEmpty()) {
      return followers;
    }
    Set<String> gated = new HashSet<>();
    products.forEach(p -> gated.add(p.writer().parameter().name()));
    boolean gateListed = names.stream().anyMatch(gated::contains);
    boolean othersMissing = missing.stream().anyMatch(m -> !gated.contains(m.parameter().name()));
    if (!gateListed && !othersMissing) {
      decided(products, names, followers);
    } else if (gateListed && othersMissing) {
      reversed(group, products, names, missing, followers);
    }
    return followers;
  }

  private static List<CoupledGroup.Join> products(CoupledGroup group) {
    return group.joins().stream().filter(CoupledGroup.Join::product).toList();
  }

  private void decided(
      List<CoupledGroup.Join> products, Set<String> names, List<CoupledGroup.Join> followers) {
    for (CoupledGroup.Join product : products) {
      for (String name : names) {
        Gates.Arrival arrival = gates.arrival(name, product);
        if (arrival == Gates.Arrival.ZERO || arrival == Gates.Arrival.CONSTANT) {
          followers.add(product);
          break;
        }
      }
    }
  }

  /** The later operand may be the one that decides, and the earlier ones the gate. */
  private void reversed(
      CoupledGroup group,
      List<CoupledGroup.Join> products,
      Set<String> names,
      List<Member> missing,
      List<CoupledGroup.Join> followers) {
    for (CoupledGroup.Join product : products) {
      String name = product.writer().parameter().name();
      Gates.Arrival arrival = gates.arrival(name, product);
      boolean decides = arrival == Gates.Arrival.ZERO || arrival == Gates.Arrival.CONSTANT;
      boolean alone = names.size() == 1 && products.size() == 1 && names.contains(name);
      if (decides && alone) {
        for (CoupledGroup.Join join : group.joins()) {
          if (missing.stream().anyMatch(m -> same(join.writer(), m))) {
            followers.add(
                new CoupledGroup.Join(
                    join.writer(), product.node(), product.operator(), product.scope(), true));
          }
        }
      }
    }
  }

  private boolean constant(Set<String> names, List<CoupledGroup.Join> followers) {
    for (CoupledGroup.Join follower : followers) {
      for (String name : names) {
        if (gates.arrival(name, follower) == Gates.Arrival.CONSTANT) {
          return true;
        }
      }
    }
    return false;
  }

  private static int group(Verdict verdict) {
    if (verdict instanceof Verdict.Incomplete incomplete) {
      return incomplete.group().id();
    }
    return verdict instanceof Verdict.WithoutLeader without ? without.group().id() : -1;
  }

  private void say(Verdict verdict, List<Listed> listed) {
    List<Object> key = new ArrayList<>();
    key.add(verdict.getClass());
    key.add(group(verdict));
    for (Listed one : listed) {
      key.add(one.pruner().name());
      key.add(one.name());
    }
    if (said.add(key)) {
      verdicts.add(verdict);
    }
  }
}
