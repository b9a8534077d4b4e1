package io.schedulec.channel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class UnionFindTest {
  private final UnionFind sets = new UnionFind(1 << 20);

  @Test
  void joinedChannelsHaveOneRepresentative() {
    assertThat(sets.add(3)).isZero();
    assertThat(sets.add(5000)).isEqualTo(3);
    sets.union(1, 4000, 0, false);
    sets.union(4000, 2, 1, false);
    assertThat(sets.find(1)).isEqualTo(sets.find(2)).isNotEqualTo(sets.find(0));
  }

  @Test
  void setIsFrozenWithAnyOfItsChannels() {
    sets.add(3);
    sets.freeze(0);
    sets.union(0, 1, 0, false);
    assertThat(sets.frozen(1)).isTrue();
    assertThat(sets.frozen(2)).isFalse();
  }

  @Test
  void productsJoinNoSums() {
    sets.add(4);
    sets.union(0, 1, 0, false);
    sets.union(1, 2, 1, true);
    sets.union(2, 3, 2, false);
    assertThat(sets.find(0)).isEqualTo(sets.find(3));
    assertThat(sets.findBySums(0)).isEqualTo(sets.findBySums(1));
    assertThat(sets.findBySums(2)).isEqualTo(sets.findBySums(3));
    assertThat(sets.findBySums(1)).isNotEqualTo(sets.findBySums(2));
  }

  @Test
  void edgesGrowYoungerTowardsTheRoot() {
    sets.add(64);
    for (int i = 1; i < 64; i++) {
      sets.union(i - 1, (i * 37) % 64, i, false);
    }
    for (int i = 0; i < 64; i++) {
      int last = -1;
      for (int at = i; sets.linkedTo(at) != at; at = sets.linkedTo(at)) {
        assertThat(sets.linkedAt(at)).isGreaterThanOrEqualTo(last);
        last = sets.linkedAt(at);
      }
    }
  }
}
