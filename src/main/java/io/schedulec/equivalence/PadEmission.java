package io.schedulec.equivalence;

import io.schedulec.graph.Node;
import io.schedulec.graph.Value;
import java.util.List;
import java.util.Optional;

/** Padding: a channel stays constant where what is added is the same number. */
final class PadEmission implements EmissionRule {
  @Override
  public List<String> opTypes() {
    return List.of("Pad");
  }

  @Override
  public double emit(Node node, int channel, Flow flow) {
    Value in = node.input(0).orElseThrow();
    double state = flow.operand(in, node.output(0).orElseThrow(), channel);
    boolean copies = !node.attributes().text("mode", "constant").equals("constant");
    return copies || nothing(node, flow) || state == added(node, flow) ? state : Double.NaN;
  }

  private static boolean nothing(Node node, Flow flow) {
    Optional<long[]> pads =
        node.input(1).isPresent()
            ? flow.integers(node.input(1).get())
            : node.attributes().integers("pads");
    if (pads.isEmpty()) {
      return false;
    }
    for (long pad : pads.get()) {
      if (pad > 0) {
        return false;
      }
    }
    return true;
  }

  private static double added(Node node, Flow flow) {
    Optional<Value> number = node.input(2);
    return number.isPresent()
        ? flow.fixed().uniform(number.get())
        : node.attributes().real("value", 0);
  }
}
