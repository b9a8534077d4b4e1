package io.schedulec.channel;

import java.util.ArrayList;
import java.util.List;

/**
 * Indices of an axis as ranges.
 *
 * @param ranges first and last index of each range, ascending, with gaps between them
 * @param count how many indices there are
 * @param all whether these are all indices of the axis
 */
public record IndexRanges(List<Range> ranges, int count, boolean all) {
  /** Copies the list. */
  public IndexRanges {
    ranges = List.copyOf(ranges);
  }

  /** The indices from the first to the last, both included. */
  public record Range(int first, int last) {
    @Override
    public String toString() {
      return first == last ? Integer.toString(first) : first + ".." + last;
    }
  }

  /** The ranges of ascending indices of an axis of some size. */
  static IndexRanges of(Ints indices, int size) {
    List<Range> ranges = new ArrayList<>();
    for (int i = 0; i < indices.size(); ) {
      int end = i + 1;
      while (end < indices.size() && indices.get(end) == indices.get(end - 1) + 1) {
        end++;
      }
      ranges.add(new Range(indices.get(i), indices.get(end - 1)));
      i = end;
    }
    return new IndexRanges(ranges, indices.size(), indices.size() == size);
  }
}
