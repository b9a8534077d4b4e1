package io.schedulec.channel.rule;

import io.schedulec.graph.Node;
import io.schedulec.graph.Value;
import java.util.List;
import java.util.Optional;

/** Operators on two or more tensors element by element, broadcast where an axis has size one. */
final class ArithmeticRule implements ChannelRule {
  @Override
  public List<String> opTypes() {
    return List.of(
        "Add",
        "Sub",
        "Sum",
        "Mean",
        "Max",
        "Min",
        "Pow",
        "Mod",
        "PRelu",
        "Where",
        "Equal",
        "Greater",
        "GreaterOrEqual",
        "Less",
        "LessOrEqual",
        "And",
        "Or",
        "Xor",
        "BitShift",
        "BitwiseAnd",
        "BitwiseOr",
        "BitwiseXor");
  }

  @Override
  public void link(Node node, Links links) {
    Value out = node.output(0).orElseThrow();
    boolean adds = node.opType().equals("Add") || node.opType().equals("Sub");
    for (Optional<Value> operand : node.inputs()) {
      if (operand.isPresent()) {
        links.broadcast(operand.get(), out, false);
        if (adds && links.fixed(operand.get()) && !links.fixed(out)) {
          bias(links, operand.get(), out);
        }
      }
    }
  }

  private static void bias(Links links, Value operand, Value out) {
    int rank = links.shape(operand).rank();
    int shift = links.shape(out).rank() - rank;
    for (int i = 0; i < rank; i++) {
      boolean numbered = links.shape(operand).dim(i) == links.shape(out).dim(i + shift);
      if (numbered && links.shape(operand).dim(i) > 1) {
        links.bias(operand, i);
      }
    }
  }
}
