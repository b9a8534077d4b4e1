package io.schedulec.surgery;

import io.schedulec.graph.DeclaredOperator;
import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Node;
import io.schedulec.graph.Shape;
import io.schedulec.graph.TensorCut;
import io.schedulec.graph.Value;
import io.schedulec.graph.onnx.NewNode;
import io.schedulec.graph.shape.ShapeTable;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** A node at which a cut is followed. */
final class CutNode {
  private final ModelGraph graph;
  private final Node node;
  private final ShapeTable shapes;
  private final CutPlan plan;
  private final Wiring wiring;

  CutNode(Node node, Wiring wiring, CutPlan plan) {
    this.node = node;
    this.graph = wiring.graph();
    this.shapes = wiring.shapes();
    this.plan = plan;
    this.wiring = wiring;
  }

  /** The model around the node. */
  Wiring wiring() {
    return wiring;
  }

  /** The node. */
  Node node() {
    return node;
  }

  /** The version of the standard operator set. */
  long opset() {
    return graph.opset();
  }

  /** What is said of the operator. */
  Optional<DeclaredOperator> declared() {
    return graph.declared(node);
  }

  /** Whether an input of the node loses anything. */
  boolean anyInputCut() {
    for (Optional<Value> input : node.inputs()) {
      if (input.isPresent() && !plan.cut(input.get()).nothing()) {
        return true;
      }
    }
    return false;
  }

  /** Whether it makes a tensor as large as it is asked for, so that its input need not be cut. */
  boolean fills() {
    if (!node.standard() || !CutRules.fills(node.opType())) {
      return false;
    }
    Optional<Value> size = node.input(node.inputs().size() - 1);
    return size.flatMap(shapes::shape).map(Shape::fullyKnown).orElse(false)
        && node.input(0).flatMap(shapes::shape).isPresent()
        && node.output(0).flatMap(shapes::shape).isPresent();
  }

  /** An input that the operator must have. */
  Value in(int place) {
    return node.input(place).orElseThrow(() -> refuse("it lacks an input"));
  }

  /** The first output. */
  Value out() {
    return node.output(0).orElseThrow(() -> refuse("it computes nothing"));
  }

  /** The shape of a value before the cut. */
  Shape shape(Value value) {
    return shapes.shape(value).orElseThrow(() -> refuse("the shape of " + value + " is unknown"));
  }

  /** Whether two axes had the same size. */
  boolean sameSize(Value a, int axisOfA, Value b, int axisOfB) {
    long size = shape(a).dim(axisOfA);
    return size == Shape.UNKNOWN
        ? shapes.sameSize(a, axisOfA, b, axisOfB)
        : size == shape(b).dim(axisOfB);
  }

  /** The elements of a small whole-number tensor. */
  Optional<long[]> integers(Value value) {
    return shapes.integers(value);
  }

  /** One element of a small whole-number tensor, if it is known. */
  OptionalLong integer(Value value, int index) {
    return shapes.integer(value, index);
  }

  /** What goes of a value. */
  TensorCut cut(Value value) {
    return plan.cut(value);
  }

  /** The indices of an axis that go, the same whatever the indices of other axes. */
  BitSet removed(Value value, int axis) {
    TensorCut cut = plan.cut(value);
    if (cut.across(axis).isPresent()) {
      throw refuse(value + " loses other channels in each of its blocks");
    }
    return cut.removed(axis);
  }

  /** Demands that nothing goes of an axis. */
  void demandWhole(Value value, int axis) {
    if (!cut(value).whole(axis)) {
      throw refuse("it needs all of axis " + axis + " of " + value);
    }
  }

  /** Demands that nothing goes of the axes from one on. */
  void demandWholeFrom(Value value, int first) {
    for (int axis = first; axis < shape(value).rank(); axis++) {
      demandWhole(value, axis);
    }
  }

  /** Demands that two axes lose the same channels. */
  void demandAlike(Value value, BitSet own, BitSet other) {
    if (!own.equals(other)) {
      throw refuse(value + " would not have the same channels as what it meets there");
    }
  }

  /** Nothing has gone of a result so far. */
  TensorCut whole(Value value) {
    return TensorCut.none(shape(value));
  }

  /** States what goes of an output. */
  void result(Value output, TensorCut cut) {
    plan.put(output, cut, node.toString());
  }

  /** Gives an attribute of the node another value. */
  void attribute(String name, long value) {
    plan.edits().attribute(node, name, new NewNode.Single(value));
  }

  /** Gives a list of numbers of the node other elements. */
  void attribute(String name, List<Long> values) {
    plan.edits().attribute(node, name, new NewNode.Several(values));
  }

  /** Gives an attribute of the node another value, or gives it the attribute. */
  void attribute(String name, NewNode.Attribute value) {
    plan.edits().attribute(node, name, value);
  }

  /** Leaves an input out. */
  void leaveOut(int place) {
    plan.edits().leaveOut(node, place);
  }

  /** Takes an attribute away. */
  void drop(String name) {
    if (node.attributes().has(name)) {
      plan.edits().drop(node, name);
    }
  }

  /** Lets the node take other numbers, of the same kind as now, at an input. */
  void numbers(int place, String what, List<Long> dims, List<Long> elements) {
    String name = node.name() + "_" + what;
    plan.edits().numbers(node, place, new NewNode.Numbers(name, dims, elements));
  }

  /** Makes the node, which has one output, another. */
  void become(
      String opType, List<NewNode.Operand> inputs, Map<String, NewNode.Attribute> attributes) {
    NewNode.Operand output = new NewNode.Kept(out().name());
    NewNode other = new NewNode(node.name(), opType, inputs, output, attributes);
    plan.edits().reroute(new Rerouting(List.of(node), List.of(other)));
  }

  /** Cuts a constant that the node takes. */
  void cutConstant(int place, TensorCut cut) {
    if (!cut.nothing()) {
      plan.edits().constant(node, place, cut);
    }
  }

  /** Whether an input is a constant that can be cut for this node alone. */
  boolean constant(int place) {
    Value value = in(place);
    return value.kind() == Value.Kind.CONSTANT && plan.cut(value).nothing();
  }

  /** The channels of the axis whose size an element of an input is; empty if it is none's size. */
  BitSet asked(int place, int index) {
    Optional<ElementTrace.Source> source = wiring.trace().of(node, place, index);
    return source.isPresent() && source.get() instanceof ElementTrace.SizeOf size
        ? plan.cut(size.value()).removed(size.axis())
        : new BitSet();
  }

  /** Where an element of an input is written as a size of an output's axis, writes the new size. */
  void resize(int place, int index, Value output, int axis, int removed) {
    Optional<ElementTrace.Source> source = wiring.trace().of(node, place, index);
    long before = shape(output).dim(axis);
    if (source.isPresent() && source.get() instanceof ElementTrace.Written written) {
      Value constant = written.node().input(written.place()).orElseThrow();
      OptionalLong element = shapes.integer(constant, written.index());
      if (element.isPresent() && element.getAsLong() == before && before > 0) {
        plan.element(
            new Edits.Operand(written.node(), written.place()), written.index(), before - removed);
      }
    }
  }

  /** Why the cut cannot be followed here. */
  CannotCutException refuse(String why) {
    return new CannotCutException("channels cannot be cut at " + node + ": " + why);
  }
}
