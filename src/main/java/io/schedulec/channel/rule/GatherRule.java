package io.schedulec.channel.rule;

import io.schedulec.graph.Node;
import io.schedulec.graph.Value;
import java.util.List;
import java.util.Optional;

/**
 * Choosing indices of one axis. Known ones are followed; where they are computed all indices have
 * to stay, as the words of an embedding do.
 */
final class GatherRule implements ChannelRule {
  @Override
  public List<String> opTypes() {
    return List.of("Gather");
  }

  @Override
  public void link(Node node, Links links) {
    Value in = node.input(0).orElseThrow();
    Value chosen = node.input(1).orElseThrow();
    Value out = node.output(0).orElseThrow();
    int rank = links.shape(in).rank();
    long given = node.attributes().integer("axis", 0);
    int axis = (int) (given < 0 ? given + rank : given);
    int more = links.shape(chosen).rank() - 1;
    int[] axes = new int[rank];
    for (int i = 0; i < rank; i++) {
      axes[i] = i < axis ? i : i == axis ? -1 : i + more;
    }
    int[] placed = Choices.run(axis, more + 1, 1);
    Optional<int[]> indices = indices(links, chosen, in, axis);
    if (indices.isPresent()) {
      links.select(in, axis, out, axes, placed, indices.get());
      return;
    }
    links.freeze(in, axis, Reason.SELECTED);
    links.freeze(chosen, Reason.SELECTED);
    links.pass(in, out, axes, false);
    links.pass(chosen, out, placed, false);
    roles(links, in, axis);
  }

  /** What is looked up in a table is made by its rows' elements. */
  private static void roles(Links links, Value table, int axis) {
    for (int i = 0; i < links.shape(table).rank(); i++) {
      if (i != axis) {
        links.filters(table, i, false);
      }
    }
  }

  private static Optional<int[]> indices(Links links, Value chosen, Value in, int axis) {
    Optional<long[]> given = links.integers(chosen);
    long size = links.shape(in).dim(axis);
    if (given.isEmpty() || size < 0) {
      return Optional.empty();
    }
    int[] indices = new int[given.get().length];
    for (int i = 0; i < indices.length; i++) {
      long index = given.get()[i] < 0 ? given.get()[i] + size : given.get()[i];
      if (index < 0 || index >= size) {
        return Optional.empty();
      }
      indices[i] = (int) index;
    }
    return Optional.of(indices);
  }
}
