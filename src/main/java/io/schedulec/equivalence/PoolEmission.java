package io.schedulec.equivalence;

import io.schedulec.graph.Attributes;
import io.schedulec.graph.Node;
import java.util.List;

/**
 * Pooling: constants stay, unless an average counts the zeros that padding adds; padding of a
 * maximum is below every number.
 */
final class PoolEmission implements EmissionRule {
  @Override
  public List<String> opTypes() {
    return List.of(
        "MaxPool", "AveragePool", "LpPool", "GlobalAveragePool", "GlobalMaxPool", "GlobalLpPool");
  }

  @Override
  public double emit(Node node, int channel, Flow flow) {
    double state = flow.operand(node.input(0).orElseThrow(), node.output(0).orElseThrow(), channel);
    return state == 0 || keeps(node) ? state : Double.NaN;
  }

  private static boolean keeps(Node node) {
    return switch (node.opType()) {
      case "MaxPool", "GlobalAveragePool", "GlobalMaxPool" -> true;
      case "AveragePool" -> averages(node);
      default -> false;
    };
  }

  /** With a rounded-up size windows may reach over the edge without padding. */
  private static boolean averages(Node node) {
    Attributes attributes = node.attributes();
    return attributes.integer("count_include_pad", 0) == 0
        || (attributes.integer("ceil_mode", 0) == 0 && Padding.none(node, false));
  }
}
