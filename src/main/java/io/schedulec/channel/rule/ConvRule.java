package io.schedulec.channel.rule;

import io.schedulec.graph.Node;
import io.schedulec.graph.Value;
import java.util.List;

/**
 * Convolution: axis 0 of the weight makes the output's channels, axis 1 reads the input's.
 *
 * <p>In a depthwise convolution (as many groups as input channels) each filter follows the one
 * channel it reads. In other grouped convolutions channels go independently, but as many from each
 * group. Windows move over the axes after those, which are frozen.
 */
final class ConvRule implements ChannelRule {
  @Override
  public List<String> opTypes() {
    return List.of("Conv");
  }

  @Override
  public String passes() {
    return "filters make the output's, columns read the input's; depthwise"
        + " follows; as many go from each group";
  }

  @Override
  public String freezes() {
    return "places";
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
    Axis filters = links.axis(weight, 0);
    boolean depthwise = groups > 1 && links.shape(weight).dim(1) == 1;
    links.filters(weight, 0, depthwise);
    links.pass(weight, 0, out, 1);
    if (groups == 1) {
      links.channels(weight, 1);
      links.tie(links.axis(in, 1), links.axis(weight, 1));
    } else {
      read(links, in, weight, groups, depthwise);
    }
    if (node.input(2).isPresent()) {
      bias(links, node.input(2).get(), filters);
    }
    batchAndKernel(links, in, weight, out);
  }

  private static void read(Links links, Value in, Value weight, int groups, boolean depthwise) {
    Axis filters = links.axis(weight, 0);
    Axis channels = links.axis(in, 1);
    if (filters.size() < 0 || channels.size() < 0 || filters.size() % groups != 0) {
      links.freeze(filters, Reason.UNKNOWN_SHAPE);
      links.freeze(channels, Reason.UNKNOWN_SHAPE);
    } else if (depthwise && channels.size() == groups) {
      links.tie(filters, channels, new IndexMap.Block(filters.size() / groups));
    } else {
      grouped(links, weight, groups, filters, channels);
    }
  }

  private static void grouped(Links links, Value weight, int groups, Axis filters, Axis channels) {
    Axis own = links.channelsAcrossGroups(weight, channels.size()).orElse(null);
    if (own == null) {
      links.freeze(weight, Reason.FIXED_SHAPE);
      links.freeze(channels, Reason.FIXED_SHAPE);
      return;
    }
    links.tie(channels, own);
    links.equalBlocks(filters, groups);
    links.equalBlocks(own, groups);
  }

  private static void bias(Links links, Value bias, Axis filters) {
    links.bias(bias, 0);
    links.tie(links.axis(bias, 0), filters);
  }

  private static void batchAndKernel(Links links, Value in, Value weight, Value out) {
    links.pass(in, 0, out, 0);
    links.freezeFrom(2, weight, Reason.FIXED_SHAPE);
    links.freezeFrom(2, in, Reason.WINDOWED);
  }
}
