package io.schedulec.plan;

import io.schedulec.channel.ChannelSpaces;
import io.schedulec.channel.CoupledGroup;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Finds the group of a model that a group of a plan means. */
final class GroupMatch {
  private final ChannelSpaces spaces;
  private final Group group;
  private final Map<Integer, Long> scores = new TreeMap<>();

  GroupMatch(ChannelSpaces spaces, Group group) {
    this.spaces = spaces;
    this.group = group;
  }

  /** The group that has most of the members, if any has one. */
  Optional<CoupledGroup> closest() {
    for (Member member : group.members()) {
      for (CoupledGroup real : spaces.byParameter().getOrDefault(member.tensor(), List.of())) {
        score(member, real);
      }
    }
    return scores.entrySet().stream()
        .max(Map.Entry.<Integer, Long>comparingByValue().thenComparing(e -> -e.getKey()))
        .map(best -> spaces.groups().get(best.getKey()));
  }

  /** One member with the same indices says more than any number of axes. */
  private void score(Member member, CoupledGroup real) {
    for (io.schedulec.channel.Member other : real.members()) {
      if (sameAxis(member, other)) {
        boolean exact =
            group.size() == real.size()
                && Numbering.same(member.indices(), other.indices(), real.size());
        scores.merge(real.id(), exact ? 1L << 32 : 1L, Long::sum);
      }
    }
  }

  /** Whether two members are the same axis in the same role. */
  static boolean sameAxis(Member said, io.schedulec.channel.Member real) {
    return said.tensor().equals(real.parameter().name())
        && said.axis() == real.axis()
        && said.role() == real.role()
        && said.convInput() == real.convInput();
  }
}
