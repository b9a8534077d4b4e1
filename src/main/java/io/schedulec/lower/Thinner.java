package io.schedulec.lower;

import io.schedulec.bind.BoundPolicy;
import io.schedulec.bind.ModelFacts;
import io.schedulec.channel.ChannelSpaces;
import io.schedulec.channel.CoupledGroup;
import io.schedulec.channel.Role;
import io.schedulec.plan.DeadChannels;
import io.schedulec.plan.Group;
import io.schedulec.plan.Step;
import io.schedulec.surgery.TrialCut;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Turns the masks of the past into removals. */
final class Thinner {
  private final ModelFacts facts;
  private final ChannelSpaces spaces;
  private final PlanGroups groups;
  private final DeadChannels dead;
  private final Sizes sizes;
  private final Pending pending;
  private final Refusals refusals;
  private final Set<Integer> tried = new HashSet<>();
  private final Map<Integer, OptionalInt> left = new HashMap<>();
  private final Map<Integer, Integer> last = new HashMap<>();

  Thinner(
      ModelFacts facts,
      PlanGroups groups,
      DeadChannels dead,
      Sizes sizes,
      Pending pending,
      Refusals refusals) {
    this.facts = facts;
    this.spaces = facts.spaces();
    this.groups = groups;
    this.dead = dead;
    this.sizes = sizes;
    this.pending = pending;
    this.refusals = refusals;
  }

  /** The steps of a thinning in one direction, carried out on the sizes. */
  List<Step> thin(Role role, BoundPolicy policy, int epoch) {
    List<Step> steps = new ArrayList<>();
    for (Cut cut : Cuts.of(spaces, role, pending)) {
      boolean fixed = cut.groups().stream().allMatch(group -> !group.prunable());
      if (!fixed
          && ThinLimits.allow(cut, role, spaces, pending, policy, refusals)
          && cuttable(cut, policy)) {
        thin(cut, role, policy, epoch).ifPresent(steps::add);
      }
    }
    return steps;
  }

  /** Whether surgery will find its way. */
  private boolean cuttable(Cut cut, BoundPolicy policy) {
    for (CoupledGroup group : cut.groups()) {
      if (!tried.add(group.id())) {
        continue;
      }
      Optional<String> obstacle = TrialCut.obstacle(facts.graph(), facts.shapes(), group);
      if (obstacle.isPresent()) {
        refusals.policy(
            policy,
            "single channels of `" + groups.of(group).name() + "` cannot be cut out of the model",
            obstacle.get());
        return false;
      }
    }
    return true;
  }

  private Optional<Step> thin(Cut cut, Role role, BoundPolicy policy, int epoch) {
    for (CoupledGroup group : cut.groups()) {
      Integer before = last.put(group.id(), epoch);
      if (before != null && before == epoch) {
        refusals.policy(
            policy,
            "one group is thinned twice in epoch " + epoch + ", which cannot be compiled",
            "the second thinning of " + groups.of(group).name());
        return Optional.empty();
      }
    }
    OptionalInt before = before(cut);
    OptionalInt removed = cut.removed();
    boolean known = before.isPresent() && removed.isPresent();
    OptionalInt after =
        known ? OptionalInt.of(before.getAsInt() - removed.getAsInt()) : OptionalInt.empty();
    if (after.isPresent() && after.getAsInt() < 1) {
      refusals.policy(
          policy,
          "`" + groups.of(cut.groups().get(0)).name() + "` would have no channels left",
          "would remove all " + before.getAsInt());
      return Optional.empty();
    }
    List<Group> named = cut.groups().stream().map(groups::of).toList();
    shrink(cut, named, removed);
    List<String> names = named.stream().map(Group::name).toList();
    return Optional.of(new Step.Thin(names, role, before, after, dead));
  }

  private OptionalInt before(Cut cut) {
    int sum = 0;
    for (CoupledGroup group : cut.groups()) {
      OptionalInt size = size(group);
      if (size.isEmpty()) {
        return size;
      }
      sum += size.getAsInt();
    }
    return OptionalInt.of(sum);
  }

  private OptionalInt size(CoupledGroup group) {
    return left.getOrDefault(group.id(), OptionalInt.of(group.size()));
  }

  private void shrink(Cut cut, List<Group> named, OptionalInt removed) {
    sizes.remove(named, removed);
    boolean alone = cut.groups().size() == 1 && removed.isPresent();
    for (CoupledGroup group : cut.groups()) {
      OptionalInt size = size(group);
      boolean known = alone && size.isPresent();
      left.put(
          group.id(),
          known ? OptionalInt.of(size.getAsInt() - removed.getAsInt()) : OptionalInt.empty());
    }
    cut.masks().keySet().forEach(pending.masks()::remove);
  }
}
