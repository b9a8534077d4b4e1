package io.schedulec.check.chain;

import io.schedulec.channel.CoupledGroup;
import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Node;
import io.schedulec.graph.Value;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What becomes of a zero filter on its way to a multiplication.
 *
 * <p>A layer reaches a product through operators that keep zero (Relu), shift it to a constant
 * (BatchNormalization, a bias) or never give zero (Sigmoid); only the first two make it the side
 * that decides, the last makes it the gate.
 */
final class Gates {
  /** What meets the other operand of a product when every weight of a filter is zero. */
  enum Arrival {
    ZERO,
    CONSTANT,
    NEVER_ZERO,
    UNREACHED
  }

  private static final Set<String> NEVER_ZERO =
      Set.of("Sigmoid", "HardSigmoid", "Softmax", "Exp", "Softplus", "Cos", "Reciprocal");
  private static final Set<String> LAYERS = Set.of("Conv", "ConvTranspose", "Gemm", "MatMul");
  private static final Set<String> NORMALISES =
      Set.of(
          "BatchNormalization",
          "InstanceNormalization",
          "LayerNormalization",
          "GroupNormalization");
  private static final Set<String> SHIFTS = Set.of("Add", "Sub", "Sum");

  private final Map<Value, Node> producers = new HashMap<>();
  private final ModelGraph graph;

  Gates(ModelGraph graph) {
    this.graph = graph;
    for (Node node : graph.nodes()) {
      node.outputs().forEach(value -> value.ifPresent(v -> producers.put(v, node)));
    }
  }

  /** How a layer's zero filters arrive at the product that joins it to its chain. */
  Arrival arrival(String parameter, CoupledGroup.Join product) {
    for (Node node : graph.nodes()) {
      if (node.name().equals(product.node())) {
        return best(node, parameter);
      }
    }
    return Arrival.UNREACHED;
  }

  private Arrival best(Node product, String parameter) {
    Arrival found = Arrival.UNREACHED;
    for (int i = 0; i < product.inputs().size(); i++) {
      if (product.input(i).isPresent()) {
        Arrival one = walk(product.input(i).get(), parameter);
        found = one.compareTo(found) < 0 ? one : found;
      }
    }
    return found;
  }

  /** Walks back from an operand; the first way on which the layer is met decides. */
  private Arrival walk(Value operand, String parameter) {
    record Step(Value value, Arrival so) {}
    Deque<Step> open = new ArrayDeque<>();
    Set<Value> seen = new HashSet<>();
    open.add(new Step(operand, Arrival.ZERO));
    while (!open.isEmpty()) {
      Step step = open.poll();
      Node node = producers.get(step.value());
      if (node == null || !seen.add(step.value())) {
        continue;
      }
      boolean layer = LAYERS.contains(node.opType());
      boolean biased = layer ? hasBias(node) : shifts(node);
      Arrival so = NEVER_ZERO.contains(node.opType()) ? Arrival.NEVER_ZERO : step.so();
      so = biased && so == Arrival.ZERO ? Arrival.CONSTANT : so;
      if (layer && holds(node, parameter)) {
        return so;
      }
      if (!layer || depthwise(node)) {
        for (int i = 0; i < node.inputs().size(); i++) {
          if (node.input(i).isPresent()) {
            open.add(new Step(node.input(i).get(), so));
          }
        }
      }
    }
    return Arrival.UNREACHED;
  }

  private static boolean depthwise(Node node) {
    return node.attributes().integer("group", 1) > 1;
  }

  private static boolean hasBias(Node node) {
    return node.input(2).isPresent();
  }

  private static boolean shifts(Node node) {
    if (NORMALISES.contains(node.opType())) {
      return true;
    }
    boolean adds = SHIFTS.contains(node.opType());
    return adds
        && node.inputs().stream()
            .anyMatch(v -> v.isPresent() && v.get().kind() != Value.Kind.COMPUTED);
  }

  private boolean holds(Node node, String parameter) {
    for (int i = 1; i < node.inputs().size() || i < 2; i++) {
      if (node.input(i).isPresent() && leadsTo(node.input(i).get(), parameter, 4)) {
        return true;
      }
    }
    return node.opType().equals("MatMul")
        && node.input(0).isPresent()
        && leadsTo(node.input(0).get(), parameter, 0);
  }

  /** Whether a weight operand is a parameter, or the transpose or the like of one. */
  private boolean leadsTo(Value value, String parameter, int steps) {
    if (value.parameter().isPresent()) {
      return value.parameter().get().name().equals(parameter);
    }
    Node node = producers.get(value);
    return node != null
        && steps > 0
        && node.input(0).isPresent()
        && leadsTo(node.input(0).get(), parameter, steps - 1);
  }
}
