package io.schedulec.channel.rule;

import io.schedulec.graph.Node;
import io.schedulec.graph.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Slices: of each axis that is cut the result has the indices from the first on, so far apart. Only
 * one axis of channels can be cut at a time.
 */
final class SliceRule implements ChannelRule {
  @Override
  public List<String> opTypes() {
    return List.of("Slice");
  }

  @Override
  public void link(Node node, Links links) {
    Value in = node.input(0).orElseThrow();
    Value out = node.output(0).orElseThrow();
    int rank = links.shape(in).rank();
    boolean[] cut = cut(node, links, in, out);
    int[] axes = Choices.others(rank, -1);
    int chosen = -1;
    for (int i = 0; i < rank; i++) {
      if (cut[i] && (chosen >= 0 || !links.live(in, i))) {
        links.freeze(in, i, Reason.SELECTED);
        axes[i] = -1;
      } else if (cut[i]) {
        chosen = i;
      }
    }
    int[] indices = chosen < 0 ? new int[0] : indices(node, links, in, out, chosen);
    if (chosen < 0 || indices.length == 0) {
      for (int i = 0; i < rank; i++) {
        if (cut[i]) {
          links.freeze(in, i, Reason.SELECTED);
          axes[i] = -1;
        }
      }
      links.pass(in, out, axes, false);
      return;
    }
    axes[chosen] = -1;
    links.select(in, chosen, out, axes, new int[] {chosen}, indices);
  }

  /** The axes that do not certainly keep all their indices in order. */
  private static boolean[] cut(Node node, Links links, Value in, Value out) {
    boolean[] cut = new boolean[links.shape(in).rank()];
    long[] axes = list(node, links, "axes", 3).orElse(new long[0]);
    boolean unknown = axes.length == 0 && node.input(3).isPresent();
    Optional<long[]> steps =
        node.input(4).isPresent() ? links.integers(node.input(4).get()) : none();
    boolean stepsUnknown = node.input(4).isPresent() && steps.isEmpty();
    for (int i = 0; i < cut.length; i++) {
      int place = place(node, axes, i, cut.length);
      boolean back = place >= 0 && steps.isPresent() && step(steps.get(), place) < 0;
      boolean touched = place >= 0 || unknown;
      cut[i] = touched && (back || stepsUnknown || !links.sameSize(in, i, out, i));
    }
    return cut;
  }

  private static Optional<long[]> none() {
    return Optional.empty();
  }

  private static Optional<long[]> list(Node node, Links links, String attribute, int place) {
    Optional<long[]> own = node.attributes().integers(attribute);
    return own.isPresent() || node.input(place).isEmpty()
        ? own
        : links.integers(node.input(place).get());
  }

  /** Where an axis stands among those that are cut, or -1. */
  private static int place(Node node, long[] axes, int axis, int rank) {
    if (axes.length == 0) {
      return node.input(3).isPresent() ? -1 : axis;
    }
    for (int k = 0; k < axes.length; k++) {
      if (axes[k] == axis || axes[k] + rank == axis) {
        return k;
      }
    }
    return -1;
  }

  private static long step(long[] steps, int place) {
    return place < steps.length ? steps[place] : 1;
  }

  /** The indices that are chosen of an axis; none where that is not known. */
  private static int[] indices(Node node, Links links, Value in, Value out, int axis) {
    long[] axes = list(node, links, "axes", 3).orElse(new long[0]);
    int place = place(node, axes, axis, links.shape(in).rank());
    Optional<long[]> starts = list(node, links, "starts", 1);
    long size = links.shape(in).dim(axis);
    if (place < 0 || starts.isEmpty() || place >= starts.get().length || size < 0) {
      return new int[0];
    }
    if (!links.shape(out).known(axis)) {
      return new int[0];
    }
    long step =
        node.input(4).isPresent()
            ? links.integers(node.input(4).get()).map(all -> step(all, place)).orElse(0L)
            : 1;
    long start = starts.get()[place];
    long from = start < 0 ? start + size : start;
    long first = step < 0 ? Math.min(from, size - 1) : Math.max(0, from);
    int[] indices = Choices.run((int) first, (int) links.shape(out).dim(axis), (int) step);
    boolean inside = Arrays.stream(indices).allMatch(i -> i >= 0 && i < size);
    return step != 0 && inside ? indices : new int[0];
  }
}
