package io.schedulec.channel.rule;

import io.schedulec.graph.Node;
import io.schedulec.graph.Value;
import java.util.List;
import java.util.Optional;

/**
 * Normalisation over the last axes: scale and shift are numbered like them. Statistics over fewer
 * channels are others, which is what removing channels means here.
 */
final class LayerNormalizationRule implements ChannelRule {
  @Override
  public List<String> opTypes() {
    return List.of("LayerNormalization", "RMSNormalization", "SimplifiedLayerNormalization");
  }

  @Override
  public void link(Node node, Links links) {
    Value in = node.input(0).orElseThrow();
    Value out = node.output(0).orElseThrow();
    int rank = links.shape(in).rank();
    long axis = node.attributes().integer("axis", -1);
    int first = (int) (axis < 0 ? axis + rank : axis);
    if (links.fixed(in)) {
      links.freezeFrom(first, in, Reason.NORMALISED);
    }
    for (int i = first; i < rank; i++) {
      links.normalise(in, i);
    }
    links.pass(in, out);
    for (int i = 1; i < node.inputs().size(); i++) {
      Optional<Value> parameter = node.input(i);
      if (parameter.isPresent()) {
        numbered(links, parameter.get(), out);
      }
    }
    statistics(node, links, in, first);
  }

  private static void numbered(Links links, Value parameter, Value out) {
    for (int i = 0; i < links.shape(parameter).rank(); i++) {
      if (links.shape(parameter).dim(i) != 1) {
        links.norm(parameter, i);
      }
    }
    links.broadcast(parameter, out, false);
  }

  /** Mean and deviation have the axes before, and single ones instead of the normalised. */
  private static void statistics(Node node, Links links, Value in, int first) {
    int[] axes = new int[links.shape(in).rank()];
    for (int i = 0; i < axes.length; i++) {
      axes[i] = i < first ? i : -1;
    }
    for (int i = 1; i < node.outputs().size(); i++) {
      Optional<Value> output = node.output(i);
      if (output.isPresent()) {
        links.pass(in, output.get(), axes, false);
      }
    }
  }
}
