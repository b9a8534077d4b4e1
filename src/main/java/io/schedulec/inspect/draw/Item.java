package io.schedulec.inspect.draw;

import io.schedulec.graph.Parameter;
import java.util.List;

/**
 * What is drawn as one box.
 *
 * @param kind what it is
 * @param name the layer, the operator, or the input or output of the model
 * @param operator the operator's type; empty for inputs and outputs
 * @param node the operator's name in the model file; empty for inputs and outputs
 * @param weights the weights that it applies
 * @param groups the groups whose channels leave it, in the order of the channels
 * @param shape the shape of what leaves it, as text; empty where unknown
 * @param detail the second line of its box, e.g. {@code 64 × 3 × 3×3}; empty where it has none
 */
record Item(
    Kind kind,
    String name,
    String operator,
    String node,
    List<Parameter> weights,
    List<Integer> groups,
    String shape,
    String detail) {

  /** What a box stands for. */
  enum Kind {
    /** The model is given it. */
    INPUT,
    /** It applies weights. */
    LAYER,
    /** It brings channels together or parts them, or nobody knows what it does to them. */
    JOIN,
    /** The model computes it. */
    OUTPUT
  }

  /** Copies the lists. */
  Item {
    weights = List.copyOf(weights);
    groups = List.copyOf(groups);
  }

  /** The same with another second line. */
  Item detailed(String text) {
    return new Item(kind, name, operator, node, weights, groups, shape, text);
  }
}
