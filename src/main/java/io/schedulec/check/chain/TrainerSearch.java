package io.schedulec.check.chain;

import io.schedulec.bind.BoundWeight;
import io.schedulec.graph.DataType;
import io.schedulec.graph.Node;
import io.schedulec.graph.TensorData;
import io.schedulec.graph.Value;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What the original trainer's search for the layers behind a convolution stumbles over. */
final class TrainerSearch {
  /** The operators at which the search for readers ends. */
  static final Set<String> LAYERS = Set.of("Conv", "Gemm", "MatMul");

  private final LayerUses uses;

  TrainerSearch(LayerUses uses) {
    this.uses = uses;
  }

  /** The first thing that the search from a layer stumbles over. */
  Optional<Verdict.Obstacle> of(BoundWeight weight) {
    Optional<Verdict.Obstacle> flatten = fixedFlatten(weight);
    return flatten.isPresent() ? flatten : norms(weight);
  }

  /** A flatten to a number of columns that is written into the model. */
  private Optional<Verdict.Obstacle> fixedFlatten(BoundWeight weight) {
    Set<Node> own = uses.of(weight.name());
    Deque<Node> open = new ArrayDeque<>(own);
    Set<Node> seen = new HashSet<>(own);
    while (!open.isEmpty()) {
      Node node = open.poll();
      if (!own.contains(node) && LAYERS.contains(node.opType())) {
        continue;
      }
      long columns = columns(node);
      if (columns > 0) {
        return TrainerLimits.limit(
            "fixed-flatten",
            "go into a flatten that is fixed to " + columns + " columns",
            "The model's own code says view(-1, "
                + columns
                + "). With fewer channels the linear layer behind it stops with RuntimeError, or"
                + " images of a batch are mixed.");
      }
      uses.after(node).stream().filter(seen::add).forEach(open::add);
    }
    return Optional.empty();
  }

  /** The columns to which a node flattens whatever it is given, or 0. */
  private static long columns(Node node) {
    Optional<long[]> shape =
        node.opType().equals("Reshape")
            ? node.input(1).flatMap(Value::data).filter(TrainerSearch::whole).map(d -> d.longs())
            : Optional.empty();
    boolean fixed = shape.isPresent() && shape.get().length == 2 && shape.get()[0] == -1;
    return fixed ? shape.get()[1] : 0;
  }

  private static boolean whole(TensorData data) {
    return data.type() == DataType.INT64;
  }

  /** The trainer looks for the one BatchNormalization behind a convolution, through everything. */
  private Optional<Verdict.Obstacle> norms(BoundWeight weight) {
    Set<Node> own = uses.of(weight.name());
    Set<Node> found = new HashSet<>();
    boolean past = false;
    Deque<Node> open = new ArrayDeque<>(own);
    Set<Node> seen = new HashSet<>(own);
    while (!open.isEmpty()) {
      Node node = open.poll();
      if (node.opType().equals("BatchNormalization")) {
        found.add(node);
        continue;
      }
      past |= !own.contains(node) && (node.opType().equals("Conv") || node.opType().equals("Gemm"));
      uses.after(node).stream().filter(seen::add).forEach(open::add);
    }
    return found.isEmpty() || (found.size() == 1 && !past)
        ? Optional.empty()
        : TrainerLimits.limit(
            "normalization",
            found.size() > 1 ? "reach several BatchNorm layers" : "reach another layer's BatchNorm",
            "The original trainer expects each convolution before its own BatchNorm; with any other"
                + " order it stops with a bare AssertionError or trims the wrong one.");
  }
}
