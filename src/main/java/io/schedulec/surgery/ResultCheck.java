package io.schedulec.surgery;

import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Node;
import io.schedulec.graph.Shape;
import io.schedulec.graph.TensorCut;
import io.schedulec.graph.Value;
import io.schedulec.graph.onnx.NewNode;
import io.schedulec.graph.onnx.OnnxReader;
import io.schedulec.graph.shape.ShapeInference;
import io.schedulec.graph.shape.ShapeTable;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a written model again and compares it with what was expected. */
final class ResultCheck {
  /** They may work with counts of channels, which they turn into shapes or into other counts. */
  private static final Set<String> COUNTING =
      Set.of(
          "Add",
          "Cast",
          "Concat",
          "ConstantOfShape",
          "Div",
          "Equal",
          "Expand",
          "Gather",
          "Identity",
          "Max",
          "Min",
          "Mul",
          "Reshape",
          "Resize",
          "Shape",
          "Slice",
          "Split",
          "Tile",
          "Squeeze",
          "Sub",
          "Unsqueeze",
          "Where");

  private static final int NO_INPUT = -1;

  private final ModelGraph before;
  private final ShapeTable shapesBefore;
  private final CutPlan plan;

  ResultCheck(ModelGraph before, ShapeTable shapesBefore, CutPlan plan) {
    this.before = before;
    this.shapesBefore = shapesBefore;
    this.plan = plan;
  }

  /**
   * Makes sure that a file holds the same nodes as before but for those that were to be replaced,
   * and that every shape that was known is what the cut leaves of it.
   *
   * @throws CannotCutException if not
   */
  void demand(Path written) {
    ModelGraph after = OnnxReader.read(written).declaring(before.declared().values());
    ShapeTable shapesAfter = ShapeInference.of(after);
    Map<String, Node> now = new HashMap<>();
    after.nodes().forEach(node -> now.put(key(node), node));
    Set<Node> gone = new HashSet<>();
    int come = 0;
    for (Rerouting rerouting : plan.edits().reroutings()) {
      gone.addAll(rerouting.gone());
      come += rerouting.by().size();
      rerouting.by().forEach(node -> demand(node, now, shapesAfter));
    }
    if (after.nodes().size() != before.nodes().size() - gone.size() + come) {
      throw new CannotCutException("the cut model would not have the same nodes");
    }
    for (Node old : before.nodes()) {
      if (!gone.contains(old)) {
        demand(old, found(old.toString(), now.get(key(old))), shapesAfter);
      }
    }
  }

  private static String key(Node node) {
    for (Optional<Value> output : node.outputs()) {
      if (output.isPresent()) {
        return output.get().name();
      }
    }
    return "";
  }

  private static Node found(String expected, @Nullable Node node) {
    if (node == null) {
      throw new CannotCutException("the cut model would lack " + expected);
    }
    return node;
  }

  /** A new node computes something of the shape of what was computed under that name before. */
  private void demand(NewNode expected, Map<String, Node> now, ShapeTable shapesAfter) {
    if (!(expected.output() instanceof NewNode.Kept kept)) {
      return;
    }
    Node node = found(expected.name(), now.get(kept.name()));
    if (!node.opType().equals(expected.opType())) {
      throw new CannotCutException(expected.name() + " would become " + node + " in the cut model");
    }
    for (Value was : before.values()) {
      if (was.name().equals(kept.name())) {
        demand(node, NO_INPUT, Optional.of(was), node.output(0), shapesAfter);
      }
    }
  }

  private void demand(Node old, Node now, ShapeTable shapesAfter) {
    int more = plan.edits().numbers(old, old.inputs().size()).isPresent() ? 1 : 0;
    if (!old.opType().equals(now.opType()) || old.inputs().size() + more != now.inputs().size()) {
      throw new CannotCutException(old + " would become " + now + " in the cut model");
    }
    plan.edits()
        .attributes()
        .getOrDefault(old, Map.of())
        .forEach((name, value) -> demand(old, now, name, value));
    for (int i = 0; i < old.inputs().size() + more; i++) {
      Optional<NewNode.Numbers> numbers = plan.edits().numbers(old, i);
      boolean leftOut = plan.edits().leftOut().contains(new Edits.Operand(old, i));
      if (leftOut && now.input(i).isEmpty()) {
        continue;
      }
      if (numbers.isPresent()) {
        demand(old, numbers.get(), now.input(i), shapesAfter);
      } else {
        demand(old, i, old.input(i), now.input(i), shapesAfter);
      }
    }
    for (int i = 0; i < old.outputs().size(); i++) {
      demand(old, NO_INPUT, old.output(i), now.output(i), shapesAfter);
    }
  }

