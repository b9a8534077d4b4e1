package io.schedulec.inspect.draw;

import io.schedulec.bind.ModelFacts;
import io.schedulec.channel.ChannelSpaces;
import io.schedulec.channel.CoupledGroup;
import io.schedulec.channel.Member;
import io.schedulec.channel.Role;
import io.schedulec.channel.rule.ChannelRules;
import io.schedulec.graph.Node;
import io.schedulec.graph.Parameter;
import io.schedulec.graph.Shape;
import io.schedulec.graph.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reduces a model to its layers and joins: what only changes numbers is passed over. */
final class Sketching {
  private final ModelFacts facts;
  private final Weights weights;
  private final Map<Use, Set<Integer>> groups;
  private final @Nullable Source[] sources;
  private final int[] uses;
  private final List<Item> items = new ArrayList<>();
  private final List<Wire> wires = new ArrayList<>();

  /** The axes of concatenations, by item. */
  private final Map<Integer, Long> axes = new HashMap<>();

  private Sketching(ModelFacts facts) {
    this.facts = facts;
    this.weights = new Weights(facts.graph());
    this.groups = groups(facts.spaces());
    int values = facts.graph().values().size();
    this.sources = new Source[values];
    this.uses = uses(facts, values);
  }

  /**
   * Where a value comes from.
   *
   * @param item the last item before it
   * @param output which output of that item
   * @param written how many channels left the item, or -1
   * @param axis the axis of the value that numbers channels, or -1
   * @param groups the groups of its channels
   */
  private record Source(int item, int output, long written, int axis, List<Integer> groups) {}

  /** A parameter and what it does with channels. */
  private record Use(String parameter, Role role) {}

  /** The sketch of a model. */
  static Sketch of(ModelFacts facts) {
    Sketching sketching = new Sketching(facts);
    facts.graph().inputs().forEach(sketching::input);
    facts.graph().nodes().forEach(sketching::node);
    facts.graph().outputs().forEach(sketching::output);
    return Unused.removed(
        Concats.chained(new Sketch(sketching.items, sketching.wires), sketching.axes));
  }

  private static int[] uses(ModelFacts facts, int values) {
    int[] uses = new int[values];
    for (Node node : facts.graph().nodes()) {
      for (Optional<Value> operand : node.inputs()) {
        operand.ifPresent(value -> uses[value.id()]++);
      }
    }
    facts.graph().outputs().forEach(value -> uses[value.id()]++);
    return uses;
  }

  private void input(Value value) {
    Shape shape = shape(value);
    int axis = value.type().integer() ? ChannelAxis.UNKNOWN : ChannelAxis.ofInput(shape);
    sources[value.id()] = new Source(items.size(), 0, size(shape, axis), axis, List.of());
    items.add(
        new Item(
            Item.Kind.INPUT, value.name(), "", "", List.of(), List.of(), text(value), text(value)));
  }

  private void output(Value value) {
    Source source = sources[value.id()];
    if (source == null) {
      return;
    }
    wires.add(wire(source, value, 0, -1, List.of()));
    items.add(
        new Item(
            Item.Kind.OUTPUT,
            value.name(),
            "",
            "",
            List.of(),
            List.of(),
            text(value),
            text(value)));
  }

  private void node(Node node) {
    if (node.opType().equals("Shape") || node.opType().equals("Size")) {
      return;
    }
    List<Parameter> applied = weights.of(node);
    Set<Source> from = from(node);
    if (!applied.isEmpty()) {
      layer(node, applied);
    } else if (from.size() == 1 && !shown(node)) {
      pass(node);
    } else if (!from.isEmpty()) {
      join(node);
    }
  }

  /** The different places that operands come from; what was passed over on the way is one place. */
  private Set<Source> from(Node node) {
    Set<List<Integer>> places = new LinkedHashSet<>();
    Set<Source> from = new LinkedHashSet<>();
    for (Optional<Value> operand : node.inputs()) {
      Source source = operand.isPresent() ? sources[operand.get().id()] : null;
      if (source != null && places.add(List.of(source.item(), source.output()))) {
        from.add(source);
      }
    }
    return from;
  }

  /** Whether an operator on one operand is drawn. */
  private boolean shown(Node node) {
    boolean known = node.standard() && ChannelRules.rule(node.opType()) != null;
    return !known || parts(node) || changes(node);
  }

  private boolean parts(Node node) {
    int used = 0;
    for (Optional<Value> output : node.outputs()) {
      used += output.isPresent() && uses[output.get().id()] > 0 ? 1 : 0;
    }
    return used > 1;
  }

  private boolean changes(Node node) {
    Optional<Value> out = node.output(0);
    for (Optional<Value> operand : node.inputs()) {
      Source source = operand.isPresent() ? sources[operand.get().id()] : null;
      if (source != null && out.isPresent()) {
        return ChannelAxis.changes(node, shape(operand.get()), shape(out.get()), source.axis());
      }
    }
    return false;
  }

  private void pass(Node node) {
    for (Optional<Value> operand : node.inputs()) {
      Source source = operand.isPresent() ? sources[operand.get().id()] : null;
      if (source != null) {
        node.outputs().forEach(out -> out.ifPresent(o -> pass(node, operand.get(), source, o)));
        return;
      }
    }
  }

