package io.schedulec.lower;

import io.schedulec.channel.ChannelSpaces;
import io.schedulec.channel.Constraint;
import io.schedulec.channel.CoupledGroup;
import io.schedulec.plan.Group;
import io.schedulec.plan.Member;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The groups of a model as a plan writes them. A group has the same name in every plan for the
 * model: that of the layer of its first writer, or first reader, with a number where two would have
 * one name.
 */
final class PlanGroups {
  private final Map<Integer, String> names = new HashMap<>();
  private final Map<String, String> notes = new HashMap<>();
  private final SortedMap<Integer, Group> made = new TreeMap<>();

  PlanGroups(ChannelSpaces spaces) {
    Set<String> taken = new HashSet<>();
    for (CoupledGroup group : spaces.groups()) {
      if (group.prunable()) {
        String name = unique(stem(group), taken);
        names.put(group.id(), name);
        notes.put(name, GroupNotes.of(group));
      }
    }
  }

  /** A prunable group. */
  Group of(CoupledGroup group) {
    return made.computeIfAbsent(group.id(), id -> make(group));
  }

  /** The groups with given names that have been asked for, in the order of the model. */
  List<Group> named(Set<String> wanted) {
    return made.values().stream().filter(group -> wanted.contains(group.name())).toList();
  }

  /** What is said beside groups. */
  Map<String, String> notes(List<Group> groups) {
    Map<String, String> said = new HashMap<>();
    for (Group group : groups) {
      said.put(group.name(), notes.getOrDefault(group.name(), ""));
    }
    return said;
  }

  private static String stem(CoupledGroup group) {
    List<io.schedulec.channel.Member> named = new ArrayList<>(group.writers());
    named.addAll(group.readers());
    named.addAll(group.members());
    return named.get(0).parameter().layer();
  }

  private static String unique(String stem, Set<String> taken) {
    String name = stem;
    for (int number = 2; !taken.add(name); number++) {
      name = stem + "/" + number;
    }
    return name;
  }

  private Group make(CoupledGroup group) {
    List<Member> members = new ArrayList<>();
    for (io.schedulec.channel.Member member : group.members()) {
      members.add(
          new Member(
              member.parameter().name(),
              member.axis(),
              member.role(),
              IndexForms.of(member.indices(), group.size()),
              member.convInput()));
    }
    List<Group.Balance> balances = new ArrayList<>();
    for (Constraint constraint : group.constraints()) {
      balances.add(new Group.Balance(constraint.blocks(), constraint.tensor(), constraint.axis()));
    }
    String name = names.get(group.id());
    if (name == null) {
      throw new IllegalArgumentException("group " + group.id() + " is fixed");
    }
    return new Group(name, group.size(), members, balances);
  }
}
