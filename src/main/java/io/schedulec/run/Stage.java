package io.schedulec.run;

import io.schedulec.channel.CoupledGroup;
import io.schedulec.graph.Parameter;
import io.schedulec.graph.Shape;
import io.schedulec.kernel.Outcome;
import io.schedulec.kernel.Thinning;
import io.schedulec.plan.VerifiedPlan;
import io.schedulec.surgery.ModelRewrite;
import io.schedulec.surgery.Removal;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A model at the end of an epoch: masked, and thinned so far.
 *
 * @param plan the plan
 * @param original the model as it was
 * @param outcome what has happened
 */
record Stage(VerifiedPlan plan, ModelRewrite original, Outcome outcome) {

  /** Every channel that is gone, by group, numbered as in the model file. */
  Map<CoupledGroup, List<Integer>> removed() {
    Map<CoupledGroup, TreeSet<Integer>> gone = new LinkedHashMap<>();
    for (Thinning thinning : outcome.thinnings()) {
      if (!thinning.channels().isEmpty()) {
        gone.computeIfAbsent(group(thinning), g -> new TreeSet<>()).addAll(thinning.channels());
      }
    }
    Map<CoupledGroup, List<Integer>> lists = new LinkedHashMap<>();
    gone.forEach((group, channels) -> lists.put(group, List.copyOf(channels)));
    return lists;
  }

  /** The groups that lose channels in an epoch, with those channels. */
  Map<CoupledGroup, List<Integer>> removed(int epoch) {
    Map<CoupledGroup, List<Integer>> going = new LinkedHashMap<>();
    for (Thinning thinning : outcome.thinnings()) {
      if (thinning.epoch() == epoch && !thinning.channels().isEmpty()) {
        going.put(group(thinning), thinning.channels());
      }
    }
    return going;
  }

  private CoupledGroup group(Thinning thinning) {
    CoupledGroup group = plan.groups().get(thinning.group());
    if (group == null) {
      throw new IllegalStateException("a verified plan knows its groups: " + thinning.group());
    }
    return group;
  }

  /** The model with its masks, at full size. */
  ModelRewrite masked() {
    return with(original, outcome.contents());
  }

  /** Every channel that is gone, as surgery takes them. */
  List<Removal> removals() {
    List<Removal> removals = new ArrayList<>();
    removed().forEach((group, channels) -> removals.add(new Removal(group, channels)));
    return removals;
  }

  /** The model with its masks, without the channels that are gone. */
  ModelRewrite thinned() {
    return masked().without(removals());
  }

  /** What every parameter's shape has become. */
  Map<Parameter, Shape> shapes() {
    return thinned().shapesAfter();
  }

  /** A model with other values in some parameters. */
  static ModelRewrite with(ModelRewrite model, Map<Parameter, ByteBuffer> contents) {
    ModelRewrite changed = model;
    for (Map.Entry<Parameter, ByteBuffer> entry : contents.entrySet()) {
      changed = changed.with(entry.getKey(), entry.getValue());
    }
    return changed;
  }
}
