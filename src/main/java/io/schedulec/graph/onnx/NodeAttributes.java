package io.schedulec.graph.onnx;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The attributes of one node that change, come or go, while it is written. */
final class NodeAttributes {
  private final Map<String, NewNode.Attribute> open;
  private final Set<String> without;

  /** Those of the node that computes a value; of no node if that has no name. */
  NodeAttributes(ModelChanges changes, String output) {
    open = new TreeMap<>(output.isEmpty() ? Map.of() : changes.attributes(output));
    without = output.isEmpty() ? Set.of() : changes.without(output);
  }

  /** Whether an attribute goes. */
  boolean goes(String name) {
    return without.contains(name);
  }

  /** The new message of an attribute that the node has, if it changes. */
  Optional<Pieces> take(String name, ModelBytes bytes) {
    return Optional.ofNullable(open.remove(name)).map(value -> message(name, value, bytes));
  }

  /** Appends those that the node does not have yet. */
  void addTo(Pieces node) {
    open.forEach((name, value) -> node.message(5, message(name, value, node.source())));
    open.clear();
  }

  /** The message of an attribute. */
  static Pieces message(String name, NewNode.Attribute value, ModelBytes bytes) {
    Pieces out = new Pieces(bytes);
    out.text(1, name);
    if (value instanceof NewNode.Single single) {
      out.integer(3, single.value());
      out.integer(20, 2);
    } else if (value instanceof NewNode.Several several) {
      several.values().forEach(number -> out.integer(8, number));
      out.integer(20, 7);
    } else if (value instanceof NewNode.Real real) {
      out.single(2, real.value());
      out.integer(20, 1);
    }
    return out;
  }
}
