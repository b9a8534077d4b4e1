package io.schedulec.kernel;

import io.schedulec.channel.Constraint;
import io.schedulec.channel.CoupledGroup;
import io.schedulec.channel.Member;
import io.schedulec.channel.Role;
import io.schedulec.plan.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Removes from groups the channels that masks have zeroed. */
final class Thinner {
  private final Map<String, CoupledGroup> groups;
  private final Tensors tensors;
  private final AxisMasks masks;
  private final Map<String, BitSet> gone = new LinkedHashMap<>();
  private final Set<Constraint> touched = new LinkedHashSet<>();

  Thinner(Map<String, CoupledGroup> groups, Tensors tensors, AxisMasks masks) {
    this.groups = groups;
    this.tensors = tensors;
    this.masks = masks;
  }

  /** Thins every group of a step. */
  List<Thinning> run(Step.Thin thin, int epoch) {
    List<Thinning> thinnings = new ArrayList<>();
    for (String name : thin.groups()) {
      CoupledGroup group = groups.get(name);
      if (group == null) {
        throw new Impossible("there is no group " + name);
      }
      thinnings.add(new Thinning(epoch, name, thin(name, group, thin.role())));
      touched.addAll(group.constraints());
    }
    return thinnings;
  }

  private List<Integer> thin(String name, CoupledGroup group, Role role) {
    BitSet before = gone.computeIfAbsent(name, n -> new BitSet());
    List<Integer> channels = zeroed(name, group, role, before);
    if (before.cardinality() + channels.size() == group.size()) {
      throw new Impossible("every channel of " + name + " is zero, so none would be left");
    }
    for (int channel : channels) {
      before.set(channel);
      group.members().forEach(member -> remove(member, channel));
    }
    masks.thinned(name);
    return channels;
  }

  private void remove(Member member, int channel) {
    Survivors survivors = tensors.of(member.parameter()).survivors();
    member.indices().of(channel).forEach(index -> survivors.remove(member.axis(), index));
  }

  /** The channels that every mask since the last thinning zeroes; none where there was no mask. */
  private List<Integer> zeroed(String name, CoupledGroup group, Role role, BitSet before) {
    List<Integer> channels = new ArrayList<>();
    Map<Member, BitSet> seen = seen(name, group, role);
    for (int channel = before.nextClearBit(0);
        channel < group.size() && !seen.isEmpty();
        channel = before.nextClearBit(channel + 1)) {
      if (zero(channel, seen)) {
        channels.add(channel);
      }
    }
    return channels;
  }

  private Map<Member, BitSet> seen(String name, CoupledGroup group, Role role) {
    Map<Member, BitSet> seen = new LinkedHashMap<>();
    for (Member member : group.members()) {
      if (member.role() == role) {
        AxisMasks.Place place = new AxisMasks.Place(tensors.of(member.parameter()), member.axis());
        masks.since(name, place).ifPresent(positions -> seen.put(member, positions));
      }
    }
    return seen;
  }

  private static boolean zero(int channel, Map<Member, BitSet> masks) {
    return masks.entrySet().stream()
        .allMatch(e -> e.getKey().indices().of(channel).stream().allMatch(e.getValue()::get));
  }

  /**
   * Refuses what an epoch has left if blocks that need as many channels each have not; groups that
   * a tensor shares may be thinned by several steps.
   */
  void refuseUnbalanced() {
    for (Constraint constraint : touched) {
      for (Tensor tensor : tensors.named(constraint.tensor())) {
        int[] left = tensor.survivors().left(constraint.axis(), constraint.blocks());
        if (Arrays.stream(left).distinct().count() > 1) {
          throw new Impossible(
              ("the " + constraint.blocks() + " blocks of " + constraint.tensor())
                  + (" on axis "
                      + constraint.axis()
                      + " must keep as many channels each, and would")
                  + (" keep " + Arrays.toString(left)));
        }
      }
    }
    touched.clear();
  }
}
