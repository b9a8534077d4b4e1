package io.schedulec.check.chain;

import io.schedulec.bind.BoundPruner;
import io.schedulec.bind.BoundSchedule;
import io.schedulec.bind.BoundWeight;
import io.schedulec.bind.Structure;
import io.schedulec.channel.CoupledGroup;
import io.schedulec.channel.Role;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Judges every chain of a schedule, in every window, in both directions. */
public final class ChainJudge {
  private final BoundSchedule schedule;
  private final Obstacles obstacles;
  private final Completeness completeness;
  private final List<Verdict> verdicts = new ArrayList<>();
  private final Set<List<Object>> said = new HashSet<>();

  private ChainJudge(BoundSchedule schedule) {
    this.schedule = schedule;
    this.obstacles = new Obstacles(schedule);
    this.completeness = new Completeness(schedule);
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

  /**
   * What cannot go at all comes first, then lists that mix chains; no chain that either of them
   * touches is called incomplete, except for another list's own layers.
   */
  private void judge(Window window) {
    Set<CoupledGroup> held = new HashSet<>();
    for (BoundPruner pruner : window.pruners()) {
      unprunable(window, pruner, held);
    }
    Set<BoundPruner> mixing = new HashSet<>();
    for (BoundPruner pruner : window.pruners()) {
      if (pruner.leader() && mixed(window, pruner, held)) {
        mixing.add(pruner);
      }
    }
    completeness.judge(window, held, mixing).forEach(v -> say(v, Completeness.listed(v)));
  }

  private List<CoupledGroup> groups(Window window, BoundWeight weight) {
    Role role = window.structure() == Structure.FILTERS ? Role.FILTERS : Role.CHANNELS;
    return schedule.facts().spaces().groupsOf(weight.name(), role);
  }

  // What cannot go at all.

  private void unprunable(Window window, BoundPruner pruner, Set<CoupledGroup> held) {
    Map<Object, Held> byCause = new LinkedHashMap<>();
    for (BoundWeight weight : pruner.weights()) {
      List<CoupledGroup> groups = groups(window, weight);
      Optional<Verdict.Obstacle> obstacle = obstacles.of(window, weight, groups);
      if (obstacle.isPresent()) {
        held.addAll(groups);
        holdUneven(obstacle.get(), held);
        byCause
            .computeIfAbsent(
                key(obstacle.get(), weight),
                k -> new Held(obstacle.get(), first(groups), new ArrayList<>()))
            .listed()
            .add(new Listed(pruner, weight));
      }
    }
    for (Held one : byCause.values()) {
      List<Listed> listed = List.copyOf(one.listed());
      say(new Verdict.Unprunable(window, pruner, listed, one.group(), one.obstacle()), listed);
    }
  }

  /** Layers that one thing holds in place. */
  private record Held(Verdict.Obstacle obstacle, CoupledGroup group, List<Listed> listed) {}

  private static void holdUneven(Verdict.Obstacle obstacle, Set<CoupledGroup> held) {
    if (obstacle instanceof Verdict.Obstacle.Uneven uneven) {
      held.addAll(uneven.groups());
    }
  }

  private static CoupledGroup first(List<CoupledGroup> groups) {
    for (CoupledGroup group : groups) {
      if (!group.prunable()) {
        return group;
      }
    }
    return groups.get(0);
  }

  /** Layers held by the same thing share one finding. */
  private static Object key(Verdict.Obstacle obstacle, BoundWeight weight) {
    if (obstacle instanceof Verdict.Obstacle.Held held) {
      return List.of(held.frozen().reason(), held.frozen().node(), held.frozen().tensor());
    }
    if (obstacle instanceof Verdict.Obstacle.TrainerLimit) {
      return obstacle;
    }
    if (obstacle instanceof Verdict.Obstacle.Concatenation concat) {
      return concat.groups();
    }
    return obstacle instanceof Verdict.Obstacle.Uneven uneven ? uneven.groups() : weight.name();
  }

  // Lists that mix chains.

  private boolean mixed(Window window, BoundPruner pruner, Set<CoupledGroup> held) {
    Map<List<CoupledGroup>, List<Listed>> parts = new LinkedHashMap<>();
    for (BoundWeight weight : pruner.weights()) {
      List<CoupledGroup> groups = groups(window, weight);
      if (!groups.isEmpty() && groups.stream().noneMatch(held::contains)) {
        parts.computeIfAbsent(groups, g -> new ArrayList<>()).add(new Listed(pruner, weight));
      }
    }
    if (parts.size() < 2) {
      return false;
    }
    List<Verdict.Mixed.Part> chains = new ArrayList<>();
    List<Listed> all = new ArrayList<>();
    parts.forEach(
        (groups, listed) -> {
          chains.add(new Verdict.Mixed.Part(groups, List.copyOf(listed)));
          all.addAll(listed);
        });
    say(new Verdict.Mixed(window, pruner, List.copyOf(chains)), all);
    return true;
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
