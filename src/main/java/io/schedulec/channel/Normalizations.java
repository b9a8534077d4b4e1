package io.schedulec.channel;

import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Node;
import io.schedulec.graph.Shape;
import io.schedulec.graph.Value;
import io.schedulec.graph.shape.ShapeTable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Recognises normalisations that exporters write in single operators.
 *
 * <p>A reduction belongs to one if its result, possibly after a root, a power, a small number added
 * and the like, is only subtracted from what was reduced, or divides or multiplies it.
 */
final class Normalizations {
  private static final Set<String> STATISTIC =
      Set.of(
          "Abs",
          "Add",
          "Cast",
          "Clip",
          "Div",
          "Expand",
          "Identity",
          "Max",
          "Min",
          "Mul",
          "Neg",
          "Pow",
          "Reciprocal",
          "Sqrt",
          "Squeeze",
          "Sub",
          "Unsqueeze");
  private static final Set<String> SQUARES = Set.of("Abs", "Mul", "Pow");

  private final ModelGraph graph;
  private final ShapeTable shapes;
  private @Nullable List<List<Node>> users;
  private final @Nullable Node[] producers;

  Normalizations(ModelGraph graph, ShapeTable shapes) {
    this.graph = graph;
    this.shapes = shapes;
    this.producers = new @Nullable Node[graph.values().size()];
  }

  /** Whether a reduction only serves to normalise what it reduces. */
  boolean holds(Node reduction) {
    List<List<Node>> uses = users();
    Value reduced = reduction.input(0).orElseThrow();
    Set<Value> bases = bases(reduced);
    Set<Value> statistics = new HashSet<>();
    Deque<Value> open = new ArrayDeque<>();
    Value result = reduction.output(0).orElseThrow();
    open.add(result);
    statistics.add(result);
    boolean used = false;
    while (!open.isEmpty()) {
      Value statistic = open.remove();
      if (graph.outputs().contains(statistic)) {
        return false;
      }
      for (Node user : uses.get(statistic.id())) {
        used = true;
        if (user.opType().equals("Shape") || normalises(user, statistic, bases)) {
          continue;
        }
        if (!derives(user, statistics)) {
          return false;
        }
        Value derived = user.output(0).orElseThrow();
        if (statistics.add(derived)) {
          open.add(derived);
        }
      }
    }
    return used;
  }

  /** Whether what was reduced meets a statistic as normalisations do. */
  private boolean normalises(Node user, Value statistic, Set<Value> bases) {
    if (user.inputs().size() != 2 || !user.standard()) {
      return false;
    }
    Optional<Value> first = user.input(0);
    Optional<Value> second = user.input(1);
    boolean right = second.equals(Optional.of(statistic)) && isBase(first, bases);
    boolean left = first.equals(Optional.of(statistic)) && isBase(second, bases);
    return switch (user.opType()) {
      case "Div" -> right;
      case "Sub", "Mul" -> left || right;
      default -> false;
    };
  }

  private boolean isBase(Optional<Value> value, Set<Value> bases) {
    return value.isPresent() && bases.contains(plain(value.get()));
  }

  /** Whether a node computes a statistic from statistics and single numbers alone. */
  private boolean derives(Node user, Set<Value> statistics) {
    if (!user.standard() || !STATISTIC.contains(user.opType())) {
      return false;
    }
    boolean shaped =
        user.opType().equals("Expand")
            || user.opType().equals("Squeeze")
            || user.opType().equals("Unsqueeze");
    for (int i = 0; i < user.inputs().size(); i++) {
      Optional<Value> input = user.input(i);
      boolean fine =
          input.isEmpty()
              || statistics.contains(input.get())
              || (shaped && i == 1)
              || single(input.get());
      if (!fine) {
        return false;
      }
    }
    return user.output(0).isPresent();
  }

  private boolean single(Value value) {
    Optional<Shape> shape = shapes.shape(value);
    return shape.isPresent() && shape.get().fullyKnown() && shape.get().elements() == 1;
  }

  /** What is reduced, and what that is the square or the magnitude of. */
  private Set<Value> bases(Value reduced) {
    Set<Value> bases = new HashSet<>();
    Value base = plain(reduced);
    bases.add(base);
    Node producer = producers[base.id()];
    if (producer != null && SQUARES.contains(producer.opType())) {
      Value root = plain(producer.input(0).orElseThrow());
      boolean itself =
          !producer.opType().equals("Mul") || plain(producer.input(1).orElseThrow()).equals(root);
      if (itself) {
        bases.add(root);
      }
    }
    return bases;
  }

  /** A value before changes of its element type. */
  private Value plain(Value value) {
    Value at = value;
    Node producer = producers[at.id()];
    while (producer != null && isCopy(producer)) {
      at = producer.input(0).orElseThrow();
      producer = producers[at.id()];
    }
    return at;
  }

  private static boolean isCopy(Node node) {
    boolean copies = node.opType().equals("Cast") || node.opType().equals("Identity");
    return copies && node.input(0).isPresent();
  }

  /** The nodes that use each value; found out when first asked for. */
  private List<List<Node>> users() {
    if (users != null) {
      return users;
    }
    List<List<Node>> found = new ArrayList<>(graph.values().size());
    for (int i = 0; i < graph.values().size(); i++) {
      found.add(List.of());
    }
    for (Node node : graph.nodes()) {
      for (Optional<Value> input : node.inputs()) {
        if (input.isPresent()) {
          add(found, input.get().id(), node);
        }
      }
      node.output(0).ifPresent(out -> producers[out.id()] = node);
    }
    users = found;
    return found;
  }

  private static void add(List<List<Node>> users, int value, Node node) {
    if (users.get(value).isEmpty()) {
      users.set(value, new ArrayList<>(2));
    }
    users.get(value).add(node);
  }
}
