package io.schedulec.check;

import io.schedulec.bind.BoundPruner;
import io.schedulec.bind.BoundSchedule;
import io.schedulec.bind.BoundWeight;
import io.schedulec.bind.Structure;
import io.schedulec.channel.CoupledGroup;
import io.schedulec.channel.Member;
import io.schedulec.channel.Role;

/** How many structures a pruner ranks in a tensor. */
public final class StructureSizes {
  private StructureSizes() {}

  /** The number of filters, or of input channels: of a linear layer, its columns. */
  public static int of(BoundSchedule schedule, BoundPruner pruner, BoundWeight weight) {
    return of(schedule, pruner.prunes(Structure.FILTERS) ? Role.FILTERS : Role.CHANNELS, weight);
  }

  /** The same, of either kind. */
  static int of(BoundSchedule schedule, Role role, BoundWeight weight) {
    int size = 0;
    for (CoupledGroup group : schedule.facts().spaces().groupsOf(weight.name(), role)) {
      for (Member member : group.members()) {
        if (member.role() == role && member.parameter().name().equals(weight.name())) {
          size += group.size() * member.indices().of(0).size();
        }
      }
    }
    return size;
  }
}
