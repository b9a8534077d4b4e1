package io.schedulec.graph.shape;

import io.schedulec.graph.DeclaredOperator;
import io.schedulec.graph.DeclaredOperator.Clause;
import io.schedulec.graph.DeclaredOperator.Kind;
import io.schedulec.graph.Node;
import io.schedulec.graph.Shape;
import io.schedulec.graph.Value;
import java.util.Arrays;
import java.util.Optional;

/** The shapes of what an operator computes that a user says something of. */
final class DeclaredShape {
  private DeclaredShape() {}

  /** States them; what is not said is left to what the model file declares. */
  static void infer(DeclaredOperator operator, Node node, NodeShapes at) {
    for (Clause clause : operator.clauses()) {
      long[] from = at.shape(clause.input());
      if (clause.kind() == Kind.SAME && from != null) {
        at.shape(clause.place(), from);
      } else if (clause.kind() == Kind.OUTPUT && from != null) {
        axis(clause, node, at, from);
      }
    }
  }

  private static void axis(Clause clause, Node node, NodeShapes at, long[] from) {
    Optional<Shape> known = node.output(clause.place()).flatMap(Value::shape);
    if (known.isEmpty() || clause.place() >= at.outputCount()) {
      return;
    }
    long[] sizes = at.stated(clause.place());
    if (sizes == null) {
      sizes = new long[known.get().rank()];
      Arrays.fill(sizes, Dimension.UNKNOWN);
    }
    sizes[clause.axis()] = from[clause.axisOfInput()];
    at.shape(clause.place(), sizes);
  }
}
