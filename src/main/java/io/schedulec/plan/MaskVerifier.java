package io.schedulec.plan;

import io.schedulec.plan.Places.StepPlaces;
import io.schedulec.source.Span;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Checks what can be said of a mask without carrying anything out. */
final class MaskVerifier {
  private final ModelTensors tensors;
  private final Problems problems;

  MaskVerifier(ModelTensors tensors, Problems problems) {
    this.tensors = tensors;
    this.problems = problems;
  }

  void check(Step.Mask mask, Block block, StepPlaces at) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < mask.tensors().size(); i++) {
      String tensor = mask.tensors().get(i);
      exists(tensor, mask.structures(), at.names().get(i));
      if (!seen.add(tensor)) {
        problems.broken(at.names().get(i), "`" + tensor + "` is listed twice", "here again");
      }
    }
    if (mask.selection() instanceof Selection.Lowest lowest) {
      lowest(mask, lowest, at);
      amount(lowest.share(), block, at, 1);
    } else if (mask.selection() instanceof Selection.Below below) {
      if (mask.structures() instanceof Structures.Axis) {
        String message = "`below` compares single elements, and the mask zeroes whole structures";
        problems.broken(at.structures(), message, "expected `elements`");
      }
      amount(below.threshold(), block, at, Double.POSITIVE_INFINITY);
    } else {
      throw new AssertionError(mask.selection());
    }
  }

  private void exists(String tensor, Structures structures, Span at) {
    int axis = structures instanceof Structures.Axis a ? a.axis() : -1;
    Optional<String> objection = tensors.objection(tensor, axis);
    objection.ifPresent(message -> problems.differs(at, message, "not in the model"));
  }

  private void lowest(Step.Mask mask, Selection.Lowest lowest, StepPlaces at) {
    if (mask.structures() instanceof Structures.Elements) {
      if (lowest.leader().isPresent() || lowest.criterion() != Criterion.L1) {
        String message = "single elements are ranked by their own magnitude alone";
        problems.broken(at.leader(), message, "nothing to rank by");
      }
    } else {
      lowest.leader().ifPresent(leader -> exists(leader, mask.structures(), at.leader()));
    }
  }

  /** The numbers of an amount, and that it has a value in each epoch of its block. */
  private void amount(Amount amount, Block block, StepPlaces at, double most) {
    if (amount instanceof Amount.Fixed fixed) {
      range(fixed.value(), at, most);
    } else if (amount instanceof Amount.Agp agp) {
      range(agp.initial(), at, most);
      range(agp.end(), at, most);
      ramp(agp, block, at);
    } else if (amount instanceof Amount.Slopes slopes) {
      slopes(slopes, block, at, most);
    } else {
      throw new AssertionError(amount);
    }
  }

  private void range(double value, StepPlaces at, double most) {
    if (!(value >= 0 && value <= most)) {
      String range = most == 1 ? "a share is a number from 0 to 1" : "a threshold is at least 0";
      problems.broken(at.selection(), range + ", not " + Numerals.of(value), "out of range");
    }
  }

  private void ramp(Amount.Agp agp, Block block, StepPlaces at) {
    if (agp.last() <= agp.first()) {
      String message = "a ramp from epoch %d to epoch %d does not rise";
      problems.broken(
          at.selection(), message.formatted(agp.first(), agp.last()), "needs a later last epoch");
      return;
    }
    for (int epoch : block.epochs()) {
      if (epoch < agp.first() || epoch > agp.last()) {
        String message = "epoch %d is outside the ramp from %d to %d";
        problems.broken(
            at.selection(),
            message.formatted(epoch, agp.first(), agp.last()),
            "has no value in epoch " + epoch);
        return;
      }
    }
  }

  private void slopes(Amount.Slopes slopes, Block block, StepPlaces at, double most) {
    boolean turns = slopes.first() <= Math.min(slopes.turn(), block.epochs().get(0));
    if (!turns || !(slopes.per() > 0)) {
      String message = "slopes begin before they turn and act, and rise in some epochs";
      problems.broken(at.selection(), message, "needs other epochs");
      return;
    }
    for (int epoch : block.epochs()) {
      range(ShareCount.value(slopes, epoch), at, most);
    }
  }
}
