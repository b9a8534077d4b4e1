package io.schedulec.graph.onnx;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Makes up names for what is inlined, so that none is given twice. */
final class FreshNames {
  /** Calls within calls can stand for more nodes than there are atoms. */
  private static final long MOST = 50_000_000;

  private static final int PER_NODE = 100;

  private final ModelBytes file;
  private final Set<String> taken = new HashSet<>();
  private final Map<String, Integer> last = new HashMap<>();
  private long spent;

  /** All names but those of a graph. */
  FreshNames(ModelBytes file, RawGraph graph) {
    this.file = file;
    for (RawTensor tensor : graph.initializers()) {
      taken.add(tensor.name());
    }
    for (RawValue input : graph.inputs()) {
      taken.add(input.name());
    }
    for (RawNode node : graph.nodes()) {
      taken.addAll(node.outputs());
    }
  }

  /** A name that nothing has, if possible the one that is wished for. */
  String fresh(String wish) {
    String name = wish;
    while (!taken.add(name)) {
      int next = last.merge(wish, 1, Integer::sum);
      name = wish + "_" + next;
    }
    spend(name.length());
    return name;
  }

  /** A name for something in a node: its own, or if that is taken, one after the node. */
  String kept(String name, String node) {
    return taken.contains(name) ? fresh(within(node, name)) : fresh(name);
  }

  /** What something within a node is called. */
  static String within(String node, String name) {
    return node.concat("/").concat(name);
  }

  /**
   * Accounts for a node.
   *
   * @throws io.schedulec.graph.UnreadableModelException if there are far too many
   */
  void spendNode(RawNode node) {
    spend(PER_NODE + node.name().length() + node.inputs().size() + node.outputs().size());
  }

  private void spend(long some) {
    spent += some;
    if (spent > MOST) {
      throw file.senseless(
          "its functions call each other so often that they stand for more nodes than any network"
              + " has");
    }
  }
}
