package io.schedulec.graph.onnx;

import java.util.ArrayList;
import java.util.List;

/** Turns what stands in a function or branch into what it is at the node that is looked into. */
final class Renaming {
  private final Scope scope;
  private final FreshNames names;
  private final RawNode at;
  private final RawAttributes defaults;

  /**
   * A renaming.
   *
   * @param scope what names stand for
   * @param names accounts for what is made
   * @param at the node that is looked into
   * @param defaults what is taken for attributes that the node leaves out
   */
  Renaming(Scope scope, FreshNames names, RawNode at, RawAttributes defaults) {
    this.scope = scope;
    this.names = names;
    this.at = at;
    this.defaults = defaults;
  }

  /** A node with this number in the function or branch. */
  RawNode of(RawNode inner, int number, RawNode.Inlined where) {
    return renamed(inner, scope.nodeName(NodeNames.of(inner, number)), scope, where);
  }

  private RawNode renamed(RawNode inner, String name, Scope of, RawNode.Inlined where) {
    return new RawNode(
        name,
        inner.domain(),
        inner.opType(),
        inner.overload(),
        names(inner.inputs(), of),
        names(inner.outputs(), of),
        inner.parts().at(at.parts(), defaults, body -> body(body, of.inner(), where)),
        inner.metadata().or(at.metadata()),
        where);
  }

  private static List<String> names(List<String> inner, Scope of) {
    List<String> names = new ArrayList<>(inner.size());
    for (String name : inner) {
      names.add(of.of(name));
    }
    return names;
  }

  /** A body, in which nothing has a name that something around it has. */
  private RawGraph body(RawGraph body, Scope own, RawNode.Inlined where) {
    body.inputs().forEach(input -> own.define(input.name()));
    body.initializers().forEach(tensor -> own.define(tensor.name()));
    for (RawNode node : body.nodes()) {
      for (String output : node.outputs()) {
        if (!output.isEmpty()) {
          own.define(output);
        }
      }
    }
    List<RawNode> nodes = new ArrayList<>(body.nodes().size());
    for (RawNode node : body.nodes()) {
      names.spendNode(node);
      nodes.add(renamed(node, node.name(), own, where));
    }
    List<RawTensor> initializers = new ArrayList<>(body.initializers().size());
    for (RawTensor tensor : body.initializers()) {
      initializers.add(tensor.named(own.of(tensor.name())).within(where.where()));
    }
    return new RawGraph(
        body.name(),
        nodes,
        initializers,
        values(body.inputs(), own),
        values(body.outputs(), own),
        List.of(),
        null);
  }

  private static List<RawValue> values(List<RawValue> inner, Scope own) {
    List<RawValue> values = new ArrayList<>(inner.size());
    for (RawValue value : inner) {
      values.add(new RawValue(own.of(value.name()), value.type(), value.shape(), List.of()));
    }
    return values;
  }
}
