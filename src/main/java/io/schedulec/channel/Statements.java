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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/** Takes down what rules state, and joins channels accordingly. */
final class Statements implements Links {
  /** A space over whose channels a node normalises. */
  record Normalised(int space, int node) {}

  private static final IndexMap SAME = new IndexMap.Shift(0);

  private final ModelGraph graph;
  private final ShapeTable shapes;
  private final Spaces spaces;
  private final Slots slots;
  private final Views views;
  private final Blocks blocks;
  private final Composites composites;
  private final List<Gate> gates = new ArrayList<>();
  private final List<Normalised> normalised = new ArrayList<>();
  private final Normalizations normalizations;
  private final boolean[] fixed;
  private final boolean[] dataless;
  private List<Blocks.Demand> demands = List.of();
  private int current;
  private boolean fixedNode;
  private boolean constantNode;

  Statements(ModelGraph graph, ShapeTable shapes) {
    this.graph = graph;
    this.shapes = shapes;
    this.spaces = new Spaces(most(graph));
    this.blocks = new Blocks(spaces);
    this.slots = new Slots(spaces, graph.values().size());
    this.composites = new Composites(spaces, slots, blocks);
    this.views = new Views(graph, shapes, spaces, slots);
    this.normalizations = new Normalizations(graph, shapes);
    this.fixed = new boolean[graph.values().size()];
    this.dataless = new boolean[graph.values().size()];
    for (Value value : graph.values()) {
      Value.Kind kind = value.kind();
      fixed[value.id()] = kind == Value.Kind.PARAMETER || kind == Value.Kind.CONSTANT;
      dataless[value.id()] = kind == Value.Kind.CONSTANT;
    }
  }

  /** How many channels are believed of a model; what claims more has a shape that is damaged. */
  private static int most(ModelGraph graph) {
    return (int) Math.min(1L << 28, (1L << 24) + 256L * graph.nodes().size());
  }

  /** From now on statements are about this node. */
  void at(Node node) {
    current = node.index();
    views.at(current);
    fixedNode = all(node.inputs(), value -> fixed[value.id()]);
    boolean sizes = node.opType().equals("Shape") || node.opType().equals("Size");
    boolean made = sizes || all(node.inputs(), value -> dataless[value.id()]);
    constantNode = all(node.inputs(), views::constant);
    for (Optional<Value> output : node.outputs()) {
      if (output.isPresent()) {
        int id = output.get().id();
        fixed[id] = fixedNode;
        dataless[id] = made;
        views.constant(output.get(), constantNode || shapes.integers(output.get()).isPresent());
      }
    }
  }

  /** Whether the current node computes with constants alone. */
  boolean constantNode() {
    return constantNode;
  }

  @Override
  public boolean dataless(Value value) {
    return dataless[value.id()];
  }

  /** Freezes an output of the model. */
  void freezeOutput(Value output) {
    current = views.producer(output);
    freeze(output, Reason.GRAPH_OUTPUT);
  }

