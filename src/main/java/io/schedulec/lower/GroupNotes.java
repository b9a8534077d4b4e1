package io.schedulec.lower;

import io.schedulec.channel.Role;
import io.schedulec.plan.Group;
import io.schedulec.plan.Member;

/** What stands beside a group. */
final class GroupNotes {
  private GroupNotes() {}

  /** E.g. {@code 4 writers, 5 readers}. */
  static String of(Group group) {
    return count(group, Role.FILTERS, "writer") + ", " + count(group, Role.CHANNELS, "reader");
  }

  private static String count(Group group, Role role, String noun) {
    int count = 0;
    for (Member member : group.members()) {
      count += member.role() == role ? 1 : 0;
    }
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
