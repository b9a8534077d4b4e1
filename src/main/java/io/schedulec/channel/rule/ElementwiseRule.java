package io.schedulec.channel.rule;

import io.schedulec.graph.Node;
import io.schedulec.graph.Operators;
import io.schedulec.graph.Value;
import java.util.List;
import java.util.Optional;

/** Operators that compute each element from the element at the same place: every axis passes. */
final class ElementwiseRule implements ChannelRule {
  @Override
  public List<String> opTypes() {
    return Operators.and(Operators.ELEMENTWISE, "Dropout");
  }

  @Override
  public String passes() {
    return "every axis passes";
  }

  @Override
  public String freezes() {
    return "";
  }

  @Override
  public void link(Node node, Links links) {
    Value in = node.input(0).orElseThrow();
    for (Optional<Value> out : node.outputs()) {
      if (out.isPresent() && links.shape(out.get()).rank() == links.shape(in).rank()) {
        links.pass(in, out.get());
      } else if (out.isPresent()) {
        links.freeze(in, Reason.UNKNOWN_SHAPE);
      }
    }
  }
}
