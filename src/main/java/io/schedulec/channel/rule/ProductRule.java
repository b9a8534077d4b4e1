package io.schedulec.channel.rule;

import io.schedulec.graph.Node;
import io.schedulec.graph.Shape;
import io.schedulec.graph.Value;
import java.util.List;
import java.util.Optional;

/**
 * Products and quotients element by element.
 *
 * <p>They tie channels as sums do, but a zero on one side is enough. The side that is smaller, and
 * spread over the other, is the gate; of two sides of one size the second.
 */
final class ProductRule implements ChannelRule {
  @Override
  public List<String> opTypes() {
    return List.of("Mul", "Div");
  }

  @Override
  public String passes() {
    return "as sums, but a zero on one side is enough";
  }

  @Override
  public String freezes() {
    return "";
  }

  @Override
  public void link(Node node, Links links) {
    Value a = node.input(0).orElseThrow();
    Value b = node.input(1).orElseThrow();
    Value out = node.output(0).orElseThrow();
    boolean quotient = node.opType().equals("Div");
    Value gated = quotient || !gates(a, b, out, links) ? a : b;
    links.broadcast(gated, out, false);
    links.broadcast(gated == a ? b : a, out, true);
  }

  private static boolean gates(Value a, Value b, Value out, Links links) {
    boolean first = spread(links.shape(a), links.shape(out));
    boolean second = spread(links.shape(b), links.shape(out));
    return first == second ? squashed(a, links) && !squashed(b, links) : first;
  }

  /** Whether a value is what gates are made of: bounded, and not zero where its input is. */
  private static boolean squashed(Value value, Links links) {
    Optional<Node> producer = links.producer(value);
    String opType = producer.isPresent() ? producer.get().opType() : "";
    return opType.equals("Sigmoid") || opType.equals("HardSigmoid") || opType.equals("Softmax");
  }

  private static boolean spread(Shape operand, Shape out) {
    if (operand.rank() < out.rank()) {
      return true;
    }
    for (int i = 0; i < operand.rank(); i++) {
      if (operand.dim(i) == 1 && out.dim(i) != 1) {
        return true;
      }
    }
    return false;
  }
}
