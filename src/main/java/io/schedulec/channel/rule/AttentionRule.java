package io.schedulec.channel.rule;

import io.schedulec.graph.Node;
import io.schedulec.graph.Value;
import java.util.List;
import java.util.Optional;

/**
 * Attention in one operator, its queries, keys and values divided into heads on an axis of their
 * own: queries and keys are multiplied head by head, so as many channels go from each head; values
 * pass to the result. Where several heads of queries share one of keys, their channels go together.
 */
final class AttentionRule implements ChannelRule {
  @Override
  public List<String> opTypes() {
    return List.of("Attention");
  }

  @Override
  public void link(Node node, Links links) {
    Value query = node.input(0).orElseThrow();
    Value key = node.input(1).orElseThrow();
    Value value = node.input(2).orElseThrow();
    Value out = node.output(0).orElseThrow();
    boolean heads = links.shape(query).rank() == 4 && links.shape(key).rank() == 4;
    boolean plain = heads && links.shape(value).rank() == 4 && cacheless(node);
    if (!plain || !links.attend(query, key)) {
      for (Value one : List.of(query, key, value, out)) {
        links.freeze(one, Reason.FIXED_SHAPE);
      }
      return;
    }
    boolean alike = links.shape(query).dim(1) == links.shape(value).dim(1);
    links.hold(query, 2, Reason.SLICED);
    links.hold(value, 2, Reason.REDUCED);
    if (alike) {
      links.separate(value, 1, (int) links.shape(value).dim(1), Reason.SLICED);
      links.pass(value, out, new int[] {0, 1, -1, 3}, false);
    } else {
      links.freeze(value, Reason.FIXED_SHAPE);
    }
    links.pass(query, out, new int[] {0, -1, 2, -1}, false);
  }

  /** Whether no keys and values of earlier runs come in, and no others go out. */
  private static boolean cacheless(Node node) {
    for (int i = 4; i < node.inputs().size(); i++) {
      if (node.input(i).isPresent()) {
        return false;
      }
    }
    for (int i = 1; i < node.outputs().size(); i++) {
      Optional<Value> output = node.output(i);
      if (output.isPresent()) {
        return false;
      }
    }
    return true;
  }
}
