package io.schedulec.graph.shape;

import io.schedulec.graph.DeclaredOperator;
import io.schedulec.graph.DeclaredOperator.Clause;
import io.schedulec.graph.DeclaredOperator.Kind;
import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Node;
import io.schedulec.graph.Shape;
import io.schedulec.graph.Value;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that is said of an operator, and that is not so in a model.
 *
 * @param operator the operator
 * @param clause what is said of it
 * @param sentence what is the case instead, one sentence without full stop
 */
public record Contradiction(DeclaredOperator operator, Clause clause, String sentence) {

  /** The first one in a model, in graph order. */
  public static Optional<Contradiction> in(ModelGraph graph, ShapeTable shapes) {
    if (graph.declared().isEmpty()) {
      return Optional.empty();
    }
    for (Node node : graph.nodes()) {
      DeclaredOperator operator = graph.declared(node).orElse(null);
      if (operator == null) {
        continue;
      }
      for (Clause clause : operator.clauses()) {
        String wrong = wrong(clause, node, shapes);
        if (wrong != null) {
          String sentence = "`" + operator.name() + "` " + wrong + " at " + node.name();
          return Optional.of(new Contradiction(operator, clause, sentence));
        }
      }
    }
    return Optional.empty();
  }

  /** What is wrong at a node; null where nothing is. An output or input may be left out. */
  private static @Nullable String wrong(Clause clause, Node node, ShapeTable shapes) {
    Optional<Value> subject = clause.subject(node);
    if (subject.isEmpty()) {
      return null;
    }
    Optional<Value> other = node.input(clause.input());
    if (other.isEmpty()) {
      return "has no input " + clause.input();
    }
    Optional<Shape> from = shapes.shape(other.get());
    // What the file says of an output is not what was inferred from the declaration.
    Optional<Shape> own =
        clause.kind() == Kind.INPUT ? shapes.shape(subject.get()) : subject.get().shape();
    return clause.kind() == Kind.SAME ? same(own, from) : axes(clause, own, from);
  }

  private static @Nullable String same(Optional<Shape> own, Optional<Shape> from) {
    if (own.isEmpty() || from.isEmpty()) {
      return null;
    }
    Shape a = own.get();
    Shape b = from.get();
    boolean same = a.rank() == b.rank();
    for (int axis = 0; same && axis < a.rank(); axis++) {
      same = !a.known(axis) || !b.known(axis) || a.dim(axis) == b.dim(axis);
    }
    return same ? null : "makes " + a + " of " + b + ", which is not the same,";
  }

  private static @Nullable String axes(Clause clause, Optional<Shape> own, Optional<Shape> from) {
    if (own.isPresent() && clause.axis() >= own.get().rank()) {
      return "has no " + clause.words();
    }
    if (from.isPresent() && clause.axisOfInput() >= from.get().rank()) {
      return "has no " + clause.counterpart();
    }
    if (own.isEmpty() || from.isEmpty()) {
      return null;
    }
    long mine = own.get().dim(clause.axis());
    long theirs = from.get().dim(clause.axisOfInput());
    boolean known = own.get().known(clause.axis()) && from.get().known(clause.axisOfInput());
    return !known || mine == theirs
        ? null
        : "has "
            + mine
            + " indices on "
            + clause.words()
            + " and "
            + theirs
            + " on "
            + clause.counterpart();
  }
}