  private void pass(Node node, Value in, Source source, Value out) {
    int axis = ChannelAxis.through(node, shape(in), shape(out), source.axis());
    sources[out.id()] =
        new Source(source.item(), source.output(), source.written(), axis, source.groups());
  }

  private void layer(Node node, List<Parameter> applied) {
    List<Integer> written = ids(applied, Role.FILTERS);
    List<Integer> read = ids(applied, Role.CHANNELS);
    for (int place = 0; place < node.inputs().size(); place++) {
      Optional<Value> operand = node.input(place);
      if (operand.isPresent() && sources[operand.get().id()] != null) {
        Source source = sources[operand.get().id()];
        int axis = ChannelAxis.ofLayer(node.opType(), shape(operand.get()));
        long count = node.opType().equals("Gather") ? -1 : size(shape(operand.get()), axis);
        wires.add(wire(source, operand.get(), place, count, read));
      }
    }
    outputs(node, written, true);
    items.add(
        new Item(
            Item.Kind.LAYER,
            applied.get(0).layer(),
            node.opType(),
            node.name(),
            applied,
            written,
            text(node),
            Texts.shapes(applied)));
  }

  private void join(Node node) {
    Set<Integer> groups = new LinkedHashSet<>();
    for (int place = 0; place < node.inputs().size(); place++) {
      Optional<Value> operand = node.input(place);
      Source source = operand.isPresent() ? sources[operand.get().id()] : null;
      if (source != null) {
        if (node.opType().equals("MatMul")) {
          groups.clear(); // The columns of a product are those of its right operand.
        }
        groups.addAll(source.groups());
        wires.add(wire(source, operand.get(), place, -1, List.of()));
      }
    }
    List<Integer> all = List.copyOf(groups);
    outputs(node, all, false);
    node.attributes().integer("axis").ifPresent(axis -> axes.put(items.size(), axis(node, axis)));
    String name = (node.standard() ? "" : node.domain() + "::") + node.opType();
    items.add(
        new Item(Item.Kind.JOIN, name, node.opType(), node.name(), List.of(), all, text(node), ""));
  }

  private long axis(Node node, long axis) {
    return axis < 0 ? axis + node.output(0).map(this::shape).orElse(Shape.SCALAR).rank() : axis;
  }

  private void outputs(Node node, List<Integer> groups, boolean layer) {
    for (int place = 0; place < node.outputs().size(); place++) {
      if (node.output(place).isPresent()) {
        Value out = node.output(place).get();
        Shape shape = shape(out);
        int axis = layer ? ChannelAxis.ofLayer(node.opType(), shape) : joined(node, shape);
        long written = size(shape, axis);
        sources[out.id()] = new Source(items.size(), place, written, axis, groups);
      }
    }
  }

  /** The axis of what a join computes: that of the first operand whose axis is known. */
  private int joined(Node node, Shape out) {
    for (Optional<Value> operand : node.inputs()) {
      Source source = operand.isPresent() ? sources[operand.get().id()] : null;
      if (source != null && source.axis() >= 0 && !node.opType().equals("MatMul")) {
        return ChannelAxis.through(node, shape(operand.get()), out, source.axis());
      }
    }
    return ChannelAxis.UNKNOWN;
  }

  /** A line to the item that comes next. */
  private Wire wire(Source source, Value at, int place, long count, List<Integer> wanted) {
    List<Integer> groups = new ArrayList<>(source.groups());
    groups.retainAll(wanted);
    if (groups.isEmpty()) {
      groups = wanted.isEmpty() ? source.groups() : wanted;
    }
    long read = count >= 0 ? count : size(shape(at), source.axis());
    String label = Wire.label(source.written(), read);
    return new Wire(source.item(), source.output(), items.size(), place, read, label, groups);
  }

  private static Map<Use, Set<Integer>> groups(ChannelSpaces spaces) {
    Map<Use, Set<Integer>> groups = new HashMap<>();
    for (CoupledGroup group : spaces.groups()) {
      for (Member member : group.members()) {
        Use use = new Use(member.parameter().name(), member.role());
        groups.computeIfAbsent(use, u -> new LinkedHashSet<>()).add(group.id());
      }
    }
    return groups;
  }

  /** The groups in which parameters take part in a role, in order of their indices. */
  private List<Integer> ids(List<Parameter> parameters, Role role) {
    Set<Integer> ids = new LinkedHashSet<>();
    for (Parameter parameter : parameters) {
      Set<Integer> own = groups.getOrDefault(new Use(parameter.name(), role), Set.of());
      if (own.size() > 1) {
        facts.spaces().groupsOf(parameter.name(), role).forEach(group -> ids.add(group.id()));
      }
      ids.addAll(own);
    }
    return List.copyOf(ids);
  }

  private Shape shape(Value value) {
    return facts.shapes().shape(value).orElse(Shape.SCALAR);
  }

  private static long size(Shape shape, int axis) {
    return axis < 0 || axis >= shape.rank() ? -1 : shape.dim(axis);
  }

  private String text(Node node) {
    return node.output(0).map(this::text).orElse("");
  }

  private String text(Value value) {
    return facts.shapes().shape(value).map(Shape::toString).orElse("");
  }
}
