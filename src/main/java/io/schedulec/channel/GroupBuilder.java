package io.schedulec.channel;

import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the groups of a model off its joined channels. */
final class GroupBuilder {
  /** Of many places that freeze a group for one reason, so many are told. */
  private static final int TOLD_PER_REASON = 3;

  private final ModelGraph graph;
  private final Statements statements;
  private final Spaces spaces;
  private final List<Slot> slots;
  private final Partition partition;
  private final Joins joins;
  private final List<List<Member>> members = new ArrayList<>();
  private final List<Ints> firstIndices = new ArrayList<>();
  private final List<List<Constraint>> constraints = new ArrayList<>();
  private final List<List<Frozen>> frozen = new ArrayList<>();
  private final Map<Long, List<Part>> partsOf = new HashMap<>();
  private final Map<Integer, IndexLists> identities = new HashMap<>();

  /** The indices of an axis that belong to one group; many axes are numbered alike. */
  private record Part(int group, IndexLists lists) {}

  GroupBuilder(ModelGraph graph, Statements statements) {
    this.graph = graph;
    this.statements = statements;
    this.spaces = statements.spaces();
    this.slots = statements.slots();
    this.partition = Partition.of(spaces, slots);
    this.joins = new Joins(graph, spaces, statements.gates());
  }

  ChannelSpaces build() {
    for (int g = 0; g < partition.groups(); g++) {
      members.add(new ArrayList<>());
      firstIndices.add(new Ints());
      constraints.add(new ArrayList<>());
      frozen.add(new ArrayList<>());
    }
    for (Slot slot : slots) {
      addMembers(slot);
    }
    addConstraints();
    addFrozen();
    List<List<String>> normalised = normalised();
    List<CoupledGroup> groups = new ArrayList<>(partition.groups());
    for (int g = 0; g < partition.groups(); g++) {
      groups.add(
          new CoupledGroup(
              g,
              partition.size(g),
              frozen.get(g),
              members.get(g),
              constraints.get(g),
              normalised.get(g),
              joins.of(members.get(g), firstIndices.get(g))));
    }
    return new ChannelSpaces(groups, byParameter(groups));
  }

  /** The indices of one axis, sorted into the groups they belong to. */
  private void addMembers(Slot slot) {
    long key = ((long) spaces.base(slot.space) << 32) | spaces.size(slot.space);
    List<Part> parts = partsOf.get(key);
    if (parts == null) {
      parts = parts(spaces.base(slot.space), spaces.size(slot.space));
      partsOf.put(key, parts);
    }
    for (Part part : parts) {
      addMember(slot, part.group, part.lists);
    }
  }

  private List<Part> parts(int base, int size) {
    Map<Integer, Ints[]> byGroup = new LinkedHashMap<>();
    int last = -1;
    Ints[] part = {new Ints(), new Ints()};
    for (int i = 0; i < size; i++) {
      int group = partition.group(base + i);
      if (group != last) {
        part = part(byGroup, group);
        last = group;
      }
      part[0].add(partition.place(base + i));
      part[1].add(i);
    }
    List<Part> parts = new ArrayList<>(byGroup.size());
    for (Map.Entry<Integer, Ints[]> entry : byGroup.entrySet()) {
      Ints[] own = entry.getValue();
      int group = entry.getKey();
      parts.add(new Part(group, lists(partition.size(group), own[0], own[1])));
    }
    return parts;
  }

  /** Most axes number their channels alike, and share the lists that say so. */
  private IndexLists lists(int size, Ints channels, Ints indices) {
    if (!IndexLists.identity(size, channels, indices)) {
      return IndexLists.of(size, channels, indices);
    }
    IndexLists known = identities.get(size);
    if (known == null) {
      known = IndexLists.of(size, channels, indices);
      identities.put(size, known);
    }
    return known;
  }

  /** The channels and the indices that one group has of an axis. */
  private static Ints[] part(Map<Integer, Ints[]> parts, int group) {
    Ints[] part = parts.get(group);
    if (part == null) {
      part = new Ints[] {new Ints(), new Ints()};
      parts.put(group, part);
    }
    return part;
  }

