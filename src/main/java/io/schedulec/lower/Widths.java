package io.schedulec.lower;

import io.schedulec.plan.Group;
import io.schedulec.plan.Member;
import java.util.List;

/** How many indices of an axis go with each channel. */
final class Widths {
  /** Not the same number for every channel. */
  static final int UNEVEN = -1;

  private Widths() {}

  /** The indices that go with a channel of any of the groups; {@link #UNEVEN} where that varies. */
  static int of(Axis axis, List<Group> groups) {
    int width = of(axis, groups.get(0));
    for (Group group : groups) {
      if (of(axis, group) != width) {
        return UNEVEN;
      }
    }
    return width;
  }

  private static int of(Axis axis, Group group) {
    int width = 0;
    for (Member member : group.members()) {
      if (Axis.of(member).equals(axis)) {
        int more = of(member, group.size());
        if (more == UNEVEN) {
          return UNEVEN;
        }
        width += more;
      }
    }
    return width;
  }

  private static int of(Member member, int channels) {
    int width = member.indices().of(0).size();
    for (int channel = 1; channel < channels; channel++) {
      if (member.indices().of(channel).size() != width) {
        return UNEVEN;
      }
    }
    return width;
  }
}
