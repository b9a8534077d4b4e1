package io.schedulec.plan;

import io.schedulec.channel.CoupledGroup;
import io.schedulec.channel.Role;
import io.schedulec.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** The masks that each group has at a moment, since it was thinned last. */
final class Zeroed {

  /**
   * What one mask did.
   *
   * @param of how many structures the axis had; empty where the weights decide
   * @param removed how many of them it zeroed; empty where the weights decide
   * @param ranking which ranking decided, and when: equal ones zero the same indices
   * @param at the mask in the text
   */
  record Mark(OptionalInt of, OptionalInt removed, String ranking, Span at) {}

  /**
   * A mark and where it is.
   *
   * @param channelwise whether each index of the axis is one channel of some group
   */
  record Marked(Extents.Place place, Role role, boolean channelwise, Mark mark) {}

  private final Map<String, CoupledGroup> groups;
  private final Map<String, Map<Extents.Place, Marked>> marks = new HashMap<>();

  Zeroed(Map<String, CoupledGroup> groups) {
    this.groups = groups;
  }

  /** Notes that structures on an axis were zeroed. */
  void note(Extents.Place place, Mark mark) {
    groups.forEach((name, group) -> note(place, mark, name, group));
  }

  private void note(Extents.Place place, Mark mark, String name, CoupledGroup group) {
    for (io.schedulec.channel.Member member : group.members()) {
      boolean counts = member.role() == Role.FILTERS || member.role() == Role.CHANNELS;
      boolean here =
          member.parameter().name().equals(place.tensor()) && member.axis() == place.axis();
      if (counts && here) {
        Marked marked = new Marked(place, member.role(), channelwise(member, group), mark);
        Marked before = of(name).put(place, marked);
        if (before != null && before.mark().equals(mark)) {
          // Two parts of one axis go with the same channels.
          of(name).put(place, new Marked(place, member.role(), false, mark));
        }
      }
    }
  }

  private static boolean channelwise(io.schedulec.channel.Member member, CoupledGroup group) {
    for (int channel = 0; channel < group.size(); channel++) {
      if (member.indices().of(channel).size() != 1) {
        return false;
      }
    }
    return !member.convInput();
  }

  private Map<Extents.Place, Marked> of(String group) {
    return marks.computeIfAbsent(group, name -> new LinkedHashMap<>());
  }

  /** The masks on a group in a role. */
  List<Marked> of(String group, Role role) {
    List<Marked> list = new ArrayList<>(of(group).values());
    list.removeIf(marked -> marked.role() != role);
    return list;
  }

  /** A group has been thinned. */
  void clear(String group) {
    of(group).clear();
  }
}
