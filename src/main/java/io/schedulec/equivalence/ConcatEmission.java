package io.schedulec.equivalence;

import io.schedulec.graph.Node;
import io.schedulec.graph.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Concatenation: a channel is what it is in the parts that have it. */
final class ConcatEmission implements EmissionRule {
  @Override
  public List<String> opTypes() {
    return List.of("Concat");
  }

  @Override
  public double emit(Node node, int channel, Flow flow) {
    Value out = node.output(0).orElseThrow();
    int axis = (int) node.attributes().integer("axis", 1);
    int rank = flow.shape(out).rank();
    boolean along = flow.removed().onlyOn(axis < 0 ? axis + rank : axis, out, channel);
    int axes = flow.removed().axes(out, channel);
    double[] states = new double[node.inputs().size()];
    int parts = 0;
    for (Optional<Value> input : node.inputs()) {
      int own = flow.removed().axes(input.orElseThrow(), channel);
      if (own == axes) {
        states[parts++] = flow.state(input.get(), channel);
      } else if (own != 0 || !along) {
        return Double.NaN;
      }
    }
    return Flow.same(Arrays.copyOf(states, parts));
  }
}
