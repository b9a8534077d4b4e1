package io.schedulec.channel.rule;

import io.schedulec.graph.Node;
import io.schedulec.graph.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Dropping and inserting axes of size one. */
final class SqueezeRule implements ChannelRule {
  @Override
  public List<String> opTypes() {
    return List.of("Squeeze", "Unsqueeze");
  }

  @Override
  public void link(Node node, Links links) {
    Value in = node.input(0).orElseThrow();
    Value out = node.output(0).orElseThrow();
    boolean squeeze = node.opType().equals("Squeeze");
    boolean[] single = single(node, links, squeeze ? in : out);
    if (squeeze) {
      squeeze(links, in, out, single);
    } else {
      links.pass(in, out, kept(single, links.shape(in).rank()), false);
    }
  }

  private static boolean[] single(Node node, Links links, Value longer) {
    boolean[] single = new boolean[links.shape(longer).rank()];
    Optional<long[]> axes = node.attributes().integers("axes");
    if (axes.isEmpty() && node.input(1).isPresent()) {
      axes = links.integers(node.input(1).get());
    }
    if (axes.isEmpty()) {
      for (int i = 0; i < single.length; i++) {
        single[i] = links.shape(longer).dim(i) == 1;
      }
      return single;
    }
    for (long axis : axes.get()) {
      int place = (int) (axis < 0 ? axis + single.length : axis);
      if (place >= 0 && place < single.length) {
        single[place] = true;
      }
    }
    return single;
  }

  /** The axes of the longer value that are in the shorter one too. */
  private static int[] kept(boolean[] single, int count) {
    int[] kept = new int[count];
    Arrays.fill(kept, -1);
    int next = 0;
    for (int i = 0; i < single.length && next < count; i++) {
      if (!single[i]) {
        kept[next++] = i;
      }
    }
    return kept;
  }

  private static void squeeze(Links links, Value in, Value out, boolean[] single) {
    int[] axes = new int[single.length];
    int next = 0;
    for (int i = 0; i < axes.length; i++) {
      axes[i] = single[i] ? -1 : next++;
      if (single[i]) {
        links.hold(in, i, Reason.FIXED_SHAPE);
      }
    }
    links.pass(in, out, axes, false);
  }
}
