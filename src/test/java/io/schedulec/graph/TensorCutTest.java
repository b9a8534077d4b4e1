package io.schedulec.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TensorCutTest {

  private static BitSet set(int... indices) {
    BitSet set = new BitSet();
    for (int index : indices) {
      set.set(index);
    }
    return set;
  }

  /** The numbers of the elements that a cut leaves of a tensor of bytes. */
  private static List<Integer> kept(TensorCut cut) {
    int count = (int) cut.before().elements();
    ByteBuffer data = ByteBuffer.allocate(count);
    for (int i = 0; i < count; i++) {
      data.put(i, (byte) i);
    }
    List<Integer> kept = new ArrayList<>();
    cut.keep(
        data,
        1,
        run -> {
          while (run.hasRemaining()) {
            kept.add(run.get() & 0xff);
          }
        });
    return kept;
  }

  @Property(tries = 200)
  void keepsTheElementsNoneOfWhoseIndicesGoes(
      @ForAll @Size(min = 1, max = 4) List<@IntRange(min = 1, max = 3) Integer> sizes,
      @ForAll long seed) {
    long[] dims = sizes.stream().mapToLong(Integer::longValue).toArray();
    Random random = new Random(seed);
    TensorCut cut = TensorCut.none(Shape.of(dims));
    for (int axis = 0; axis < dims.length; axis++) {
      cut = cut.and(axis, BitSet.valueOf(new long[] {random.nextInt(1 << dims[axis])}));
    }
    List<Integer> expected = new ArrayList<>();
    for (int element = 0; element < cut.before().elements(); element++) {
      boolean stays = true;
      for (int axis = 0; axis < dims.length; axis++) {
        int inner = (int) cut.before().product(axis + 1, dims.length);
        stays &= !cut.removed(axis).get(element / inner % (int) dims[axis]);
      }
      if (stays) {
        expected.add(element);
      }
    }
    assertThat(kept(cut)).isEqualTo(expected);
    assertThat(cut.after().elements()).isEqualTo(expected.size());
  }

  @Test
  void channelsAcrossGroupsAreColumnsOfTheRowsOfTheirGroup() {
    TensorCut cut = TensorCut.none(Shape.of(4, 3)).andAcross(2, set(0, 5));
    assertThat(kept(cut)).containsExactly(1, 2, 4, 5, 6, 7, 9, 10);
    assertThat(cut.after()).isEqualTo(Shape.of(4, 2));
    assertThat(cut.even()).isTrue();
    assertThat(kept(cut.and(0, set(1, 2)))).containsExactly(1, 2, 9, 10);
  }

  @Test
  void groupsThatWouldDifferAreUneven() {
    TensorCut cut = TensorCut.none(Shape.of(4, 3));
    assertThat(cut.andAcross(2, set(0, 1)).even()).isFalse();
    assertThat(cut.andAcross(2, set(0, 3)).and(0, set(0)).even()).isFalse();
    assertThat(cut.andAcross(2, set(0, 3)).and(0, set(0, 2)).even()).isTrue();
  }

  @Test
  void unknownSizesStayUnknown() {
    TensorCut cut = TensorCut.none(Shape.of(-1, 8)).and(1, set(2));
    assertThat(cut.after()).isEqualTo(Shape.of(-1, 7));
    assertThat(cut).isEqualTo(TensorCut.none(Shape.of(-1, 8)).and(1, set(2)));
    assertThat(cut).isNotEqualTo(TensorCut.none(Shape.of(-1, 8)).and(1, set(3)));
  }
}
