package io.schedulec.lower;

import io.schedulec.channel.Member;
import io.schedulec.plan.Indices;
import java.util.ArrayList;
import java.util.List;

/** The shortest way to write which indices go with each channel. */
final class IndexForms {
  private IndexForms() {}

  /** Runs at equal distances where they say it all, else the lists themselves. */
  static Indices of(Member.Indices indices, int channels) {
    if (indices.identity()) {
      return Indices.IDENTITY;
    }
    Indices.Runs runs = runs(indices, channels);
    List<List<Integer>> lists = new ArrayList<>();
    boolean same = true;
    for (int channel = 0; channel < channels; channel++) {
      List<Integer> list = indices.of(channel);
      lists.add(list);
      same &= list.equals(runs.of(channel));
    }
    return same ? runs : new Indices.Table(lists);
  }

  /** The runs that the first two channels suggest. */
  private static Indices.Runs runs(Member.Indices indices, int channels) {
    List<Integer> first = indices.of(0);
    int width = width(first);
    List<Integer> offsets = new ArrayList<>();
    for (int i = 0; i < first.size(); i += width) {
      offsets.add(first.get(i));
    }
    int stride = width;
    if (channels > 1 && !indices.of(1).isEmpty() && !first.isEmpty()) {
      stride = Math.max(1, indices.of(1).get(0) - first.get(0));
    }
    return new Indices.Runs(offsets, stride, width);
  }

  /** The longest width that cuts a list into equal runs of neighbours. */
  private static int width(List<Integer> list) {
    int run = 1;
    while (run < list.size() && list.get(run) == list.get(0) + run) {
      run++;
    }
    while (!cuts(list, run)) {
      run--;
    }
    return run;
  }

  private static boolean cuts(List<Integer> list, int width) {
    if (list.size() % width != 0) {
      return false;
    }
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i) != list.get(i - i % width) + i % width) {
        return false;
      }
    }
    return true;
  }
}
