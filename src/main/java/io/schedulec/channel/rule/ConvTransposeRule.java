package io.schedulec.channel.rule;

import io.schedulec.graph.Node;
import io.schedulec.graph.Value;
import java.util.List;

/**
 * Transposed convolution: axis 0 of the weight reads the input's channels, axis 1 makes the
 * output's, numbered within each group.
 */
final class ConvTransposeRule implements ChannelRule {
  @Override
  public List<String> opTypes() {
    return List.of("ConvTranspose");
  }

  @Override
  public void link(Node node, Links links) {
    Value in = node.input(0).orElseThrow();
    Value weight = node.input(1).orElseThrow();
    Value out = node.output(0).orElseThrow();
    if (links.shape(weight).rank() < 2 || links.shape(in).rank() != links.shape(out).rank()) {
      links.freeze(weight, Reason.UNKNOWN_SHAPE);
      links.freeze(in, Reason.UNKNOWN_SHAPE);
      return;
    }
    int groups = (int) node.attributes().integer("group", 1);
    if (groups == 1) {
      plain(links, in, weight, out);
    } else if (links.axis(weight, 0).size() == groups) {
      depthwise(links, in, weight, out);
    } else {
      grouped(links, in, weight, out, groups);
    }
    if (node.input(2).isPresent()) {
      bias(links, node.input(2).get(), out);
    }
    links.pass(in, 0, out, 0);
    links.freezeFrom(2, weight, Reason.FIXED_SHAPE);
    links.freezeFrom(2, in, Reason.WINDOWED);
  }

  private static void plain(Links links, Value in, Value weight, Value out) {
    links.channels(weight, 0);
    links.tie(links.axis(in, 1), links.axis(weight, 0));
    links.filters(weight, 1, false);
    links.pass(weight, 1, out, 1);
  }

  /** Each input channel has the filters of one row of the weight to itself. */
  private static void depthwise(Links links, Value in, Value weight, Value out) {
    Axis filters = links.axis(weight, 0);
    Axis made = links.axis(out, 1);
    links.filters(weight, 0, true);
    links.tie(filters, links.axis(in, 1));
    links.hold(weight, 1, Reason.FIXED_SHAPE);
    int each = made.size() < 0 ? 1 : Math.max(1, made.size() / filters.size());
    links.tie(made, filters, new IndexMap.Block(each));
  }

  private static void grouped(Links links, Value in, Value weight, Value out, int groups) {
    Axis channels = links.axis(weight, 0);
    Axis made = links.axis(out, 1);
    links.channels(weight, 0);
    links.tie(links.axis(in, 1), channels);
    Axis own = links.filtersAcrossGroups(weight, made.size()).orElse(null);
    if (own == null || channels.size() < 0 || channels.size() % groups != 0) {
      links.freeze(weight, Reason.FIXED_SHAPE);
      links.freeze(made, Reason.FIXED_SHAPE);
      return;
    }
    links.tie(made, own);
    links.equalBlocks(channels, groups);
    links.equalBlocks(own, groups);
  }

  private static void bias(Links links, Value bias, Value out) {
    links.bias(bias, 0);
    links.tie(links.axis(bias, 0), links.axis(out, 1));
  }
}
