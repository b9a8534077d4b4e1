package io.schedulec.channel;

import io.schedulec.channel.CoupledGroup.Join;
import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the operators at which the writers of a group meet. */
final class Joins {
  private static final int NEVER = Integer.MAX_VALUE;

  private final ModelGraph graph;
  private final UnionFind sets;
  private final Set<Integer> gated = new HashSet<>();

  Joins(ModelGraph graph, Spaces spaces, List<Gate> gates) {
    this.graph = graph;
    this.sets = spaces.sets();
    for (Gate gate : gates) {
      int product = spaces.base(gate.space());
      int factor = spaces.base(gate.gate());
      for (int i = 0; i < spaces.size(gate.gate()); i++) {
        int by = sets.findBySums(factor + i);
        if (by != sets.findBySums(product + i)) {
          gated.add(by);
        }
      }
    }
  }

  /**
   * How the writers among some members meet.
   *
   * @param channels for each member a channel that it touches, all of one set
   */
  List<Join> of(List<Member> members, Ints channels) {
    List<Join> joins = new ArrayList<>();
    Map<Integer, Integer> touched = new HashMap<>();
    boolean plain = false;
    for (int m = 0; m < members.size(); m++) {
      Member member = members.get(m);
      if (member.writer()) {
        int time = meet(channels.get(m), touched);
        boolean product = gated.contains(sets.findBySums(channels.get(m)));
        plain |= !product;
        joins.add(join(member, time, product));
      }
    }
    return plain || joins.isEmpty() ? joins : withPlainFirst(joins);
  }

  /**
   * When a channel came into one set with any touched before.
   *
   * <p>Climbs the tree of unions to the first place where an earlier climb has passed: edges grow
   * younger upwards, so the younger of the two edges into that place is when they met.
   *
   * @param touched for each place passed, the time of the oldest edge into it that was climbed
   */
  private int meet(int channel, Map<Integer, Integer> touched) {
    int met = NEVER;
    int at = channel;
    int arrived = -1;
    while (true) {
      Integer before = touched.get(at);
      if (before != null && met == NEVER) {
        met = Math.max(before, arrived);
      }
      touched.put(at, before == null ? arrived : Math.min(before, arrived));
      if (sets.linkedTo(at) == at) {
        return met;
      }
      arrived = sets.linkedAt(at);
      at = sets.linkedTo(at);
    }
  }

  private Join join(Member member, int time, boolean product) {
    if (time == NEVER || time < 0 || time % 2 == 1) {
      return new Join(member, "", "", "", product);
    }
    Node node = graph.nodes().get(time / 2);
    return new Join(member, node.name(), node.opType(), node.scope(), product);
  }

  /** Of factors that only gate each other one has to be the one that is gated. */
  private static List<Join> withPlainFirst(List<Join> joins) {
    Join first = joins.get(0);
    joins.set(0, new Join(first.writer(), first.node(), first.operator(), first.scope(), false));
    return joins;
  }
}
