package io.schedulec.channel;

import io.schedulec.channel.rule.Axis;
import io.schedulec.channel.rule.IndexMap;
import io.schedulec.channel.rule.Links;
import io.schedulec.channel.rule.Reason;
import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Node;
import io.schedulec.graph.Parameter;
import io.schedulec.graph.Shape;
import io.schedulec.graph.Value;
import io.schedulec.graph.shape.ShapeTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Takes down what rules state, and joins channels accordingly. */
final class Statements implements Links {
  private static final IndexMap SAME = new IndexMap.Shift(0);

  private final ModelGraph graph;
  private final ShapeTable shapes;
  private final Spaces spaces = new Spaces();
  private final Slots slots = new Slots(spaces);
  private final Views views;
  private final CompositeTies composites;
  private final List<Gate> gates = new ArrayList<>();
  private final boolean[] fixed;
  private int current;
  private boolean fixedNode;

  Statements(ModelGraph graph, ShapeTable shapes) {
    this.graph = graph;
    this.shapes = shapes;
    this.views = new Views(graph, shapes, spaces, slots);
    this.composites = new CompositeTies(views, spaces);
    this.fixed = new boolean[graph.values().size()];
    for (Value value : graph.values()) {
      Value.Kind kind = value.kind();
      fixed[value.id()] = kind == Value.Kind.PARAMETER || kind == Value.Kind.CONSTANT;
    }
  }

  /** From now on statements are about this node. */
  void at(Node node) {
    current = node.index();
    views.at(current);
    fixedNode = allFixed(node.inputs());
    for (Optional<Value> output : node.outputs()) {
      if (output.isPresent()) {
        fixed[output.get().id()] = fixedNode;
      }
    }
  }

  /** Freezes an output of the model. */
  void freezeOutput(Value output) {
    current = views.producer(output);
    freeze(output, Reason.GRAPH_OUTPUT);
  }

  private boolean allFixed(List<Optional<Value>> values) {
    for (Optional<Value> value : values) {
      if (value.isPresent() && !fixed[value.get().id()]) {
        return false;
      }
    }
    return true;
  }

  Spaces spaces() {
    return spaces;
  }

  Views views() {
    return views;
  }

  List<Slot> slots() {
    return slots.settled();
  }

  List<Gate> gates() {
    return gates;
  }

  @Override
  public long opset() {
    return graph.opset();
  }

  @Override
  public Optional<Node> producer(Value value) {
    int producer = views.producer(value);
    return producer < 0 ? Optional.empty() : Optional.of(graph.nodes().get(producer));
  }

  @Override
  public Shape shape(Value value) {
    return views.shape(value);
  }

  @Override
  public boolean sameSize(Value a, int axisOfA, Value b, int axisOfB) {
    return shapes.sameSize(a, axisOfA, b, axisOfB);
  }

  @Override
  public Optional<long[]> integers(Value value) {
    return shapes.integers(value);
  }

  @Override
  public OptionalLong integer(Value value, int index) {
    return shapes.integer(value, index);
  }

  @Override
  public boolean fixed(Value value) {
    return fixed[value.id()];
  }

  @Override
  public Axis axis(Value value, int axis) {
    int space = views.space(value, axis);
    if (!views.whole(value, axis)) {
      spaces.freeze(space, Reason.FIXED_SHAPE, current, value.id());
      space = spaces.add(views.size(value, axis));
      spaces.freeze(space, Reason.FIXED_SHAPE, current, value.id());
    }
    return new Axis(space, spaces.size(space), fixed(value));
  }

  @Override
  public Optional<Axis> channelsAcrossGroups(Value weight, int size) {
    return acrossGroups(weight, size, Role.CHANNELS);
  }

  @Override
  public Optional<Axis> filtersAcrossGroups(Value weight, int size) {
    return acrossGroups(weight, size, Role.FILTERS);
  }

  private Optional<Axis> acrossGroups(Value weight, int size, Role role) {
    Optional<Parameter> parameter = unchanged(weight);
    if (parameter.isEmpty()) {
      return Optional.empty();
    }
    int space = slots.acrossGroups(parameter.get(), size);
    if (spaces.size(space) != size) {
      return Optional.empty();
    }
    Axis axis = new Axis(space, size, true);
    state(axis, role, false);
    return Optional.of(axis);
  }

  /** The parameter whose elements a value has, at most in another type. */
  private Optional<Parameter> unchanged(Value value) {
    Value at = value;
    while (at.parameter().isEmpty()) {
      Optional<Node> node = producer(at);
      boolean passes =
          node.isPresent()
              && (node.get().opType().equals("Cast") || node.get().opType().equals("Identity"))
              && node.get().input(0).isPresent();
      if (!passes) {
        return Optional.empty();
      }
      at = node.get().input(0).get();
    }
    return at.parameter();
  }

  @Override
  public void tie(Axis a, Axis b) {
    if (a.id() == b.id()) {
      return;
    }
    if (a.size() != b.size()) {
      freeze(a, Reason.UNKNOWN_SHAPE);
      freeze(b, Reason.UNKNOWN_SHAPE);
    } else {
      tie(a, b, SAME);
    }
  }

