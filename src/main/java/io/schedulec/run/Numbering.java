package io.schedulec.run;

import io.schedulec.channel.CoupledGroup;
import io.schedulec.channel.Member;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How the axes of a model are numbered after some of their indices went. Starts with nothing gone.
 */
final class Numbering {
  private final Map<Axis, BitSet> gone = new LinkedHashMap<>();

  private record Axis(String tensor, int axis, boolean convInput) {
    static Axis of(Member member) {
      return new Axis(member.parameter().name(), member.axis(), member.convInput());
    }
  }

  /**
   * Removes channels from groups.
   *
   * @param channels for each group the channels that go, numbered as in the model file
   * @return what each axis loses, numbered as it was before this call
   */
  List<Removed> remove(Map<CoupledGroup, List<Integer>> channels) {
    Map<Axis, BitSet> going = new LinkedHashMap<>();
    channels.forEach((group, lost) -> collect(group, lost, going));
    List<Removed> removed = new ArrayList<>();
    going.forEach((axis, indices) -> removed.add(removed(axis, indices)));
    going.forEach((axis, indices) -> goneOf(axis).or(indices));
    return removed;
  }

  private static void collect(CoupledGroup group, List<Integer> lost, Map<Axis, BitSet> going) {
    for (Member member : group.members()) {
      BitSet indices = going.computeIfAbsent(Axis.of(member), a -> new BitSet());
      for (int channel : lost) {
        member.indices().of(channel).forEach(indices::set);
      }
    }
  }

  private Removed removed(Axis axis, BitSet indices) {
    int[] earlier = goneOf(axis).stream().toArray();
    List<Integer> numbered = indices.stream().map(i -> i - below(earlier, i)).boxed().toList();
    return new Removed(axis.tensor(), axis.axis(), axis.convInput(), numbered);
  }

  /** How many of some ascending numbers are smaller; the number itself is none of them. */
  private static int below(int[] ascending, int number) {
    return -Arrays.binarySearch(ascending, number) - 1;
  }

  private BitSet goneOf(Axis axis) {
    return gone.computeIfAbsent(axis, a -> new BitSet());
  }
}
