package io.schedulec.channel;

import io.schedulec.channel.rule.Reason;
import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Parameter;
import io.schedulec.graph.Value;
import io.schedulec.graph.shape.ShapeTable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Explains the channels of single parameters.
 *
 * <p>The rules are asked once more, and what they state is taken down, which an analysis that
 * nobody asks about can do without.
 */
public final class Explanations {
  private final ModelGraph model;
  private final Spaces spaces;
  private final List<Slot> slots;
  private final Partition partition;
  private final ChannelSpaces groups;
  private final TraceGraph graph;
  private final Map<String, Value> parameters = new HashMap<>();
  private final Map<String, Slot> byMember = new HashMap<>();

  private Explanations(ModelGraph model, Statements statements, Journal journal) {
    this.model = model;
    this.slots = statements.slots();
    this.spaces = statements.spaces();
    this.partition = Partition.of(spaces, slots);
    this.groups = new GroupBuilder(model, statements).build();
    this.graph = new TraceGraph(model, spaces, slots, journal);
    for (Slot slot : slots) {
      byMember.put(key(slot.parameter, slot.axis, slot.acrossGroups), slot);
    }
    for (Value value : model.values()) {
      value.parameter().ifPresent(p -> parameters.putIfAbsent(p.name(), value));
    }
  }

  /** Explanations of a model; groups are numbered as {@link ChannelAnalysis} does. */
  public static Explanations of(ModelGraph model, ShapeTable shapes) {
    Journal journal = new Journal();
    return new Explanations(model, ChannelSolver.solve(model, shapes, journal), journal);
  }

  /**
   * Every axis of a parameter that produces or consumes channels, or where none does every axis
   * that has channels, once for each group that it has a part in.
   */
  public List<AxisExplanation> axes(String parameter) {
    List<AxisExplanation> axes = new ArrayList<>();
    for (Slot slot : told(parameter)) {
      for (CoupledGroup group : groups.byParameter().getOrDefault(parameter, List.of())) {
        for (Member member : group.members()) {
          if (is(member, slot)) {
            axes.add(explain(slot, member, group));
          }
        }
      }
    }
    return axes;
  }

  private List<Slot> told(String parameter) {
    List<Slot> all = new ArrayList<>();
    List<Slot> layers = new ArrayList<>();
    for (Slot slot : slots) {
      if (slot.parameter.name().equals(parameter)) {
        all.add(slot);
        if (slot.role == Role.FILTERS || slot.role == Role.CHANNELS) {
          layers.add(slot);
        }
      }
    }
    List<Slot> told = layers.isEmpty() ? all : layers;
    told.sort((a, b) -> Integer.compare(a.axis, b.axis));
    return told;
  }

  private static boolean is(Member member, Slot slot) {
    return member.axis() == slot.axis
        && member.convInput() == slot.acrossGroups
        && member.parameter().name().equals(slot.parameter.name());
  }

  private AxisExplanation explain(Slot slot, Member member, CoupledGroup group) {
    Ints indices = new Ints();
    Ints channels = new Ints();
    int base = spaces.base(slot.space);
    for (int i = 0; i < spaces.size(slot.space); i++) {
      if (partition.group(base + i) == group.id()) {
        indices.add(i);
        channels.add(base + i);
      }
    }
    TraceSearch search = TraceSearch.from(graph, site(slot), channels);
    return new AxisExplanation(
        member,
        group,
        IndexRanges.of(indices, spaces.size(slot.space)),
        group.prunable() ? List.of() : holdings(slot, channels, search),
        couplings(slot, group, search));
  }

  private int site(Slot slot) {
    return graph.site(slot, value(slot).id());
  }

  /** The tensor that a parameter is; every slot is of one that the model has. */
  private Value value(Slot slot) {
    return Objects.requireNonNull(parameters.get(slot.parameter.name()));
  }

  /** The nearest place at which each reason holds. */
  private List<Holding> holdings(Slot slot, Ints channels, TraceSearch search) {
    Map<Reason, Holding> nearest = new EnumMap<>(Reason.class);
    List<Holding> holdings = new ArrayList<>();
    Ints reached = search.reached();
    for (int i = 0; i < reached.size(); i++) {
      for (Journal.Freeze freeze : graph.freezes(search.site(reached.get(i)))) {
        if (!nearest.containsKey(freeze.reason())) {
          Holding holding = holding(slot, channels, freeze, search.trace(model, reached.get(i)));
          nearest.put(freeze.reason(), holding);
          holdings.add(holding);
        }
      }
    }
    return holdings;
  }

  private Holding holding(Slot slot, Ints channels, Journal.Freeze freeze, Trace trace) {
    boolean[] held = held(freeze.reason());
    Ints indices = new Ints();
    for (int i = 0; i < channels.size(); i++) {
      if (held[spaces.sets().find(channels.get(i))]) {
        indices.add(channels.get(i) - spaces.base(slot.space));
      }
    }
    return new Holding(
        freeze.reason(),
        freeze.node() < 0 ? Optional.empty() : Optional.of(model.nodes().get(freeze.node())),
        IndexRanges.of(indices, channels.size()),
        trace);
  }

  /** The sets of channels that are frozen for a reason. */
  private boolean[] held(Reason reason) {
    boolean[] held = new boolean[spaces.sets().size()];
    for (Spaces.Freeze freeze : spaces.statements()) {
      int space = freeze.space();
      if (freeze.reason() == reason && spaces.known(space) && spaces.numbered(space)) {
        int base = spaces.base(space);
        for (int i = 0; i < spaces.size(space); i++) {
          held[spaces.sets().find(base + i)] = true;
        }
      }
    }
    return held;
  }

  private List<Coupling> couplings(Slot own, CoupledGroup group, TraceSearch search) {
    List<Coupling> couplings = new ArrayList<>();
    List<Integer> distances = new ArrayList<>();
    for (Member member : group.members()) {
      Slot slot = byMember.get(key(member.parameter(), member.axis(), member.convInput()));
      if (slot == null || slot == own) {
        continue;
      }
      int point = nearest(slot, group, search);
      int distance = point < 0 ? Integer.MAX_VALUE : search.distance(point);
      int place = distances.size();
      while (place > 0 && distances.get(place - 1) > distance) {
        place--;
      }
      distances.add(place, distance);
      couplings.add(place, new Coupling(member, trace(own, point, search)));
    }
    return couplings;
  }

  private static String key(Parameter parameter, int axis, boolean acrossGroups) {
    return parameter.name() + (acrossGroups ? "@groups " : "@") + axis;
  }

  private Trace trace(Slot own, int point, TraceSearch search) {
    return point < 0 ? new Trace(value(own), List.of()) : search.trace(model, point);
  }

  /** The nearest point of an axis in a group, or -1 where no way leads to it. */
  private int nearest(Slot slot, CoupledGroup group, TraceSearch search) {
    int base = spaces.base(slot.space);
    int site = site(slot);
    int nearest = -1;
    for (int i = 0; i < spaces.size(slot.space); i++) {
      int point = graph.point(site, base + i);
      boolean nearer =
          search.distance(point) >= 0
              && (nearest < 0 || search.distance(point) < search.distance(nearest));
      if (partition.group(base + i) == group.id() && nearer) {
        nearest = point;
      }
    }
    return nearest;
  }
}
