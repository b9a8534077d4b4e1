package io.schedulec.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

final class NearestTest {

  @Test
  void countsInsertionsDeletionsReplacementsAndSwaps() {
    assertThat(Nearest.distance("weight", "weights")).isEqualTo(1);
    assertThat(Nearest.distance("wieght", "weight")).isEqualTo(1);
    assertThat(Nearest.distance("con1", "conv1")).isEqualTo(1);
    assertThat(Nearest.distance("kitten", "sitting")).isEqualTo(3);
    assertThat(Nearest.distance("", "abc")).isEqualTo(3);
  }

  @Test
  void findsTheNearestOfFewEdits() {
    List<String> names = List.of("pruners", "policies", "extensions");

    assertThat(Nearest.of("pruner", names)).contains("pruners");
    assertThat(Nearest.of("PRUNERS", names)).contains("pruners");
    assertThat(Nearest.of("policy", names)).isEmpty();
    assertThat(Nearest.of("q", List.of("p"))).isEmpty();
  }

  @Property
  void isSymmetricAndZeroForEquals(
      @ForAll @Chars({'a', 'b', 'c'}) @StringLength(max = 8) String a,
      @ForAll @Chars({'a', 'b', 'c'}) @StringLength(max = 8) String b) {
    assertThat(Nearest.distance(a, b)).isEqualTo(Nearest.distance(b, a));
    assertThat(Nearest.distance(a, b) == 0).isEqualTo(a.equals(b));
  }
}
