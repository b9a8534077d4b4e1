package io.schedulec.lower;

import io.schedulec.channel.CoupledGroup;

/** What stands beside a group. */
final class GroupNotes {
  private GroupNotes() {}

  /** E.g. {@code 4 writers, 5 readers}; depthwise layers, which follow, are neither. */
  static String of(CoupledGroup group) {
    return count(group.writers().size(), "writer") + ", " + count(group.readers().size(), "reader");
  }

  private static String count(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
