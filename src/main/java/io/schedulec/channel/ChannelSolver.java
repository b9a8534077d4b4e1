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
import org.jspecify.annotations.Nullable;

/** Asks the rule of each node of a model; freezes what has none. */
final class ChannelSolver {
  private final ModelGraph graph;
  private final ShapeTable shapes;
  private final Statements statements;
  private final @Nullable Journal journal;

  private ChannelSolver(ModelGraph graph, ShapeTable shapes, @Nullable Journal journal) {
    this.graph = graph;
    this.shapes = shapes;
    this.statements = new Statements(graph, shapes);
    this.journal = journal;
  }

  /** What the rules state of all nodes, in graph order. */
  static Statements solve(ModelGraph graph, ShapeTable shapes) {
    return new ChannelSolver(graph, shapes, null).solve();
  }

  /** The same, with everything that joins or freezes channels taken down. */
  static Statements solve(ModelGraph graph, ShapeTable shapes, Journal journal) {
    ChannelSolver solver = new ChannelSolver(graph, shapes, journal);
    solver.statements.spaces().record(journal);
    return solver.solve();
  }

  private Statements solve() {
    for (Node node : graph.nodes()) {
      apply(node);
    }
    for (Value output : graph.outputs()) {
      if (shapes.shape(output).isPresent()) {
        statements.freezeOutput(output);
      }
    }
    statements.settle();
    return statements;
  }

  private void apply(Node node) {
    statements.at(node);
    if (statements.constantNode() && !node.attributes().hasSubgraph()) {
      return;
    }
    ChannelRule rule = ChannelRules.rule(graph, node);
    if (node.attributes().hasSubgraph()) {
      freezeAll(node, Reason.CONTROL_FLOW);
    } else if (!ranksKnown(node.inputs()) || !ranksKnown(node.outputs())) {
      freezeAll(node, Reason.UNKNOWN_SHAPE);
    } else if (rule == null) {
      freezeAll(node, Reason.UNKNOWN_OP);
    } else {
      link(rule, node);
    }
  }

  /** A node that lacks inputs or names axes that do not exist is one of unknown effect. */
  private void link(ChannelRule rule, Node node) {
    try {
      rule.link(node, journal == null ? statements : new JournalLinks(statements, journal, node));
    } catch (IndexOutOfBoundsException
        | NoSuchElementException
        | NegativeArraySizeException
        | ArithmeticException malformed) {
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
