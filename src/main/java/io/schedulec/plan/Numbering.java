package io.schedulec.plan;

import io.schedulec.channel.Member;
import java.util.List;

/** Compares the numbering of a plan with that of a model. */
final class Numbering {
  private Numbering() {}

  /** Whether the same indices go with each channel. */
  static boolean same(Indices said, Member.Indices real, int channels) {
    if (said instanceof Indices.Table table && table.lists().size() != channels) {
      return false;
    }
    for (int channel = 0; channel < channels; channel++) {
      List<Integer> indices = real.of(channel);
      boolean same =
          said instanceof Indices.Runs runs
              ? same(runs, channel, indices)
              : ((Indices.Table) said).lists().get(channel).equals(indices);
      if (!same) {
        return false;
      }
    }
    return true;
  }

  /** Nothing is listed: what a plan says may stand for any number of indices. */
  private static boolean same(Indices.Runs runs, int channel, List<Integer> indices) {
    if ((long) runs.offsets().size() * runs.width() != indices.size()) {
      return false;
    }
    for (int i = 0; i < indices.size(); i++) {
      long start = runs.offsets().get(i / runs.width()) + (long) channel * runs.stride();
      if (start + i % runs.width() != indices.get(i)) {
        return false;
      }
    }
    return true;
  }

  /** The largest index that goes with any of some channels. */
  static long largest(Indices said, int channels) {
    if (said instanceof Indices.Runs runs) {
      long first = runs.offsets().stream().mapToLong(Integer::longValue).max().orElse(0);
      return first + (channels - 1L) * runs.stride() + runs.width() - 1L;
    }
    return ((Indices.Table) said)
        .lists().stream().flatMap(List::stream).mapToLong(Integer::longValue).max().orElse(0);
  }
}
