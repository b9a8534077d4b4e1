package io.schedulec.channel.rule;

import io.schedulec.graph.Node;
import io.schedulec.graph.Value;
import java.util.List;

/** Matrix product with optional transposition: what is multiplied away is one set of channels. */
final class GemmRule implements ChannelRule {
  @Override
  public List<String> opTypes() {
    return List.of("Gemm");
  }

  @Override
  public String passes() {
    return "rows and columns; what is multiplied away is one set";
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
    if (links.shape(a).rank() != 2 || links.shape(b).rank() != 2 || links.shape(out).rank() != 2) {
      links.freeze(a, Reason.UNKNOWN_SHAPE);
      links.freeze(b, Reason.UNKNOWN_SHAPE);
      links.freeze(out, Reason.UNKNOWN_SHAPE);
      return;
    }
    int rows = node.attributes().integer("transA", 0) != 0 ? 1 : 0;
    int columns = node.attributes().integer("transB", 0) != 0 ? 0 : 1;
    factor(links, a, rows);
    factor(links, b, columns);
    links.tie(links.axis(a, 1 - rows), links.axis(b, 1 - columns));
    links.pass(a, rows, out, 0);
    links.pass(b, columns, out, 1);
    if (node.input(2).isPresent()) {
      bias(links, node.input(2).get(), out);
    }
  }

  private static void factor(Links links, Value value, int kept) {
    links.channels(value, 1 - kept);
    links.filters(value, kept, false);
  }

  private static void bias(Links links, Value bias, Value out) {
    links.broadcast(bias, out, false);
    int rank = links.shape(bias).rank();
    if (rank > 0 && links.shape(bias).dim(rank - 1) == links.shape(out).dim(1)) {
      links.bias(bias, rank - 1);
    }
  }
}