  @Override
  public void tie(Axis from, Axis to, IndexMap map) {
    if (from.size() < 0 || to.size() < 0) {
      freeze(from, Reason.UNKNOWN_SHAPE);
      freeze(to, Reason.UNKNOWN_SHAPE);
      return;
    }
    if (fixedNode) {
      slots.tieFixed(from.id(), to.id());
    }
    union(from, to, map);
  }

  private void union(Axis from, Axis to, IndexMap map) {
    UnionFind sets = spaces.sets();
    int a = spaces.base(from.id());
    int b = spaces.base(to.id());
    int time = time(from.fixed() || to.fixed());
    for (int i = 0; i < from.size(); i++) {
      int target = map.apply(i);
      if (target < 0 || target >= to.size()) {
        freeze(from, Reason.FIXED_SHAPE);
        freeze(to, Reason.FIXED_SHAPE);
        return;
      }
      sets.union(a + i, b + target, time, false);
    }
  }

  /** Where channels meet; odd where they meet in a parameter. */
  private int time(boolean inParameter) {
    return 2 * current + (inParameter ? 1 : 0);
  }

  @Override
  public void pass(Value from, Value to, int[] axes, boolean product) {
    int time = time(fixed(from) || fixed(to));
    for (int i = 0; i < axes.length; i++) {
      if (axes[i] < 0 || axes[i] >= shape(to).rank()) {
        drop(from, i);
      } else if (views.unstated(to, axes[i])) {
        share(from, i, to, axes[i]);
      } else if (views.whole(from, i) && views.whole(to, axes[i])) {
        meet(views.space(from, i), views.space(to, axes[i]), time, product);
      } else {
        composites.meet(from, i, to, axes, time, product);
      }
    }
  }

  /** An axis that nothing has been said of takes over the space of another. */
  private void share(Value from, int axis, Value to, int target) {
    int space = views.space(from, axis);
    if (views.size(from, axis) == views.size(to, target)) {
      views.set(to, target, space, views.stride(from, axis));
    } else {
      spaces.freeze(space, Reason.UNKNOWN_SHAPE, current, from.id());
      spaces.freeze(views.space(to, target), Reason.UNKNOWN_SHAPE, current, to.id());
    }
  }

  private void drop(Value from, int axis) {
    int space = views.space(from, axis);
    if (!views.whole(from, axis)) {
      spaces.freeze(space, Reason.FIXED_SHAPE, current, from.id());
    }
  }

  private void meet(int a, int b, int time, boolean product) {
    if (a == b) {
      return;
    }
    if (!spaces.known(a) || !spaces.known(b) || spaces.size(a) != spaces.size(b)) {
      spaces.freeze(a, Reason.UNKNOWN_SHAPE, current, -1);
      spaces.freeze(b, Reason.UNKNOWN_SHAPE, current, -1);
      return;
    }
    if (fixedNode) {
      slots.tieFixed(a, b);
    }
    if (spaces.idle(a) && spaces.idle(b)) {
      return;
    }
    if (product) {
      gates.add(new Gate(b, a));
    }
    int first = spaces.base(a);
    int second = spaces.base(b);
    for (int i = 0; i < spaces.size(a); i++) {
      spaces.sets().union(first + i, second + i, time, product);
    }
  }

  @Override
  public void reshape(Value from, Value to) {
    new Reshaping(this, views, spaces, current).run(from, to);
  }

  @Override
  public void freeze(Axis axis, Reason reason) {
    spaces.freeze(axis.id(), reason, current, -1);
  }

  @Override
  public void freeze(Value value, Reason reason) {
    for (int i = 0; i < shape(value).rank(); i++) {
      int space = views.space(value, i);
      spaces.freeze(space, reason, current, value.id());
      if (value.kind() == Value.Kind.PARAMETER && spaces.known(space)) {
        spaces.base(space);
      }
    }
  }

  @Override
  public void filters(Value weight, int axis, boolean depthwise) {
    state(weight, axis, Role.FILTERS, depthwise);
  }

  @Override
  public void channels(Value weight, int axis) {
    state(weight, axis, Role.CHANNELS, false);
  }

  @Override
  public void bias(Value parameter, int axis) {
    state(parameter, axis, Role.BIAS, false);
  }

  @Override
  public void norm(Value parameter, int axis) {
    state(parameter, axis, Role.NORM, false);
  }

  private void state(Value value, int axis, Role role, boolean depthwise) {
    if (!fixed(value)) {
      return;
    }
    state(axis(value, axis), role, depthwise);
  }

  private void state(Axis axis, Role role, boolean depthwise) {
    if (axis.size() >= 0) {
      spaces.base(axis.id());
      slots.state(axis.id(), role, depthwise);
    }
  }

  @Override
  public void equalBlocks(Axis axis, int blocks) {
    Slot slot = slots.of(axis.id());
    if (slot != null) {
      slot.blocks = blocks;
    }
  }
}
