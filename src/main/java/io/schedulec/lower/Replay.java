package io.schedulec.lower;

import io.schedulec.bind.ModelFacts;
import io.schedulec.channel.Role;
import io.schedulec.graph.Shape;
import io.schedulec.plan.Block;
import io.schedulec.plan.Group;
import io.schedulec.plan.Member;
import io.schedulec.plan.Plan;
import io.schedulec.plan.Selection;
import io.schedulec.plan.Step;
import io.schedulec.plan.Structures;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Goes through a plan and keeps count. */
final class Replay {
  private final Plan plan;
  private final Tensors tensors;
  private final Sizes sizes;
  private final Map<String, Group> groups = new HashMap<>();
  private final Map<String, ZeroCount> zeros = new HashMap<>();
  private final Map<String, Rate> rates = new HashMap<>();
  private final Set<String> masked = new LinkedHashSet<>();

  Replay(Plan plan, ModelFacts facts) {
    this.plan = plan;
    this.tensors = new Tensors(facts);
    this.sizes = new Sizes(facts.graph().parameters());
    plan.groups().forEach(group -> groups.put(group.name(), group));
    for (Block block : plan.blocks()) {
      block.steps().forEach(this::noteTensors);
    }
  }

  private void noteTensors(Step step) {
    if (step instanceof Step.Mask mask) {
      masked.addAll(mask.tensors());
    }
  }

  /** Every epoch in which something happens. */
  SortedSet<Integer> epochs() {
    SortedSet<Integer> epochs = new TreeSet<>();
    plan.blocks().forEach(block -> epochs.addAll(block.epochs()));
    return epochs;
  }

  /** Carries out what belongs to an epoch; returns whether channels went. */
  boolean carryOut(int epoch) {
    boolean thinned = false;
    for (Block block : plan.blocks()) {
      if (Collections.binarySearch(block.epochs(), epoch) >= 0) {
        for (Step step : block.steps()) {
          carryOut(step, epoch);
          thinned |= step instanceof Step.Thin;
        }
      }
    }
    return thinned;
  }

  private void carryOut(Step step, int epoch) {
    if (step instanceof Step.Mask mask) {
      mask.tensors().forEach(tensor -> mask(mask, tensor, epoch));
    } else if (step instanceof Step.Thin thin) {
      thin(thin);
    }
  }

  private void mask(Step.Mask mask, String tensor, int epoch) {
    ZeroCount count = zeros(tensor);
    OptionalInt removed = Counts.removed(mask, epoch, plan.header().rounding());
    rate(mask, tensor, epoch, removed);
    if (mask.selection() instanceof Selection.Below) {
      count.some();
    } else if (mask.structures() instanceof Structures.Axis axis) {
      count.axis(axis.axis(), removed);
    } else {
      count.elements(removed, sizes.of(tensor));
    }
  }

  private void rate(Step.Mask mask, String tensor, int epoch, OptionalInt removed) {
    rates.remove(tensor);
    if (mask.selection() instanceof Selection.Lowest lowest && removed.isPresent()) {
      double effective = (double) removed.getAsInt() / mask.of().orElseThrow();
      rates.put(tensor, new Rate(lowest.share().at(epoch), effective));
    }
  }

  private void thin(Step.Thin thin) {
    List<Group> thinned = thin.groups().stream().map(this::group).toList();
    boolean known = thin.before().isPresent() && thin.after().isPresent();
    OptionalInt removed =
        known
            ? OptionalInt.of(thin.before().getAsInt() - thin.after().getAsInt())
            : OptionalInt.empty();
    Map<Axis, OptionalInt> before = new HashMap<>();
    for (Axis axis : Sizes.axes(thinned)) {
      before.put(axis, sizes.dim(axis.tensor(), axis.axis()));
    }
    sizes.remove(thinned, removed);
    before.forEach((axis, size) -> cut(axis, size, masks(axis, thin.role(), thinned)));
  }

  private void cut(Axis axis, OptionalInt before, boolean masked) {
    OptionalInt after = sizes.dim(axis.tensor(), axis.axis());
    boolean known = before.isPresent() && after.isPresent();
    OptionalInt lost =
        known ? OptionalInt.of(before.getAsInt() - after.getAsInt()) : OptionalInt.empty();
    zeros(axis.tensor()).cut(axis.axis(), lost, masked);
  }

  /** Whether the masks of an axis are among those that decide what goes. */
  private static boolean masks(Axis axis, Role role, List<Group> thinned) {
    for (Group group : thinned) {
      for (Member member : group.members()) {
        if (member.role() == role && Axis.of(member).equals(axis)) {
          return true;
        }
      }
    }
    return false;
  }

  private Group group(String name) {
    Group group = groups.get(name);
    if (group == null) {
      throw new IllegalArgumentException("no group " + name);
    }
    return group;
  }

  private ZeroCount zeros(String tensor) {
    return zeros.computeIfAbsent(tensor, t -> new ZeroCount());
  }

  /** The counts as they are now. */
  Point point(int epoch) {
    return new Counter(tensors, masked, this::shape, this::count).point(epoch);
  }

  private Shape shape(String tensor) {
    return sizes.of(tensor);
  }

  private TensorCount count(String tensor) {
    Shape shape = sizes.of(tensor);
    return new TensorCount(
        tensor, shape, zeros(tensor).in(shape), Optional.ofNullable(rates.get(tensor)));
  }
}
