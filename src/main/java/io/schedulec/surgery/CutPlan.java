package io.schedulec.surgery;

import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Node;
import io.schedulec.graph.Parameter;
import io.schedulec.graph.Shape;
import io.schedulec.graph.TensorCut;
import io.schedulec.graph.Value;
import io.schedulec.graph.shape.ShapeTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What follows from removals: what goes of every value of a model, and what its nodes have to be
 * told instead of the old counts.
 */
final class CutPlan {
  private final ShapeTable shapes;
  private final @Nullable TensorCut[] cuts;
  private final Edits edits = new Edits();
  private final Map<Edits.Operand, long[]> constants = new LinkedHashMap<>();
  private final Map<Edits.Operand, List<Integer>> written = new HashMap<>();

  private CutPlan(ModelGraph graph, ShapeTable shapes) {
    this.shapes = shapes;
    this.cuts = new @Nullable TensorCut[graph.values().size()];
  }

  /** Nothing goes. */
  static CutPlan none(ModelGraph graph, ShapeTable shapes) {
    return new CutPlan(graph, shapes);
  }

  /**
   * Follows removals through a model.
   *
   * @throws CannotCutException if they cannot be followed, or leave nothing
   */
  static CutPlan of(ModelGraph graph, ShapeTable shapes, List<Removal> removals) {
    CutPlan plan = new CutPlan(graph, shapes);
    ParameterCuts parameters = ParameterCuts.of(graph, removals);
    for (Value value : graph.values()) {
      Optional<TensorCut> cut = value.parameter().flatMap(parameters::of);
      cut.ifPresent(some -> plan.put(value, some, "parameter " + value));
    }
    plan.follow(graph);
    return plan;
  }

  private void follow(ModelGraph graph) {
    Wiring wiring = new Wiring(graph, shapes);
    Set<Node> gone = new HashSet<>();
    for (Node node : graph.nodes()) {
      CutNode at = new CutNode(node, wiring, this);
      if (!gone.contains(node) && (at.anyInputCut() || at.fills())) {
        try {
          CutRules.follow(at);
        } catch (NoBlockException e) {
          gone.addAll(
              Detour.around(at, this, e.refusal(), other -> new CutNode(other, wiring, this)));
        }
      }
    }
    for (Value output : graph.outputs()) {
      if (!cut(output).nothing()) {
        throw new CannotCutException("output " + output + " of the model would lose channels");
      }
    }
  }

  /** What goes of a value. */
  TensorCut cut(Value value) {
    TensorCut cut = cuts[value.id()];
    return cut == null ? TensorCut.none(shapes.shape(value).orElse(Shape.SCALAR)) : cut;
  }

  /** States what goes of a value. */
  void put(Value value, TensorCut cut, String where) {
    if (cut.nothing()) {
      return;
    }
    if (value.enclosure().isPresent()) {
      throw new CannotCutException(
          "channels of "
              + value
              + " cannot be cut: "
              + value.enclosure().get()
              + " counts on them, and is not changed");
    }
    if (!cut.even()) {
      throw new CannotCutException(
          where + " would lose a different number of channels in each of its groups");
    }
    for (int axis = 0; axis < cut.before().rank(); axis++) {
      if (cut.before().known(axis) && cut.gone(axis) >= cut.before().dim(axis)) {
        throw new CannotCutException(where + " would lose all its channels");
      }
    }
    cuts[value.id()] = cut.settled();
  }

  /** Takes back what has been said of a value. */
  void forget(Value value) {
    cuts[value.id()] = null;
  }

  /** Says that an element of a constant that a node takes is to have another value. */
  void element(Edits.Operand operand, int index, long value) {
    Value constant = operand.node().input(operand.place()).orElseThrow();
    if (constant.enclosure().isPresent()) {
      throw new CannotCutException(
          "channels cannot be cut at "
              + operand.node()
              + ": their number in "
              + constant
              + " is said by "
              + constant.enclosure().get()
              + ", which is not changed");
    }
    long[] elements =
        constants.computeIfAbsent(operand, any -> shapes.integers(constant).orElseThrow());
    List<Integer> already = written.computeIfAbsent(operand, any -> new ArrayList<>());
    if (already.contains(index) && elements[index] != value) {
      throw new CannotCutException(
          operand.node() + " would need two numbers in place of one in " + constant);
    }
    already.add(index);
    elements[index] = value;
  }

  /** What the nodes are told. */
  Edits edits() {
    return edits;
  }

  /** What goes of what a node takes at an input. */
  TensorCut cut(Node node, int place, Value value) {
    return edits.constant(node, place).orElseGet(() -> cut(value));
  }

  /** New elements of whole-number constants. */
  Map<Edits.Operand, long[]> constants() {
    return constants;
  }

  /** The shape that a parameter has afterwards. */
  static Shape after(Parameter parameter, TensorCut cut) {
    return cut.nothing() ? parameter.shape() : cut.after();
  }
}
