package io.schedulec.plan;

import io.schedulec.plan.Extents.Place;
import io.schedulec.plan.Places.StepPlaces;
import io.schedulec.source.Span;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Carries masks out on counts alone. */
final class MaskRehearsal {
  private final Extents extents;
  private final Zeroed zeroed;
  private final Rounding rounding;
  private final Problems problems;

  MaskRehearsal(Extents extents, Zeroed zeroed, Rounding rounding, Problems problems) {
    this.extents = extents;
    this.zeroed = zeroed;
    this.rounding = rounding;
    this.problems = problems;
  }

  /** Carries a mask out; whether nothing was wrong with it. */
  boolean apply(Step.Mask mask, int epoch, StepPlaces at) {
    if (!counted(mask, at) || !led(mask, at)) {
      return false;
    }
    if (mask.structures() instanceof Structures.Axis axis
        && mask.selection() instanceof Selection.Lowest lowest) {
      zero(mask, axis, lowest, epoch, at);
    }
    return true;
  }

  /** Whether each tensor has as many structures as the mask says. */
  private boolean counted(Step.Mask mask, StepPlaces at) {
    boolean asked = mask.selection() instanceof Selection.Lowest;
    for (int i = 0; i < mask.tensors().size(); i++) {
      String tensor = mask.tensors().get(i);
      OptionalLong real = structures(mask, tensor);
      if (mask.of().isPresent() && real.isPresent()) {
        if (mask.of().getAsInt() != real.getAsLong()) {
          wrongCount(tensor, real.getAsLong(), mask, at.counts());
          return false;
        }
      } else if (mask.of().isPresent()) {
        String message = "how many structures `" + tensor + "` has here is for the weights to say";
        problems.broken(at.counts(), message, "cannot be known");
        return false;
      } else if (asked && real.isPresent() && real.getAsLong() <= Integer.MAX_VALUE) {
        String message = "the mask does not say of how many structures";
        String label = "`" + tensor + "` has " + real.getAsLong();
        problems.broken(at.structures(), message, label);
        return false;
      }
    }
    return true;
  }

  private void wrongCount(String tensor, long real, Step.Mask mask, Span at) {
    String unit =
        mask.structures() instanceof Structures.Axis axis
            ? " indices on axis " + axis.axis()
            : " elements";
    boolean untouched = extents.untouched(tensor);
    String when = untouched ? "" : " here, after the thinning before";
    int said = mask.of().orElse(0);
    String message = "`" + tensor + "` has " + real + unit + when + ", not " + said;
    if (untouched) {
      problems.differs(at, message, "the model has " + real);
    } else {
      problems.broken(at, message, "has " + real + " by now");
    }
  }

  private OptionalLong structures(Step.Mask mask, String tensor) {
    if (mask.structures() instanceof Structures.Axis axis) {
      OptionalInt size = extents.axis(tensor, axis.axis());
      return size.isPresent() ? OptionalLong.of(size.getAsInt()) : OptionalLong.empty();
    }
    return extents.elements(tensor);
  }

  /** Whether the leader has as many structures as those that follow it. */
  private boolean led(Step.Mask mask, StepPlaces at) {
    if (!(mask.selection() instanceof Selection.Lowest lowest) || lowest.leader().isEmpty()) {
      return true;
    }
    String leader = lowest.leader().get();
    OptionalLong own = structures(mask, leader);
    for (String tensor : mask.tensors()) {
      OptionalLong other = structures(mask, tensor);
      if (!own.equals(other)) {
        String message = "`%s` is ranked for `%s`, which has another number of structures";
        String label = own.isPresent() ? "has " + own.getAsLong() : "the weights decide its size";
        problems.differs(at.leader(), message.formatted(leader, tensor), label);
        return false;
      }
    }
    return true;
  }

  /** A mask of nothing changes nothing: an earlier one stays. */
  private void zero(
      Step.Mask mask, Structures.Axis axis, Selection.Lowest lowest, int epoch, StepPlaces at) {
    double share = ShareCount.value(lowest.share(), epoch);
    OptionalInt removed =
        mask.of().isPresent()
            ? OptionalInt.of(ShareCount.removed(rounding, share, mask.of().getAsInt()))
            : OptionalInt.empty();
    if (removed.isPresent() && removed.getAsInt() == 0) {
      return;
    }
    for (String tensor : mask.tensors()) {
      String ranking =
          lowest.criterion() + " of " + lowest.leader().orElse(tensor) + " in " + epoch;
      Zeroed.Mark mark = new Zeroed.Mark(mask.of(), removed, ranking, at.word());
      zeroed.note(new Place(tensor, axis.axis()), mark);
    }
  }
}
