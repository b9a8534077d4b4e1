package io.schedulec.surgery;

import io.schedulec.graph.DeclaredOperator;
import io.schedulec.graph.DeclaredOperator.Clause;
import io.schedulec.graph.DeclaredOperator.Kind;
import io.schedulec.graph.TensorCut;
import io.schedulec.graph.Value;
import java.util.Optional;

/** Operators that a user says something of: only what is mentioned may lose channels. */
final class DeclaredCut implements CutRule {
  private final DeclaredOperator operator;

  /** The rule that a declaration is. */
  DeclaredCut(DeclaredOperator operator) {
    this.operator = operator;
  }

  @Override
  public void follow(CutNode at) {
    for (int place = 0; place < at.node().inputs().size(); place++) {
      Optional<Value> input = at.node().input(place);
      for (int axis = 0; input.isPresent() && axis < at.shape(input.get()).rank(); axis++) {
        if (!operator.mentions(place, axis)) {
          at.demandWhole(input.get(), axis);
        }
      }
    }
    for (Clause clause : operator.clauses()) {
      Optional<Value> subject = clause.subject(at.node());
      if (clause.kind() == Kind.INPUT && subject.isPresent()) {
        Value value = subject.get();
        at.demandAlike(
            value,
            at.removed(value, clause.axis()),
            at.removed(at.in(clause.input()), clause.axisOfInput()));
      }
    }
    for (int place = 0; place < at.node().outputs().size(); place++) {
      output(at, place);
    }
  }

  private void output(CutNode at, int place) {
    Optional<Value> output = at.node().output(place);
    if (output.isEmpty()) {
      return;
    }
    TensorCut cut = at.whole(output.get());
    for (Clause clause : operator.clauses()) {
      if (clause.kind() == Kind.INPUT || clause.place() != place) {
        continue;
      }
      Value from = at.in(clause.input());
      int rank = clause.kind() == Kind.SAME ? at.shape(from).rank() : 0;
      for (int axis = 0; axis < rank; axis++) {
        cut = cut.and(axis, at.removed(from, axis));
      }
      if (clause.kind() == Kind.OUTPUT) {
        cut = cut.and(clause.axis(), at.removed(from, clause.axisOfInput()));
      }
    }
    at.result(output.get(), cut);
  }
}
