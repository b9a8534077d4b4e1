package io.schedulec.lower;

import io.schedulec.bind.BoundPolicy;
import io.schedulec.channel.ChannelSpaces;
import io.schedulec.channel.CoupledGroup;
import io.schedulec.channel.Role;

/** Thinnings that no plan can say. */
final class ThinLimits {
  private ThinLimits() {}

  /** Whether groups can be thinned together; says why not. */
  static boolean allow(
      Cut cut,
      Role role,
      ChannelSpaces spaces,
      Pending pending,
      BoundPolicy policy,
      Refusals refusals) {
    for (CoupledGroup group : cut.groups()) {
      String name = name(group);
      if (!group.prunable()) {
        refusals.policy(
            policy,
            "some channels behind a mask that is thinned are fixed: those of `" + name + "`",
            group.frozen().get(0).explanation());
        return false;
      }
      if (!group.constraints().isEmpty()) {
        refusals.policy(
            policy,
            "`" + name + "` must lose as many channels from each block, which cannot be compiled",
            "would thin it where `" + group.constraints().get(0).tensor() + "` takes blocks");
        return false;
      }
      if (pending(other(role), group, spaces, pending)) {
        refusals.policy(
            policy,
            "`" + name + "` is masked by filters and by channels, which cannot be compiled",
            "thins one and leaves the other");
        return false;
      }
    }
    return true;
  }

  private static boolean pending(
      Role role, CoupledGroup group, ChannelSpaces spaces, Pending pending) {
    for (Pending.Place place : pending.masks().keySet()) {
      if (Cuts.covered(spaces, role, place).contains(group)) {
        return true;
      }
    }
    return false;
  }

  private static Role other(Role role) {
    return role == Role.FILTERS ? Role.CHANNELS : Role.FILTERS;
  }

  private static String name(CoupledGroup group) {
    return (group.writers().isEmpty() ? group.members() : group.writers())
        .get(0)
        .parameter()
        .layer();
  }
}
