package io.schedulec.channel.rule;

import io.schedulec.graph.Node;
import io.schedulec.graph.Value;
import java.util.List;
import java.util.Optional;

/** Pooling: windows move over the spatial axes, which are frozen; channels pass. */
final class PoolRule implements ChannelRule {
  @Override
  public List<String> opTypes() {
    return List.of(
        "MaxPool", "AveragePool", "LpPool", "GlobalAveragePool", "GlobalMaxPool", "GlobalLpPool");
  }

  @Override
  public String passes() {
    return "pass";
  }

  @Override
  public String freezes() {
    return "places";
  }

  @Override
  public void link(Node node, Links links) {
    Value in = node.input(0).orElseThrow();
    links.freezeFrom(2, in, Reason.WINDOWED);
    for (Optional<Value> out : node.outputs()) {
      if (out.isPresent() && links.shape(out.get()).rank() >= 2) {
        int[] axes = new int[links.shape(in).rank()];
        for (int i = 0; i < axes.length; i++) {
          axes[i] = i < 2 ? i : -1;
        }
        links.pass(in, out.get(), axes, false);
      }
    }
  }
}
