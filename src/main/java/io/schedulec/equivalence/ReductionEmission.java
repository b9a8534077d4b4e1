package io.schedulec.equivalence;

import io.schedulec.graph.Node;
import io.schedulec.graph.Value;
import java.util.List;

/** Reductions along other axes than the channels': means and extremes keep constants. */
final class ReductionEmission implements EmissionRule {
  @Override
  public List<String> opTypes() {
    return List.of(
        "ReduceMean",
        "ReduceMax",
        "ReduceMin",
        "ReduceSum",
        "ReduceL1",
        "ReduceL2",
        "ReduceSumSquare");
  }

  @Override
  public double emit(Node node, int channel, Flow flow) {
    Value in = node.input(0).orElseThrow();
    Value out = node.output(0).orElseThrow();
    int before = Integer.bitCount(flow.removed().axes(in, channel));
    int after = Integer.bitCount(flow.removed().axes(out, channel));
    double state = before == 1 && after == 1 ? flow.state(in, channel) : Double.NaN;
    return state == 0 || keeps(node.opType()) ? state : Double.NaN;
  }

  private static boolean keeps(String opType) {
    return switch (opType) {
      case "ReduceMean", "ReduceMax", "ReduceMin" -> true;
      default -> false;
    };
  }
}
