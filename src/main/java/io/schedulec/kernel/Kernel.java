package io.schedulec.kernel;

import io.schedulec.graph.WeightSource;
import io.schedulec.plan.Selection;
import io.schedulec.plan.Step;
import io.schedulec.plan.Structures;
import io.schedulec.plan.VerifiedPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** Executes plans. The same plan over the same weights has the same outcome to the last bit. */
public final class Kernel {
  private final Tensors tensors;
  private final AxisMasking axes;
  private final ElementMasking elements;
  private final Thinner thinner;
  private final List<Thinning> thinnings = new ArrayList<>();
  private final List<MaskReport> masks = new ArrayList<>();

  private Kernel(VerifiedPlan plan, WeightSource weights) {
    var rounding = plan.plan().header().rounding();
    AxisMasks set = new AxisMasks();
    tensors = new Tensors(plan.graph(), weights);
    axes = new AxisMasking(tensors, rounding, set);
    elements = new ElementMasking(tensors, rounding.takesTies());
    thinner = new Thinner(plan.groups(), tensors, set);
  }

  /**
   * Runs every step up to and including an epoch.
   *
   * @param plan what to do
   * @param weights the values it is done to; they are not changed
   * @param until the last epoch; all of them where empty
   * @param progress told after every step
   * @throws KernelException if a step cannot be carried out with these weights
   * @throws io.schedulec.graph.UnreadableModelException if weights cannot be read
   */
  public static Outcome run(
      VerifiedPlan plan, WeightSource weights, OptionalInt until, Consumer<Progress> progress) {
    Kernel kernel = new Kernel(plan, weights);
    List<Occurrence> steps = Occurrence.of(plan.plan(), until);
    for (int i = 0; i < steps.size(); i++) {
      Occurrence step = steps.get(i);
      boolean last = i + 1 == steps.size() || steps.get(i + 1).epoch() > step.epoch();
      kernel.run(step, last);
      progress.accept(new Progress(step.epoch(), i + 1, steps.size()));
    }
    return new Outcome(kernel.tensors.changed(), kernel.thinnings, kernel.masks);
  }

  private void run(Occurrence step, boolean lastOfEpoch) {
    try {
      carryOut(step);
      if (lastOfEpoch) {
        thinner.refuseUnbalanced();
      }
    } catch (Impossible e) {
      throw new KernelException(String.valueOf(e.getMessage()), step);
    } catch (LinkageError e) {
      // What ND4J throws, wrapped in various ways, where its native libraries cannot be loaded.
      throw new KernelException(
          "ND4J does not start (is the folder lib-run complete, is there room for its native"
              + " libraries?): "
              + root(e),
          step);
    }
  }

  private static Throwable root(Throwable thrown) {
    Throwable root = thrown;
    for (Throwable cause = root; cause != null; cause = cause.getCause()) {
      root = cause;
    }
    return root;
  }

  private void carryOut(Occurrence step) {
    if (step.what() instanceof Step.Mask mask) {
      masked(mask, step.epoch()).forEach(m -> masks.add(report(m, mask, step)));
    } else if (step.what() instanceof Step.Thin thin) {
      thinnings.addAll(thinner.run(thin, step.epoch()));
    } else if (!(step.what() instanceof Step.LearningRate)) {
      throw new AssertionError(step.what());
    }
  }

  private List<Masked> masked(Step.Mask mask, int epoch) {
    Selection selection = mask.selection();
    if (mask.structures() instanceof Structures.Elements) {
      return mask.tensors().stream().map(name -> elements.run(name, selection, epoch)).toList();
    }
    if (mask.structures() instanceof Structures.Axis axis
        && selection instanceof Selection.Lowest lowest) {
      return axes.run(mask, axis.axis(), lowest, epoch);
    }
    throw new Impossible("only single elements can be compared with a threshold");
  }

  private static MaskReport report(Masked done, Step.Mask mask, Occurrence step) {
    return new MaskReport(
        step.epoch(),
        step.block(),
        step.step(),
        done.tensor(),
        mask.structures(),
        done.asked(),
        done.zeroed(),
        done.of());
  }
}
