package io.schedulec.check.chain;

import io.schedulec.bind.BoundWeight;
import io.schedulec.bind.ModelFacts;
import io.schedulec.bind.Structure;
import io.schedulec.channel.CoupledGroup;
import io.schedulec.channel.Member;
import io.schedulec.channel.Role;
import io.schedulec.graph.Node;
import io.schedulec.graph.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the original trainer's thinning cannot do, apart from concatenations. */
final class TrainerLimits {
  private static final Set<String> UNADJUSTED =
      Set.of(
          "InstanceNormalization",
          "GroupNormalization",
          "LayerNormalization",
          "PRelu",
          "ConvTranspose",
          "LSTM",
          "GRU",
          "RNN");

  /** Operators by which a parameter of its own scales or shifts channels. */
  private static final Set<String> ELEMENTWISE = Set.of("Mul", "Div", "Add", "Sub");

  private final LayerUses uses;
  private final TrainerSearch search;

  TrainerLimits(ModelFacts facts) {
    this.uses = new LayerUses(facts.graph());
    this.search = new TrainerSearch(uses);
  }

  /** The first of the limits that a layer meets. */
  Optional<Verdict.Obstacle> of(
      Structure structure, BoundWeight weight, List<CoupledGroup> groups) {
    for (CoupledGroup group : groups) {
      for (Member member : group.members()) {
        Optional<Verdict.Obstacle> limit = of(member, group);
        if (limit.isPresent()) {
          return limit;
        }
      }
    }
    return structure == Structure.FILTERS ? search.of(weight) : linearBefore(groups);
  }

  private Optional<Verdict.Obstacle> of(Member member, CoupledGroup group) {
    Set<Node> nodes = uses.of(member.parameter().name());
    for (Node node : nodes) {
      Optional<Verdict.Obstacle> limit = operator(node, member);
      if (limit.isPresent()) {
        return limit;
      }
    }
    if (calls(nodes, member) > 1) {
      return limit(
          "reused",
          "go through `" + member.parameter().layer() + "`, which is called twice",
          "The original trainer finds a module under one name only; at the second call of "
              + member.parameter().layer()
              + " it stops with KeyError or with shapes that do not fit.");
    }
    return member.depthwise() && !member.indices().identity()
        ? multiplied(member)
        : side(member, group);
  }

  private Optional<Verdict.Obstacle> operator(Node node, Member member) {
    if (UNADJUSTED.contains(node.opType()) || shifts(node)) {
      return unadjusted(node.opType(), member);
    }
    int rank = member.parameter().shape().rank();
    if (node.opType().equals("Conv") && (rank == 3 || rank == 5)) {
      return unadjusted("a convolution of " + (rank == 3 ? "one axis" : "three axes"), member);
    }
    if (grouped(node, member)) {
      return limit(
          "grouped",
          "meet a grouped convolution",
          "The original trainer thins only plain and depthwise convolutions; at "
              + member.parameter().layer()
              + " it stops with ValueError or wires filters to other groups.");
    }
    return unscaled(node)
        ? limit(
            "normalization",
            "meet a BatchNorm without scale and shift",
            "The original trainer looks for the BatchNorm's own weight and stops with a bare"
                + " AssertionError where there is none.")
        : Optional.empty();
  }

  private static Optional<Verdict.Obstacle> unadjusted(String what, Member member) {
    return limit(
        "unadjusted",
        "meet " + what,
        "The original trainer adjusts plain convolutions, linear layers and BatchNorm only; the"
            + " next forward pass stops with a size mismatch at "
            + member.parameter().layer()
            + ".");
  }

  /** Whether a node scales or shifts by a parameter, other than the bias of a product before it. */
  private boolean shifts(Node node) {
    return ELEMENTWISE.contains(node.opType())
        && node.inputs().stream().flatMap(Optional::stream).noneMatch(this::product);
  }

  private boolean product(Value value) {
    return uses.producer(value).filter(n -> n.opType().equals("MatMul")).isPresent();
  }

  private static boolean grouped(Node node, Member member) {
    return !member.depthwise()
        && node.opType().equals("Conv")
        && node.attributes().integer("group", 1) > 1;
  }

  /** Whether a normalisation has statistics under their names and no weight under its own. */
  private static boolean unscaled(Node node) {
    return node.opType().equals("BatchNormalization")
        && named(node.input(3), ".running_mean")
        && !named(node.input(1), ".weight");
  }

  private static boolean named(Optional<Value> value, String ending) {
    return value.flatMap(Value::parameter).filter(p -> p.name().endsWith(ending)).isPresent();
  }

  /** How often a layer with a weight is called; normalisations that are alike share tensors. */
  private static long calls(Set<Node> nodes, Member member) {
    boolean layer = member.parameter().shape().rank() > 1;
    return layer
        ? nodes.stream().filter(n -> TrainerSearch.LAYERS.contains(n.opType())).count()
        : 1;
  }

  private static Optional<Verdict.Obstacle> multiplied(Member member) {
    return limit(
        "depthwise-multiplier",
        "feed a depthwise layer that multiplies them",
        "The original trainer keeps as many filters of "
            + member.parameter().layer()
            + " as channels go in, and drops the rest without a message.");
  }

  /** The trainer takes the maps before a linear layer for squares. */
  private static Optional<Verdict.Obstacle> side(Member member, CoupledGroup group) {
    boolean linear = member.reader() && member.parameter().shape().rank() == 2;
    int columns = linear && group.size() > 0 ? member.indices().of(0).size() : 1;
    int side = (int) Math.sqrt(columns);
    return side * side == columns
        ? Optional.empty()
        : limit(
            "non-square",
            "are read as maps of " + columns + " positions",
            "The original trainer takes the maps before "
                + member.parameter().layer()
                + " for squares and stops with RuntimeError: shape is invalid.");
  }

  private static Optional<Verdict.Obstacle> linearBefore(List<CoupledGroup> groups) {
    for (CoupledGroup group : groups) {
      for (Member writer : group.writers()) {
        if (writer.role() == Role.FILTERS && writer.parameter().shape().rank() == 2) {
          return limit(
              "linear-before",
              "are written by a linear layer",
              "The original trainer never trims the outputs of a linear layer; the next forward"
                  + " pass stops with a size mismatch.");
        }
      }
    }
    return Optional.empty();
  }

  static Optional<Verdict.Obstacle> limit(String reason, String what, String cause) {
    return Optional.of(new Verdict.Obstacle.TrainerLimit(reason, what, cause));
  }
}