  private static void demand(
      Node old, NewNode.Numbers expected, Optional<Value> now, ShapeTable shapesAfter) {
    Optional<long[]> found = now.flatMap(shapesAfter::integers);
    long[] elements = expected.elements().stream().mapToLong(Long::longValue).toArray();
    // Long vectors are not looked at while shapes are inferred.
    if (now.isEmpty() || (found.isPresent() && !Arrays.equals(found.get(), elements))) {
      throw new CannotCutException(
          "channels cannot be cut at " + old + ": it would not get its new numbers");
    }
  }

  private static void demand(Node old, Node now, String attribute, NewNode.Attribute value) {
    boolean same = true;
    if (value instanceof NewNode.Single single) {
      same = now.attributes().integer(attribute, single.value() + 1) == single.value();
    } else if (value instanceof NewNode.Several several) {
      long[] expected = several.values().stream().mapToLong(Long::longValue).toArray();
      same = Arrays.equals(now.attributes().integers(attribute).orElse(null), expected);
    }
    if (!same) {
      throw new CannotCutException(
          "channels cannot be cut at " + old + ": its " + attribute + " cannot be set");
    }
  }

  private void demand(
      Node node, int place, Optional<Value> old, Optional<Value> now, ShapeTable shapesAfter) {
    if (old.isEmpty() && now.isEmpty()) {
      return;
    }
    Value was = old.orElseThrow();
    Value is = now.orElseThrow();
    Optional<Shape> shape = shapesBefore.shape(was);
    if (shape.isPresent()) {
      TensorCut cut = place < 0 ? plan.cut(was) : plan.cut(node, place, was);
      Shape expected = cut.nothing() ? shape.get() : cut.after();
      demand(node, was, expected, shapesAfter.shape(is), false);
      if (is.shape().isPresent()) {
        demand(node, was, expected, is.shape(), true);
      }
    }
    // What loses elements holds no counts: constants that are numbered like channels do.
    if (plan.cut(was).nothing()) {
      demandCounts(node, was, is, shapesAfter);
    }
  }

  /** What a file declares may leave sizes open that can be inferred. */
  private static void demand(
      Node node, Value value, Shape expected, Optional<Shape> found, boolean declared) {
    boolean same = found.isPresent() && found.get().rank() == expected.rank();
    for (int axis = 0; same && axis < expected.rank(); axis++) {
      same =
          !expected.known(axis)
              || expected.dim(axis) == found.get().dim(axis)
              || (declared && !found.get().known(axis));
    }
    if (!same) {
      throw new CannotCutException(
          "channels cannot be cut at "
              + node
              + ": the shape of "
              + value
              + " would be "
              + found.map(Shape::toString).orElse("unknown")
              + ", not "
              + expected);
    }
  }

  /** A count that is computed when the model runs must not be anything but a size. */
  private void demandCounts(Node node, Value was, Value is, ShapeTable shapesAfter) {
    Optional<long[]> old = shapesBefore.integers(was);
    Optional<long[]> now = shapesAfter.integers(is);
    boolean changed = old.isPresent() && !(now.isPresent() && Arrays.equals(old.get(), now.get()));
    if (changed && (real(node, was) || !COUNTING.contains(node.opType()))) {
      throw new CannotCutException(
          "channels cannot be cut at " + node + ": it computes with their number in " + was);
    }
  }

  /** Whether a count has become a real number, with which the model may compute anything. */
  private static boolean real(Node node, Value value) {
    long type = node.opType().equals("Cast") ? node.attributes().integer("to", 0) : 0;
    return value.type().floating() || type == 1 || type == 10 || type == 11 || type == 16;
  }
}
