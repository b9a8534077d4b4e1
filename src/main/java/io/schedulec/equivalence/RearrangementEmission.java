package io.schedulec.equivalence;

import io.schedulec.graph.Node;
import io.schedulec.graph.Value;
import java.util.List;

/** Operators that only arrange elements otherwise: channels stay what they are. */
final class RearrangementEmission implements EmissionRule {
  @Override
  public List<String> opTypes() {
    return List.of("Flatten", "Reshape", "Squeeze", "Transpose", "Unsqueeze");
  }

  @Override
  public double emit(Node node, int channel, Flow flow) {
    Value in = node.input(0).orElseThrow();
    Value out = node.output(0).orElseThrow();
    return single(out, channel, flow) && !single(in, channel, flow)
        ? Double.NaN
        : flow.state(in, channel);
  }

  /** Whether a channel is a whole axis of size one, which all elements of the value are on. */
  private static boolean single(Value value, int channel, Flow flow) {
    int axes = flow.removed().axes(value, channel);
    int rank = flow.shape(value).rank();
    for (int i = 0; i < rank; i++) {
      boolean on = (axes & 1 << (rank - 1 - i)) != 0;
      if (on && flow.shape(value).dim(i) == 1) {
        return true;
      }
    }
    return false;
  }
}
