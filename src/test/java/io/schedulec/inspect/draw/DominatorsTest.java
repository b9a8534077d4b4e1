package io.schedulec.inspect.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class DominatorsTest {
  @Test
  void ofADiamondWithATail() {
    List<List<Integer>> before =
        List.of(List.of(), List.of(0), List.of(0), List.of(1, 2), List.of(3));
    assertThat(Dominators.of(before)).containsExactly(-1, 0, 0, 0, 3);
    List<List<Integer>> after =
        List.of(List.of(1, 2), List.of(3), List.of(3), List.of(4), List.of());
    assertThat(Dominators.after(after)).containsExactly(3, 3, 3, 4, -1);
  }

  @Property(tries = 300)
  void areTheLastOfWhatEveryWayLeadsThrough(
      @ForAll int seed, @ForAll @IntRange(min = 1, max = 40) int nodes) {
    Random random = new Random(seed);
    List<List<Integer>> before = new ArrayList<>();
    List<Set<Integer>> all = new ArrayList<>();
    for (int node = 0; node < nodes; node++) {
      List<Integer> some = new ArrayList<>();
      for (int i = 0; node > 0 && i < random.nextInt(4); i++) {
        some.add(random.nextInt(node));
      }
      before.add(some);
      all.add(dominators(node, some, all));
    }
    int[] found = Dominators.of(before);
    for (int node = 0; node < nodes; node++) {
      Set<Integer> strict = new HashSet<>(all.get(node));
      strict.remove(node);
      int last = strict.stream().mapToInt(Integer::intValue).max().orElse(-1);
      assertThat(found[node]).isEqualTo(last);
    }
  }

  private static Set<Integer> dominators(int node, List<Integer> before, List<Set<Integer>> all) {
    Set<Integer> common =
        before.isEmpty() ? new HashSet<>() : new HashSet<>(all.get(before.get(0)));
    before.forEach(other -> common.retainAll(all.get(other)));
    common.add(node);
    return common;
  }
}
