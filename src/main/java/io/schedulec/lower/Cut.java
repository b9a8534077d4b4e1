package io.schedulec.lower;

import io.schedulec.channel.CoupledGroup;
import io.schedulec.channel.Member;
import io.schedulec.channel.Role;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Groups that can only be thinned together, because some masked axis covers several of them.
 *
 * @param groups the groups, in the order of the model
 * @param role what the masked axes do with the channels
 * @param masks the masks on them
 */
record Cut(List<CoupledGroup> groups, Role role, Map<Pending.Place, Pending.Zeroed> masks) {
  /** Copies the collections. */
  Cut {
    groups = List.copyOf(groups);
    masks = Map.copyOf(masks);
  }

  /**
   * How many channels go from all groups together: as many as the masks zero, where they all zero
   * the same and an index is a channel; empty where the weights decide.
   */
  OptionalInt removed() {
    Set<String> sources = new HashSet<>();
    OptionalInt removed = OptionalInt.empty();
    for (Map.Entry<Pending.Place, Pending.Zeroed> mask : masks.entrySet()) {
      sources.add(mask.getValue().source());
      removed = mask.getValue().removed();
      if (removed.isEmpty() || sources.size() > 1 || !indexIsChannel(mask.getKey())) {
        return OptionalInt.empty();
      }
    }
    return removed;
  }

  /** Whether each channel of every group is one index of an axis. */
  private boolean indexIsChannel(Pending.Place place) {
    return groups.stream().allMatch(group -> indexIsChannel(place, group));
  }

  private boolean indexIsChannel(Pending.Place place, CoupledGroup group) {
    int indices = 0;
    for (Member member : group.members()) {
      if (is(member, place, role)) {
        for (int channel = 0; channel < group.size(); channel++) {
          if (member.indices().of(channel).size() != 1) {
            return false;
          }
        }
        indices++;
      }
    }
    return indices == 1;
  }

  /** Whether a member is an axis in a role. */
  static boolean is(Member member, Pending.Place place, Role role) {
    return member.role() == role
        && member.axis() == place.axis()
        && member.parameter().name().equals(place.tensor());
  }
}
