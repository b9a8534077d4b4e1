package io.schedulec.channel;

import io.schedulec.channel.rule.Reason;
import java.util.ArrayList;
import java.util.List;

/** Everything that joined or froze channels, in the order in which it was stated. */
final class Journal {
  /** A statement that a space is frozen; the node and the value are -1 where none is named. */
  record Freeze(int space, Reason reason, int node, int value) {}

  /** Numbers of channels that were joined, in pairs, and the node at which they were. */
  final Ints joined = new Ints();

  final Ints joinedAt = new Ints();

  /** Values and the spaces that they have in common at a node: value, space, value, space, node. */
  final Ints links = new Ints();

  private final List<Freeze> freezes = new ArrayList<>();
  private int subject = -1;

  void union(int a, int b, int time) {
    joined.add(a);
    joined.add(b);
    joinedAt.add(time >> 1);
  }

  void freeze(int space, Reason reason, int node, int value) {
    freezes.add(new Freeze(space, reason, node, value < 0 ? subject : value));
  }

  /** A node ties a space of one value to a space of another, or says that they are one. */
  void link(int value, int space, int other, int otherSpace, int node) {
    links.add(value);
    links.add(space);
    links.add(other);
    links.add(otherSpace);
    links.add(node);
  }

  /** The value that freezes are about which name none; -1 for none. */
  void about(int value) {
    subject = value;
  }

  List<Freeze> freezes() {
    return freezes;
  }
}
