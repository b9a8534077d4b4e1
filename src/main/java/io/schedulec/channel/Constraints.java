package io.schedulec.channel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts demands on slices of spaces as constraints of groups. */
final class Constraints {
  private final Spaces spaces;
  private final Partition partition;
  private final Map<Integer, Set<List<List<Integer>>>> byGroup = new HashMap<>();

  Constraints(Spaces spaces, Partition partition) {
    this.spaces = spaces;
    this.partition = partition;
  }

  /** Takes a demand down for each group that has channels of its space. */
  void add(Blocks.Demand demand) {
    Map<Integer, List<List<Integer>>> slices = new HashMap<>();
    int base = spaces.base(demand.space());
    for (int channel = 0; channel < spaces.size(demand.space()); channel++) {
      int group = partition.group(base + channel);
      if (group >= 0) {
        List<List<Integer>> own = slices.computeIfAbsent(group, g -> empty(demand.count()));
        own.get(demand.of(channel)).add(partition.place(base + channel));
      }
    }
    slices.forEach((group, own) -> add(group, own));
  }

  private static List<List<Integer>> empty(int count) {
    List<List<Integer>> lists = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      lists.add(new ArrayList<>());
    }
    return lists;
  }

  private void add(int group, List<List<Integer>> slices) {
    List<List<Integer>> sorted = new ArrayList<>();
    slices.forEach(slice -> sorted.add(slice.stream().sorted().toList()));
    sorted.removeIf(List::isEmpty);
    boolean one = sorted.stream().distinct().count() == 1;
    if (!one) {
      byGroup.computeIfAbsent(group, g -> new LinkedHashSet<>()).add(sorted);
    }
  }

  /** The constraints of a group, one for each writer, or for its first member where it has none. */
  List<Constraint> of(int group, List<Member> members) {
    List<Constraint> constraints = new ArrayList<>();
    for (List<List<Integer>> slices : byGroup.getOrDefault(group, Set.of())) {
      boolean runs = runs(slices, partition.size(group));
      for (Member member : imposing(members)) {
        boolean whole = runs && member.indices().identity() && whole(member, group);
        String name = member.parameter().name();
        constraints.add(
            new Constraint(slices.size(), name, member.axis(), whole ? List.of() : slices));
      }
    }
    return constraints;
  }

  private boolean whole(Member member, int group) {
    return member.parameter().shape().dim(member.axis()) == partition.size(group);
  }

  private static List<Member> imposing(List<Member> members) {
    List<Member> writers = members.stream().filter(Member::writer).toList();
    return writers.isEmpty() ? members.subList(0, Math.min(1, members.size())) : writers;
  }

  /** Whether slices are equal runs of channels, one after the other. */
  private static boolean runs(List<List<Integer>> slices, int size) {
    int next = 0;
    for (List<Integer> slice : slices) {
      for (int channel : slice) {
        if (channel != next++) {
          return false;
        }
      }
    }
    return next == size && slices.size() * slices.get(0).size() == size;
  }
}
