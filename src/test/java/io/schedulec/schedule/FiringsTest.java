package io.schedulec.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Questions about epochs are answered as if each epoch were looked at. */
final class FiringsTest {
  private final Random random = new Random(20);

  private Firings some() {
    if (random.nextInt(3) == 0) {
      return Firings.of(random.ints(random.nextInt(6), 0, 60).toArray());
    }
    return Firings.every(random.nextInt(20), 1 + random.nextInt(9), random.nextInt(12));
  }

  private static List<Integer> list(Firings firings) {
    List<Integer> epochs = new ArrayList<>();
    firings.forEach(epochs::add);
    return epochs;
  }

  @Test
  void whatTwoHaveInCommon() {
    for (int i = 0; i < 20_000; i++) {
      Firings one = some();
      Firings other = some();
      List<Integer> expected = list(one);
      expected.retainAll(list(other));

      assertThat(list(one.common(other))).as("%s %s", list(one), list(other)).isEqualTo(expected);
    }
  }

  @Test
  void whatComesBeforeAndAfter() {
    for (int i = 0; i < 2_000; i++) {
      Firings firings = some();
      List<Integer> all = list(firings);
      for (int epoch = -1; epoch < 130; epoch++) {
        int e = epoch;
        List<Integer> before = all.stream().filter(one -> one < e).toList();

        assertThat(firings.before(epoch)).isEqualTo(before.size());
        assertThat(list(firings.until(epoch))).isEqualTo(before);
        assertThat(firings.has(epoch)).isEqualTo(all.contains(epoch));
        assertThat(firings.from(epoch))
            .isEqualTo(all.stream().mapToInt(one -> one).filter(one -> one >= e).findFirst());
        assertThat(firings.lastBefore(epoch))
            .isEqualTo(
                before.isEmpty()
                    ? OptionalInt.empty()
                    : OptionalInt.of(before.get(before.size() - 1)));
      }
    }
  }

  @Test
  void aMillionEpochsAreAsFewAsThree() {
    Firings long1 = Firings.every(0, 999_983, 1_000);
    Firings long2 = Firings.every(5, 999_979, 1_000);

    assertThat(long1.common(long2).count()).isLessThanOrEqualTo(1);
    assertThat(Firings.every(0, 1, 1_000_000).common(Firings.every(3, 7, 100_000)).count())
        .isEqualTo(100_000);
    assertThat(Firings.union(List.of(Firings.every(0, 2, 3), Firings.of(1, 2))))
        .containsExactly(0, 1, 2, 4);
  }
}
