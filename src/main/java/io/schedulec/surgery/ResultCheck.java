package io.schedulec.surgery;

import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Node;
import io.schedulec.graph.Shape;
import io.schedulec.graph.TensorCut;
import io.schedulec.graph.Value;
import io.schedulec.graph.onnx.OnnxReader;
import io.schedulec.graph.shape.ShapeInference;
import io.schedulec.graph.shape.ShapeTable;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

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
          "Squeeze",
          "Sub",
          "Unsqueeze",
          "Where");

  private final ModelGraph before;
  private final ShapeTable shapesBefore;
  private final CutPlan plan;

  ResultCheck(ModelGraph before, ShapeTable shapesBefore, CutPlan plan) {
    this.before = before;
    this.shapesBefore = shapesBefore;
    this.plan = plan;
  }

  /**
   * Makes sure that a file holds the same nodes as before, and that every shape that was known is
   * what the cut leaves of it.
   *
   * @throws CannotCutException if not
   */
  void demand(Path written) {
    ModelGraph after = OnnxReader.read(written).declaring(before.declared().values());
    ShapeTable shapesAfter = ShapeInference.of(after);
    if (after.nodes().size() != before.nodes().size()) {
      throw new CannotCutException("the cut model would not have the same nodes");
    }
    for (int i = 0; i < before.nodes().size(); i++) {
      demand(before.nodes().get(i), after.nodes().get(i), shapesAfter);
    }
  }

  private void demand(Node old, Node now, ShapeTable shapesAfter) {
    if (!old.opType().equals(now.opType()) || old.inputs().size() != now.inputs().size()) {
      throw new CannotCutException(old + " would become " + now + " in the cut model");
    }
    plan.attributes(old).forEach((name, value) -> demand(old, now, name, value));
    for (int i = 0; i < old.inputs().size(); i++) {
      demand(old, old.input(i), now.input(i), shapesAfter);
    }
    for (int i = 0; i < old.outputs().size(); i++) {
      demand(old, old.output(i), now.output(i), shapesAfter);
    }
  }

  private static void demand(Node old, Node now, String attribute, long value) {
    if (now.attributes().integer(attribute, -1) != value) {
      throw new CannotCutException(
          "channels cannot be cut at " + old + ": its " + attribute + " cannot be set to " + value);
    }
  }

  private void demand(Node node, Optional<Value> old, Optional<Value> now, ShapeTable shapesAfter) {
    if (old.isEmpty() && now.isEmpty()) {
      return;
    }
    Value was = old.orElseThrow();
    Value is = now.orElseThrow();
    Optional<Shape> shape = shapesBefore.shape(was);
    if (shape.isPresent()) {
      TensorCut cut = plan.cut(was);
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
