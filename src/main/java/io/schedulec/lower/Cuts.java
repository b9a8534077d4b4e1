package io.schedulec.lower;

import io.schedulec.channel.ChannelSpaces;
import io.schedulec.channel.CoupledGroup;
import io.schedulec.channel.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which groups the masks of a direction cover, those of one mask taken together. */
final class Cuts {
  private final Role role;
  private final List<Set<CoupledGroup>> joined = new ArrayList<>();
  private final Map<Pending.Place, List<CoupledGroup>> covered = new LinkedHashMap<>();

  private Cuts(Role role) {
    this.role = role;
  }

  /** The cuts, in the order of the model. */
  static List<Cut> of(ChannelSpaces spaces, Role role, Pending pending) {
    Cuts cuts = new Cuts(role);
    for (Pending.Place place : pending.masks().keySet()) {
      List<CoupledGroup> groups = covered(spaces, role, place);
      if (!groups.isEmpty()) {
        cuts.covered.put(place, groups);
        cuts.join(groups);
      }
    }
    return cuts.cuts(pending);
  }

  /** The groups that an axis takes part in. */
  static List<CoupledGroup> covered(ChannelSpaces spaces, Role role, Pending.Place place) {
    return spaces.groupsOf(place.tensor(), role).stream()
        .filter(g -> g.members().stream().anyMatch(m -> Cut.is(m, place, role)))
        .toList();
  }

  private void join(List<CoupledGroup> groups) {
    Set<CoupledGroup> all = new LinkedHashSet<>(groups);
    List<Set<CoupledGroup>> apart = new ArrayList<>();
    for (Set<CoupledGroup> other : joined) {
      if (other.stream().anyMatch(groups::contains)) {
        all.addAll(other);
      } else {
        apart.add(other);
      }
    }
    joined.clear();
    joined.addAll(apart);
    joined.add(all);
  }

  private List<Cut> cuts(Pending pending) {
    List<Cut> cuts = new ArrayList<>();
    for (Set<CoupledGroup> groups : joined) {
      Map<Pending.Place, Pending.Zeroed> masks = new LinkedHashMap<>();
      covered.forEach(
          (place, own) -> {
            if (groups.contains(own.get(0))) {
              masks.put(place, pending.masks().get(place));
            }
          });
      List<CoupledGroup> sorted =
          groups.stream().sorted(Comparator.comparingInt(CoupledGroup::id)).toList();
      cuts.add(new Cut(sorted, role, masks));
    }
    cuts.sort(Comparator.comparingInt(cut -> cut.groups().get(0).id()));
    return cuts;
  }
}
