package io.schedulec.channel.rule;

import io.schedulec.graph.DeclaredOperator;
import io.schedulec.graph.DeclaredOperator.Clause;
import io.schedulec.graph.DeclaredOperator.Kind;
import io.schedulec.graph.Node;
import io.schedulec.graph.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** An operator that a user says something of: what is not mentioned stays as it is. */
final class DeclaredRule implements ChannelRule {
  private final DeclaredOperator operator;

  /** The rule that a declaration is. */
  DeclaredRule(DeclaredOperator operator) {
    this.operator = operator;
  }

  @Override
  public List<String> opTypes() {
    return List.of();
  }

  @Override
  public void link(Node node, Links links) {
    for (int place = 0; place < node.inputs().size(); place++) {
      freezeRest(node, place, links);
    }
    for (Clause clause : operator.clauses()) {
      Optional<Value> subject = clause.subject(node);
      if (subject.isPresent()) {
        link(clause, subject.get(), node.input(clause.input()).orElseThrow(), links);
      }
    }
    for (int place = 0; place < node.outputs().size(); place++) {
      holdRest(node, place, links);
    }
  }

  private static void link(Clause clause, Value subject, Value from, Links links) {
    if (clause.kind() == Kind.SAME) {
      if (links.shape(subject).rank() == links.shape(from).rank()) {
        links.pass(from, subject);
      }
    } else if (clause.kind() == Kind.OUTPUT) {
      int[] axes = new int[links.shape(from).rank()];
      Arrays.fill(axes, -1);
      axes[clause.axisOfInput()] = clause.axis();
      links.pass(from, subject, axes, false);
    } else {
      links.tie(links.axis(subject, clause.axis()), links.axis(from, clause.axisOfInput()));
    }
  }

  private void freezeRest(Node node, int place, Links links) {
    Optional<Value> input = node.input(place);
    int rank = input.isPresent() ? links.shape(input.get()).rank() : 0;
    boolean any = false;
    for (int axis = 0; axis < rank; axis++) {
      any |= operator.mentions(place, axis);
    }
    if (input.isPresent() && !any) {
      links.freeze(input.get(), Reason.DECLARED);
      return;
    }
    for (int axis = 0; axis < rank; axis++) {
      if (!operator.mentions(place, axis)) {
        links.freeze(links.axis(input.orElseThrow(), axis), Reason.DECLARED);
      }
    }
  }

  private void holdRest(Node node, int place, Links links) {
    Optional<Value> output = node.output(place);
    for (int axis = 0; output.isPresent() && axis < links.shape(output.get()).rank(); axis++) {
      if (!operator.makes(place, axis)) {
        links.freeze(links.axis(output.get(), axis), Reason.DECLARED);
      }
    }
  }
}