  private void addMember(Slot slot, int group, IndexLists lists) {
    Member member =
        new Member(slot.parameter, slot.axis, slot.role, lists, slot.acrossGroups, slot.depthwise);
    members.get(group).add(member);
    firstIndices.get(group).add(spaces.base(slot.space) + lists.first(0));
    if (slot.blocks > 1) {
      constraints.get(group).add(new Constraint(slot.blocks, slot.parameter.name(), slot.axis));
    }
  }

  private void addConstraints() {
    Constraints slices = new Constraints(spaces, partition);
    statements.demands().forEach(slices::add);
    for (int g = 0; g < partition.groups(); g++) {
      constraints.get(g).addAll(slices.of(g, members.get(g)));
    }
  }

  /** For each group the nodes that normalise over its channels. */
  private List<List<String>> normalised() {
    List<List<String>> nodes = new ArrayList<>(partition.groups());
    for (int g = 0; g < partition.groups(); g++) {
      nodes.add(new ArrayList<>(0));
    }
    for (Statements.Normalised statement : statements.normalised()) {
      int space = statement.space();
      String node = graph.nodes().get(statement.node()).name();
      int last = -1;
      for (int i = 0; spaces.numbered(space) && i < spaces.size(space); i++) {
        int group = partition.group(spaces.base(space) + i);
        if (group >= 0 && group != last && !nodes.get(group).contains(node)) {
          nodes.get(group).add(node);
        }
        last = group;
      }
    }
    return nodes;
  }

  private void addFrozen() {
    int[] lastStatement = new int[partition.groups()];
    List<Spaces.Freeze> statements = spaces.statements();
    for (int s = 0; s < statements.size(); s++) {
      Spaces.Freeze freeze = statements.get(s);
      if (!spaces.known(freeze.space()) || !spaces.numbered(freeze.space())) {
        continue;
      }
      int base = spaces.base(freeze.space());
      for (int i = 0; i < spaces.size(freeze.space()); i++) {
        int group = partition.group(base + i);
        if (group >= 0 && lastStatement[group] != s + 1) {
          lastStatement[group] = s + 1;
          tell(frozen.get(group), freeze);
        }
      }
    }
  }

  private void tell(List<Frozen> list, Spaces.Freeze freeze) {
    String node = freeze.node() < 0 ? "" : graph.nodes().get(freeze.node()).name();
    String tensor = freeze.value() < 0 ? "" : graph.values().get(freeze.value()).name();
    Frozen entry = new Frozen(freeze.reason().word(), node, tensor, sentence(freeze));
    int alike = 0;
    for (Frozen told : list) {
      if (same(told, entry)) {
        return;
      }
      alike += told.reason().equals(entry.reason()) ? 1 : 0;
    }
    if (alike < TOLD_PER_REASON) {
      list.add(entry);
    }
  }

  private static boolean same(Frozen a, Frozen b) {
    return a.reason().equals(b.reason())
        && a.node().equals(b.node())
        && a.tensor().equals(b.tensor());
  }

  private String sentence(Spaces.Freeze freeze) {
    if (freeze.node() < 0) {
      return freeze.reason().sentence();
    }
    Node node = graph.nodes().get(freeze.node());
    String place = node.opType().concat(" ").concat(node.name());
    return place.concat(": ").concat(freeze.reason().sentence());
  }

  private static Map<String, List<CoupledGroup>> byParameter(List<CoupledGroup> groups) {
    Map<String, List<CoupledGroup>> byParameter = new HashMap<>();
    for (CoupledGroup group : groups) {
      List<CoupledGroup> alone = List.of(group);
      for (Member member : group.members()) {
        List<CoupledGroup> before = byParameter.put(member.parameter().name(), alone);
        if (before != null && before != alone) {
          byParameter.put(member.parameter().name(), joined(before, group));
        }
      }
    }
    return byParameter;
  }

  private static List<CoupledGroup> joined(List<CoupledGroup> groups, CoupledGroup more) {
    if (groups.get(groups.size() - 1).id() == more.id()) {
      return groups;
    }
    List<CoupledGroup> joined = new ArrayList<>(groups);
    joined.add(more);
    return joined;
  }
}
