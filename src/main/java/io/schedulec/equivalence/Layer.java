package io.schedulec.equivalence;

import io.schedulec.graph.Node;
import io.schedulec.graph.Value;

/**
 * A linear map from channels to filters whose weights are known.
 *
 * @param node the operator
 * @param data what it reads
 * @param dataAxis the axis of {@code data} that has the channels
 * @param outAxis the axis of the output that has the filters
 * @param weightValue the weights as the node has them
 * @param weight the weights, filters first, channels second: those of a filter's own group, whose
 *     further axes are its window
 * @param groups the number of equal blocks that filters and channels are divided into
 * @param scale what products are multiplied by
 * @param even whether every output position sees a constant through the same weights, so that its
 *     contribution is one number
 */
record Layer(
    Node node,
    Value data,
    int dataAxis,
    int outAxis,
    Value weightValue,
    Tensor weight,
    int groups,
    double scale,
    boolean even) {

  /** What it computes. */
  Value out() {
    return node.output(0).orElseThrow();
  }

  /** The number of filters. */
  int filters() {
    return weight.dim(0);
  }

  /** The first channel that a filter reads. */
  int firstChannel(int filter) {
    return filter / (filters() / groups) * weight.dim(1);
  }

  /** The number of channels that each filter reads. */
  int channelsPerFilter() {
    return weight.dim(1);
  }

  /** The first filter that reads a channel. */
  int firstFilter(int channel) {
    return channel / weight.dim(1) * filtersPerChannel();
  }

  /** The number of filters that read each channel. */
  int filtersPerChannel() {
    return filters() / groups;
  }

  /** Whether all weights of a filter for a channel that it reads are zero. */
  boolean ignores(int filter, int channel) {
    return weight.zero(filter, channel % weight.dim(1));
  }

  /** What a filter makes of a channel that is one everywhere. */
  double gain(int filter, int channel) {
    return scale * weight.sum(filter, channel % weight.dim(1));
  }
}
