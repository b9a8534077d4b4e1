package io.schedulec.channel.rule;

import io.schedulec.graph.Node;
import io.schedulec.graph.Shape;
import io.schedulec.graph.Value;
import java.util.List;

/**
 * Moving blocks of places into channels or back: each channel on one side is as many on the other
 * as a block has places.
 */
final class BlocksRule implements ChannelRule {
  @Override
  public List<String> opTypes() {
    return List.of("DepthToSpace", "SpaceToDepth");
  }

  @Override
  public void link(Node node, Links links) {
    Value in = node.input(0).orElseThrow();
    Value out = node.output(0).orElseThrow();
    int side = (int) node.attributes().integer("blocksize", 1);
    if (!splits(links.shape(in), node.opType().equals("DepthToSpace"), side)) {
      links.freeze(in, Reason.UNKNOWN_SHAPE);
      return;
    }
    if (node.opType().equals("SpaceToDepth")) {
      toDepth(links, in, out, side);
    } else {
      toSpace(links, in, out, side, node.attributes().text("mode", "DCR").equals("CRD"));
    }
  }

  private static boolean splits(Shape in, boolean toSpace, int side) {
    if (in.rank() != 4 || side < 1) {
      return false;
    }
    return toSpace
        ? in.known(1) && in.dim(1) % ((long) side * side) == 0
        : in.known(2) && in.known(3) && in.dim(2) % side == 0 && in.dim(3) % side == 0;
  }

  private static void toSpace(Links links, Value in, Value out, int side, boolean outermost) {
    int few = (int) links.shape(in).dim(1) / (side * side);
    int[] channels = outermost ? new int[] {few, side, side} : new int[] {side, side, few};
    int channel = outermost ? 0 : 2;
    int row = outermost ? 1 : 0;
    links.rearrange(
        in,
        new int[][] {{-1}, channels, {-1}, {-1}},
        out,
        new int[][] {{0, 0}, {1, channel}, {2, 0, 1, row}, {3, 0, 1, row + 1}});
  }

  private static void toDepth(Links links, Value in, Value out, int side) {
    int[] rows = {(int) links.shape(in).dim(2) / side, side};
    int[] columns = {(int) links.shape(in).dim(3) / side, side};
    links.rearrange(
        in,
        new int[][] {{-1}, {-1}, rows, columns},
        out,
        new int[][] {{0, 0}, {2, 1, 3, 1, 1, 0}, {2, 0}, {3, 0}});
  }
}
