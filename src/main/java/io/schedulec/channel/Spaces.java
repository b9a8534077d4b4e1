package io.schedulec.channel;

import io.schedulec.channel.rule.Reason;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Spaces of channels: what axes that are the same axis share.
 *
 * <p>The channels of a space are numbered in the {@link UnionFind} only once something is stated
 * that needs the numbers, so that the many spatial and batch axes cost nothing.
 */
final class Spaces {
  /** A statement that a space is frozen. */
  record Freeze(int space, Reason reason, int node, int value) {}

  private static final int NONE = -1;

  private final UnionFind sets;
  private final Ints sizes = new Ints();
  private final Ints bases = new Ints();
  private final Ints freezes = new Ints();
  private final List<Freeze> statements = new ArrayList<>();
  private @Nullable Journal journal;

  /** No spaces so far, for a model that has at most so many channels. */
  Spaces(int most) {
    this.sets = new UnionFind(most);
  }

  /** Has every joining and freezing taken down from now on. */
  void record(Journal writer) {
    journal = writer;
    sets.record(writer);
  }

  /** Whether joins are taken down one by one. */
  boolean recorded() {
    return journal != null;
  }

  UnionFind sets() {
    return sets;
  }

  /** A new space of that many channels, -1 for unknown. */
  int add(int size) {
    sizes.add(size);
    bases.add(NONE);
    freezes.add(NONE);
    return sizes.size() - 1;
  }

  int size(int space) {
    return sizes.get(space);
  }

  boolean known(int space) {
    return sizes.get(space) >= 0;
  }

  boolean numbered(int space) {
    return bases.get(space) != NONE;
  }

  /** The number of the first channel of a space of known size. */
  int base(int space) {
    int base = bases.get(space);
    if (base == NONE) {
      base = sets.add(Math.max(0, sizes.get(space)));
      bases.set(space, base);
      if (freezes.get(space) != NONE) {
        freezeChannels(space);
      }
    }
    return base;
  }

  /**
   * Gives a space whose channels nobody has numbered the numbers of another of the same size, so
   * that the two are one from now on; false where both have numbers already, or joins are taken
   * down one by one.
   */
  boolean alias(int space, int other) {
    if (journal != null || (numbered(space) && numbered(other))) {
      return false;
    }
    int follower = numbered(space) ? other : space;
    bases.set(follower, base(follower == space ? other : space));
    if (freezes.get(follower) != NONE) {
      freezeChannels(follower);
    }
    return true;
  }

  /** All statements, in order. */
  List<Freeze> statements() {
    return statements;
  }

  /** Freezes a space; the first statement for one reason is kept. */
  void freeze(int space, Reason reason, int node, int value) {
    if (journal != null) {
      journal.freeze(space, reason, node, value);
    }
    int last = freezes.get(space);
    if (last != NONE && statements.get(last).reason() == reason) {
      return;
    }
    freezes.set(space, statements.size());
    statements.add(new Freeze(space, reason, node, value));
    if (numbered(space) && last == NONE) {
      freezeChannels(space);
    }
  }

  /** Freezes a space for the reason for which another is frozen. */
  void freezeLike(int space, int other, int node, int value) {
    int last = freezes.get(other);
    if (last == NONE) {
      freeze(space, Reason.FIXED_SHAPE, node, value);
    } else {
      Freeze why = statements.get(last);
      freeze(space, why.reason(), why.node(), why.value());
    }
  }

  /** The statement that a space is frozen, or null where that follows from its channels. */
  @Nullable Freeze why(int space) {
    int last = freezes.get(space);
    return last == NONE ? null : statements.get(last);
  }

  /** Whether a space is frozen as a whole, and nobody has needed its numbers. */
  boolean idle(int space) {
    return stated(space) && !numbered(space);
  }

  boolean stated(int space) {
    return freezes.get(space) != NONE;
  }

  /** Whether no channel of a space can be removed, as far as has been stated. */
  boolean frozen(int space) {
    if (stated(space) || !known(space)) {
      return true;
    }
    if (!numbered(space)) {
      return false;
    }
    int base = bases.get(space);
    for (int i = 0; i < sizes.get(space); i++) {
      if (!sets.frozen(base + i)) {
        return false;
      }
    }
    return true;
  }

  private void freezeChannels(int space) {
    int base = bases.get(space);
    for (int i = 0; i < sizes.get(space); i++) {
      sets.freeze(base + i);
    }
  }
}