  private static boolean all(List<Optional<Value>> values, Predicate<Value> holds) {
    for (Optional<Value> value : values) {
      if (value.isPresent() && !holds.test(value.get())) {
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

  /** Draws the consequences of demands, once everything has been stated. */
  void settle() {
    demands = List.copyOf(blocks.settled());
  }

  /** Lets go of what the axes of values are; those of parameters have been stated. */
  void forgetValues() {
    views.forget();
  }

  List<Blocks.Demand> demands() {
    return demands;
  }

  List<Normalised> normalised() {
    return normalised;
  }

  /** The space that was last made of what an axis is written in, or -1. */
  int made(Value value, int axis) {
    return composites.made(views.digits(value, axis));
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
    int space =
        views.whole(value, axis)
            ? views.space(value, axis)
            : composites.space(views.digits(value, axis), at(fixed(value)));
    return new Axis(space, spaces.size(space), fixed(value));
  }

  @Override
  public boolean whole(Value value, int axis) {
    return views.whole(value, axis);
  }

  @Override
  public boolean live(Value value, int axis) {
    return !dead(value, axis);
  }

  Composites.At at(boolean inParameter) {
    return new Composites.At(current, time(inParameter), fixedNode, false);
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
    boolean same = map == SAME && from.size() == to.size();
    if (!same || !spaces.alias(from.id(), to.id())) {
      union(from, to, map);
    }
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
    List<Composites.Meeting> meetings = new ArrayList<>();
    for (int i = 0; i < axes.length; i++) {
      if (axes[i] < 0 || axes[i] >= shape(to).rank()) {
        continue;
      }
      if (views.unstated(to, axes[i])) {
        share(from, i, to, axes[i]);
      } else if (views.whole(from, i) && views.whole(to, axes[i])) {
        meet(views.space(from, i), views.space(to, axes[i]), time, product);
      } else {
        meetings.add(new Composites.Meeting(views.digits(from, i), views.digits(to, axes[i])));
        prefer(from, i, to, axes[i]);
      }
    }
    if (!meetings.isEmpty()) {
      composites.meet(meetings, new Composites.At(current, time, fixedNode, product));
    }
  }

  /** An axis that nothing has been said of takes over the channels of another. */
  private void share(Value from, int axis, Value to, int target) {
    if (views.size(from, axis) == views.size(to, target)) {
      views.set(to, target, views.digits(from, axis));
    } else {
      freezeDigits(from, axis, Reason.UNKNOWN_SHAPE);
      freezeDigits(to, target, Reason.UNKNOWN_SHAPE);
    }
  }

  /** Of two that meet in a result, it takes over the channels that can go. */
  private void prefer(Value from, int axis, Value to, int target) {
    if (views.made(to) && dead(to, target) && !dead(from, axis)) {
      views.set(to, target, views.digits(from, axis));
    }
  }

  private boolean dead(Value value, int axis) {
    for (Digit digit : views.digits(value, axis)) {
      if (!composites.frozen(digit)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void freeze(Value value, int axis, Reason reason) {
    freezeDigits(value, axis, reason);
    boolean parameter = fixed(value) && !views.constant(value) && views.whole(value, axis);
    if (parameter && spaces.known(views.space(value, axis))) {
      spaces.base(views.space(value, axis));
    }
  }

  private void freezeDigits(Value value, int axis, Reason reason) {
    for (Digit digit : views.digits(value, axis)) {
      spaces.freeze(digit.space(), reason, current, value.id());
    }
  }

  @Override
  public void hold(Value value, int axis, Reason reason) {
    if (views.whole(value, axis)) {
      spaces.freeze(views.space(value, axis), reason, current, -1);
      return;
    }
    for (Digit digit : views.digits(value, axis)) {
      composites.align(digit, reason, at(fixed(value)), value.id());
    }
  }

  @Override
  public void separate(Value value, int axis, int count, Reason reason) {
    List<Digit> digits = views.digits(value, axis);
    int size = Digits.size(digits);
    Deque<Digit> rest = new ArrayDeque<>(digits);
    List<Digit> slices = size > 0 && size % count == 0 ? Digits.take(rest, count) : null;
    if (slices == null) {
      freezeDigits(value, axis, reason);
      return;
    }
    for (Digit digit : slices) {
      composites.block(digit, reason, at(fixed(value)), value.id());
    }
  }

  @Override
  public void select(Value from, int axis, Value to, int[] axes, int[] targets, int[] indices) {
    new Selection(views, spaces, composites, at(fixed(from)))
        .run(from, axis, to, axes, targets, indices);
  }

  @Override
  public void join(List<Value> parts, Value out, int axis) {
    new Concatenation(this, views, spaces, composites, at(fixed(out))).run(parts, out, axis);
  }

  @Override
  public void rearrange(Value from, int[][] sizes, Value to, int[][] places) {
    for (int axis = 0; axis < places.length; axis++) {
      List<Digit> digits = new ArrayList<>();
      for (int k = 0; k < places[axis].length; k += 2) {
        digits.addAll(part(from, places[axis][k], sizes[places[axis][k]], places[axis][k + 1]));
      }
      views.set(to, axis, digits);
    }
  }

  /** One of the factors into which an axis is split. */
  private List<Digit> part(Value from, int axis, int[] sizes, int place) {
    List<Digit> digits = views.digits(from, axis);
    if (sizes.length == 1) {
      return digits;
    }
    Deque<Digit> rest = new ArrayDeque<>(digits);
    for (int k = 0; k < place; k++) {
      if (Digits.take(rest, sizes[k]) == null) {
        return unsplit(from, axis, sizes[place]);
      }
    }
    List<Digit> part = Digits.take(rest, sizes[place]);
    return part == null ? unsplit(from, axis, sizes[place]) : part;
  }

  private List<Digit> unsplit(Value from, int axis, int size) {
    freezeDigits(from, axis, Reason.FIXED_SHAPE);
    int space = spaces.add(size);
    spaces.freeze(space, Reason.FIXED_SHAPE, current, from.id());
    return List.of(new Digit(space, 1, size));
  }

  @Override
  public void contract(Factor a, Factor b, Value out) {
    new Contraction(this, views, composites, at(fixed(a.value()) || fixed(b.value())))
        .run(a, b, out);
  }

  @Override
  public boolean attend(Value query, Value key) {
    return new Attending(views, spaces, composites, at(false)).run(query, key);
  }

  @Override
  public boolean normalises(Node reduction) {
    return normalizations.holds(reduction);
  }

  @Override
  public void normalise(Value value, int axis) {
    for (Digit digit : views.digits(value, axis)) {
      normalised.add(new Normalised(digit.space(), current));
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
    if (idle(a, b) || idle(b, a)) {
      return;
    }
    if (product) {
      gates.add(new Gate(b, a));
    }
    if (!product && spaces.alias(a, b)) {
      return;
    }
    int first = spaces.base(a);
    int second = spaces.base(b);
    for (int i = 0; i < spaces.size(a); i++) {
      spaces.sets().union(first + i, second + i, time, product);
    }
  }

  /** Whether one space is frozen, and so is the other without a need to number its channels. */
  private boolean idle(int frozen, int other) {
    if (!spaces.idle(frozen) || spaces.numbered(other)) {
      return false;
    }
    if (!spaces.idle(other)) {
      if (slots.of(other) != null) {
        return false;
      }
      spaces.freezeLike(other, frozen, current, -1);
    }
    return true;
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
      freeze(value, i, reason);
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
    if (axis.size() < 0) {
      return;
    }
    // Where writers meet is told from when their channels came together, so each has its own.
    if (role == Role.FILTERS) {
      spaces.base(axis.id());
    }
    slots.state(axis.id(), role, depthwise);
  }

  @Override
  public void equalBlocks(Axis axis, int blocks) {
    Slot slot = slots.of(axis.id());
    if (slot != null) {
      slot.blocks = blocks;
    }
  }
}
