package io.schedulec.channel;

import io.schedulec.channel.rule.ChannelRule;
import io.schedulec.channel.rule.ChannelRules;
import io.schedulec.channel.rule.Reason;
import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Node;
import io.schedulec.graph.Value;
import io.schedulec.graph.shape.ShapeTable;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** Asks the rule of each node of a model; freezes what has none. */
final class ChannelSolver {
  private final ShapeTable shapes;
  private final Statements statements;

  private ChannelSolver(ModelGraph graph, ShapeTable shapes) {
    this.shapes = shapes;
    this.statements = new Statements(graph, shapes);
  }

  /** What the rules state of all nodes, in graph order. */
  static Statements solve(ModelGraph graph, ShapeTable shapes) {
    ChannelSolver solver = new ChannelSolver(graph, shapes);
    for (Node node : graph.nodes()) {
      solver.apply(node);
    }
    for (Value output : graph.outputs()) {
      if (shapes.shape(output).isPresent()) {
        solver.statements.freezeOutput(output);
      }
    }
    solver.statements.settle();
    return solver.statements;
  }

  private void apply(Node node) {
    statements.at(node);
    if (statements.constantNode()) {
      return;
    }
    ChannelRule rule = node.standard() ? ChannelRules.rule(node.opType()) : null;
    if (!ranksKnown(node.inputs()) || !ranksKnown(node.outputs())) {
      freezeAll(node, Reason.UNKNOWN_SHAPE);
    } else if (rule == null || node.attributes().hasSubgraph()) {
      freezeAll(node, Reason.UNKNOWN_OP);
    } else {
      link(rule, node);
    }
  }

  /** A node that lacks inputs or names axes that do not exist is one of unknown effect. */
  private void link(ChannelRule rule, Node node) {
    try {
      rule.link(node, statements);
    } catch (IndexOutOfBoundsException | NoSuchElementException malformed) {
      freezeAll(node, Reason.UNKNOWN_OP);
    }
  }

  private boolean ranksKnown(List<Optional<Value>> values) {
    for (Optional<Value> value : values) {
      if (value.isPresent() && shapes.shape(value.get()).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  private void freezeAll(Node node, Reason reason) {
    freezeAll(node.inputs(), reason);
    freezeAll(node.outputs(), reason);
  }

  private void freezeAll(List<Optional<Value>> values, Reason reason) {
    for (Optional<Value> value : values) {
      if (value.isPresent() && shapes.shape(value.get()).isPresent()) {
        statements.freeze(value.get(), reason);
      }
    }
  }
}
