package io.schedulec.check.chain;

import io.schedulec.bind.BoundWeight;
import io.schedulec.bind.ModelFacts;
import io.schedulec.bind.Structure;
import io.schedulec.channel.CoupledGroup;
import io.schedulec.channel.Member;
import io.schedulec.channel.Role;
import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Node;
import io.schedulec.graph.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
          "ConvTranspose");

  private final Map<String, List<Node>> users = new HashMap<>();
  private final Map<Value, List<Node>> readers = new HashMap<>();

  TrainerLimits(ModelFacts facts) {
    ModelGraph graph = facts.graph();
    for (Node node : graph.nodes()) {
      for (Optional<Value> input : node.inputs()) {
        if (input.isPresent()) {
          readers.computeIfAbsent(input.get(), v -> new ArrayList<>()).add(node);
          input
              .flatMap(Value::parameter)
              .ifPresent(p -> users.computeIfAbsent(p.name(), n -> new ArrayList<>()).add(node));
        }
      }
    }
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
    return structure == Structure.FILTERS ? norms(weight) : linearBefore(groups);
  }

  private Optional<Verdict.Obstacle> of(Member member, CoupledGroup group) {
    List<Node> nodes = users.getOrDefault(member.parameter().name(), List.of());
    for (Node node : nodes) {
      if (UNADJUSTED.contains(node.opType())) {
        return limit(
            "unadjusted",
            "meet " + node.opType(),
            "The original trainer adjusts convolutions, linear layers and BatchNorm only; the next"
                + " forward pass stops with a size mismatch at "
                + member.parameter().layer()
                + ".");
      }
    }
    if (grouped(nodes, member)) {
      return limit(
          "grouped",
          "meet a grouped convolution",
          "The original trainer thins only plain and depthwise convolutions; at "
              + member.parameter().layer()
              + " it stops with ValueError or wires filters to other groups.");
    }
    return member.depthwise() && !member.indices().identity()
        ? multiplied(member)
        : side(member, group);
  }

  private static boolean grouped(List<Node> nodes, Member member) {
    return !member.depthwise()
        && nodes.stream()
            .anyMatch(n -> n.opType().equals("Conv") && n.attributes().integer("group", 1) > 1);
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

  /** The trainer looks for the one BatchNormalization behind a convolution, through everything. */
  private Optional<Verdict.Obstacle> norms(BoundWeight weight) {
    Set<Node> found = new HashSet<>();
    boolean past = false;
    Deque<Node> open = new ArrayDeque<>(users.getOrDefault(weight.name(), List.of()));
    Set<Node> seen = new HashSet<>(open);
    Set<Node> own = Set.copyOf(open);
    while (!open.isEmpty()) {
      Node node = open.poll();
      if (node.opType().equals("BatchNormalization")) {
        found.add(node);
        continue;
      }
      past |= !own.contains(node) && (node.opType().equals("Conv") || node.opType().equals("Gemm"));
      for (Optional<Value> output : node.outputs()) {
        output.map(v -> readers.getOrDefault(v, List.of())).orElse(List.of()).stream()
            .filter(seen::add)
            .forEach(open::add);
      }
    }
    return found.isEmpty() || (found.size() == 1 && !past)
        ? Optional.empty()
        : limit(
            "normalization",
            found.size() > 1 ? "reach several BatchNorm layers" : "reach another layer's BatchNorm",
            "The original trainer expects each convolution before its own BatchNorm; with any other"
                + " order it stops with a bare AssertionError or trims the wrong one.");
  }

  private Optional<Verdict.Obstacle> linearBefore(List<CoupledGroup> groups) {
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

  private static Optional<Verdict.Obstacle> limit(String reason, String what, String cause) {
    return Optional.of(new Verdict.Obstacle.TrainerLimit(reason, what, cause));
  }
}
