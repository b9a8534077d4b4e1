package io.schedulec.kernel;

import io.schedulec.channel.ChannelAnalysis;
import io.schedulec.channel.CoupledGroup;
import io.schedulec.channel.Member;
import io.schedulec.channel.Role;
import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.shape.ShapeInference;
import io.schedulec.plan.Amount;
import io.schedulec.plan.Block;
import io.schedulec.plan.Criterion;
import io.schedulec.plan.DeadChannels;
import io.schedulec.plan.Header;
import io.schedulec.plan.Plan;
import io.schedulec.plan.Rounding;
import io.schedulec.plan.Selection;
import io.schedulec.plan.Step;
import io.schedulec.plan.Structures;
import io.schedulec.plan.VerifiedPlan;
import io.schedulec.plan.VerifiedPlans;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Plans written down in tests. */
final class Plans {
  static final Rounding DISTILLER = new Rounding.Distiller();
  static final Rounding KEEP_FLOOR = new Rounding.KeepFloor();

  private static final String DIGEST = "0".repeat(64);

  private Plans() {}

  /** A plan; the groups of the model are called by their first writer's layer. */
  static VerifiedPlan plan(ModelGraph graph, Rounding rounding, Block... blocks) {
    Header header = new Header("s.yaml", DIGEST, graph.name(), DIGEST, 0, 0, rounding);
    return VerifiedPlans.of(new Plan(header, List.of(), List.of(blocks)), graph, groups(graph));
  }

  /** The groups of a model. */
  static Map<String, CoupledGroup> groups(ModelGraph graph) {
    Map<String, CoupledGroup> named = new HashMap<>();
    for (CoupledGroup group : ChannelAnalysis.of(graph, ShapeInference.of(graph)).groups()) {
      List<Member> writers = group.writers();
      if (!writers.isEmpty()) {
        named.putIfAbsent(writers.get(0).parameter().layer(), group);
      }
    }
    return named;
  }

  /** Steps of one epoch. */
  static Block epoch(int epoch, Step... steps) {
    return new Block(List.of(epoch), List.of(steps));
  }

  /** A mask of the lowest by L1. */
  static Step.Mask lowest(double share, int axis, String... tensors) {
    return lowest(new Amount.Fixed(share), Criterion.L1, "", axis, tensors);
  }

  /** A mask of the lowest; an empty leader for none. */
  static Step.Mask lowest(
      Amount share, Criterion criterion, String leader, int axis, String... tensors) {
    Optional<String> name = Optional.of(leader).filter(n -> !n.isEmpty());
    return new Step.Mask(
        new Structures.Axis(axis),
        OptionalInt.empty(),
        new Selection.Lowest(share, criterion, name),
        List.of(tensors));
  }

  /** A mask of elements. */
  static Step.Mask elements(Selection selection, String... tensors) {
    return new Step.Mask(
        new Structures.Elements(), OptionalInt.empty(), selection, List.of(tensors));
  }

  /** A mask of the smallest elements. */
  static Step.Mask smallest(double share, String... tensors) {
    return elements(
        new Selection.Lowest(new Amount.Fixed(share), Criterion.L1, Optional.empty()), tensors);
  }

  /** A mask of elements up to a threshold. */
  static Step.Mask below(double threshold, String... tensors) {
    return elements(new Selection.Below(new Amount.Fixed(threshold)), tensors);
  }

  /** A thinning of filters. */
  static Step.Thin thin(String... groups) {
    return thin(Role.FILTERS, groups);
  }

  /** A thinning. */
  static Step.Thin thin(Role role, String... groups) {
    return new Step.Thin(
        List.of(groups), role, OptionalInt.empty(), OptionalInt.empty(), DeadChannels.DROP);
  }

  /** Runs all of a plan. */
  static Outcome run(VerifiedPlan plan, Weights weights) {
    return Kernel.run(plan, weights, OptionalInt.empty(), progress -> {});
  }
}
