package io.schedulec.lower;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.channel.Member;
import io.schedulec.plan.Indices;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class IndexFormsTest {

  /** Lists that say themselves whether they are the identity. */
  private record Lists(List<List<Integer>> all) implements Member.Indices {
    @Override
    public boolean identity() {
      return IntStream.range(0, all.size()).allMatch(i -> all.get(i).equals(List.of(i)));
    }

    @Override
    public List<Integer> of(int channel) {
      return all.get(channel);
    }
  }

  private static Indices form(List<List<Integer>> lists) {
    return IndexForms.of(new Lists(lists), lists.size());
  }

  @Test
  void theShortestForms() {
    assertThat(form(List.of(List.of(0), List.of(1)))).isEqualTo(Indices.IDENTITY);
    assertThat(form(List.of(List.of(0)))).isEqualTo(Indices.IDENTITY);
    assertThat(form(List.of(List.of(64), List.of(65))))
        .isEqualTo(new Indices.Runs(List.of(64), 1, 1));
    assertThat(form(List.of(List.of(0, 1, 2), List.of(3, 4, 5))))
        .isEqualTo(new Indices.Runs(List.of(0), 3, 3));
    assertThat(form(List.of(List.of(0, 4, 8), List.of(1, 5, 9))))
        .isEqualTo(new Indices.Runs(List.of(0, 4, 8), 1, 1));
    assertThat(form(List.of(List.of(0, 1, 8, 9), List.of(2, 3, 10, 11))))
        .isEqualTo(new Indices.Runs(List.of(0, 8), 2, 2));
    assertThat(form(List.of(List.of(0), List.of(2), List.of(3))))
        .isEqualTo(new Indices.Table(List.of(List.of(0), List.of(2), List.of(3))));
  }

  @Property(tries = 300)
  void aFormHoldsTheSameIndices(
      @ForAll @Size(min = 1, max = 4) List<@IntRange(max = 3) Integer> gaps,
      @ForAll @IntRange(min = 1, max = 5) int stride,
      @ForAll @IntRange(min = 1, max = 4) int channels,
      @ForAll @IntRange(max = 1) int uneven) {
    List<List<Integer>> lists = new ArrayList<>();
    for (int channel = 0; channel < channels; channel++) {
      List<Integer> list = new ArrayList<>();
      int index = channel * stride + (channel == 2 ? uneven : 0);
      for (int gap : gaps) {
        list.add(index);
        index += gap + 1;
      }
      lists.add(list);
    }

    Indices form = form(lists);

    for (int channel = 0; channel < channels; channel++) {
      assertThat(form.of(channel)).isEqualTo(lists.get(channel));
    }
  }
}
