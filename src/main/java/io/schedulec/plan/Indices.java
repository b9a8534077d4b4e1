package io.schedulec.plan;

import java.util.ArrayList;
import java.util.List;

/** Which indices of an axis go with each channel of a group. */
public sealed interface Indices {

  /** Channel i is index i alone. */
  Indices IDENTITY = new Runs(List.of(0), 1, 1);

  /** The indices that go with a channel, ascending. */
  List<Integer> of(int channel);

  /**
   * Runs of neighbours at equal distances: channel i is the indices {@code offset + i*stride ..
   * offset + i*stride + width-1} for every offset.
   *
   * @param offsets where the runs of channel 0 start, ascending, at least one
   * @param stride distance from one channel to the next, at least 1
   * @param width indices in a run, at least 1
   */
  record Runs(List<Integer> offsets, int stride, int width) implements Indices {
    /** Copies the offsets. */
    public Runs {
      offsets = List.copyOf(offsets);
    }

    @Override
    public List<Integer> of(int channel) {
      List<Integer> indices = new ArrayList<>();
      for (int offset : offsets) {
        for (int i = 0; i < width; i++) {
          indices.add(offset + channel * stride + i);
        }
      }
      return indices;
    }
  }

  /**
   * Any other numbering.
   *
   * @param lists the indices of each channel, ascending
   */
  record Table(List<List<Integer>> lists) implements Indices {
    /** Copies the lists. */
    public Table {
      lists = lists.stream().map(List::copyOf).toList();
    }

    @Override
    public List<Integer> of(int channel) {
      return lists.get(channel);
    }
  }
}
