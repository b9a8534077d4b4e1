package io.schedulec.catalog;

import static io.schedulec.catalog.KeySpec.optional;
import static io.schedulec.catalog.KeySpec.required;

import java.util.List;
import java.util.Set;

/** The classes of {@code lr_schedulers}: those of torch and two of the trainer's own. */
final class LrSchedulers {
  private static final KeySpec GAMMA =
      optional("gamma", Types.REAL, "0.1", "The factor of each drop.");
  private static final KeySpec MILESTONES =
      required("milestones", Types.listOf(Types.COUNT), "The epochs of the drops, ascending.");
  private static final KeySpec ETA_MIN =
      optional("eta_min", Types.REAL, "0", "The lowest learning rate.");
  private static final KeySpec VERBOSE =
      optional("verbose", Types.BOOL, "False", "Print each change.");
  private static final KeySpec CYCLE_MOMENTUM =
      optional("cycle_momentum", Types.BOOL, "True", "Also cycle the momentum.");
  private static final ValueType RATES = new ValueType.Either(Types.REAL, Types.listOf(Types.REAL));

  static final List<ClassSpec> ALL =
      List.of(
          spec(
              "StepLR",
              "Multiplies the learning rate every few epochs.",
              required("step_size", Types.NATURAL, "Epochs between two drops."),
              GAMMA,
              VERBOSE),
          spec(
              "MultiStepLR",
              "Multiplies the learning rate at given epochs.",
              MILESTONES,
              GAMMA,
              VERBOSE),
          spec(
              "MultiStepMultiGammaLR",
              "Multiplies the learning rate at given epochs, each time by its own factor.",
              MILESTONES,
              required("gammas", Types.listOf(Types.REAL), "The factors, one a milestone.")),
          spec(
              "ExponentialLR",
              "Multiplies the learning rate in every epoch.",
              required("gamma", Types.REAL, "The factor of each epoch."),
              VERBOSE),
          spec(
              "PolynomialLR",
              "Lowers the learning rate to zero along a power curve.",
              required("T_max", Types.NATURAL, "The epoch at which it reaches zero."),
              required("power", Types.REAL, "The exponent of the curve.")),
          spec(
              "CosineAnnealingLR",
              "Lowers the learning rate along a cosine.",
              required("T_max", Types.NATURAL, "Half the period, in epochs."),
              ETA_MIN,
              VERBOSE),
          spec(
              "CosineAnnealingWarmRestarts",
              "Lowers the learning rate along a cosine, again and again.",
              required("T_0", Types.NATURAL, "Epochs before the first restart."),
              optional("T_mult", Types.NATURAL, "1", "How much longer each period gets."),
              ETA_MIN,
              VERBOSE),
          plateau(),
          cyclic(),
          oneCycle(),
          spec(
              "LambdaLR",
              "Needs a function, which YAML cannot hold.",
              required("lr_lambda", Types.FUNCTION, "A function of the epoch."),
              VERBOSE),
          spec(
              "MultiplicativeLR",
              "Needs a function, which YAML cannot hold.",
              required("lr_lambda", Types.FUNCTION, "A function of the epoch."),
              VERBOSE),
          spec(
              "ConstantLR",
              "Scales the learning rate for some epochs.",
              optional("factor", Types.REAL, "0.333", "The scale."),
              optional("total_iters", Types.COUNT, "5", "For how many epochs."),
              VERBOSE),
          spec(
              "LinearLR",
              "Moves the learning rate between two scales in a straight line.",
              optional("start_factor", Types.REAL, "0.333", "The first scale."),
              optional("end_factor", Types.REAL, "1.0", "The last scale."),
              optional("total_iters", Types.COUNT, "5", "For how many epochs."),
              VERBOSE));

  private LrSchedulers() {}

  private static ClassSpec plateau() {
    return spec(
        "ReduceLROnPlateau",
        "Lowers the learning rate when the validation result stops improving.",
        optional("mode", Types.choice("min", "max"), "min", "`min` watches loss, `max` top-1."),
        optional("factor", Types.REAL, "0.1", "The factor of each drop."),
        optional("patience", Types.COUNT, "10", "Epochs without improvement before a drop."),
        VERBOSE,
        optional("threshold", Types.REAL, "0.0001", "The smallest change that counts."),
        optional("threshold_mode", Types.choice("rel", "abs"), "rel", "How it is measured."),
        optional("cooldown", Types.COUNT, "0", "Epochs to wait after a drop."),
        optional("min_lr", RATES, "0", "The lowest learning rate."),
        optional("eps", Types.REAL, "1.0e-8", "The smallest drop."));
  }

  private static ClassSpec cyclic() {
    return spec(
        "CyclicLR",
        "Moves the learning rate up and down.",
        required("base_lr", RATES, "The lower bound."),
        required("max_lr", RATES, "The upper bound."),
        optional("step_size_up", Types.NATURAL, "2000", "Steps of a rise."),
        optional("step_size_down", Types.NATURAL, "null", "Steps of a fall."),
        optional(
            "mode",
            Types.choice("triangular", "triangular2", "exp_range"),
            "triangular",
            "The shape of a cycle."),
        optional("gamma", Types.REAL, "1.0", "The factor of `exp_range`."),
        optional("scale_fn", Types.FUNCTION, "null", "A function, which YAML cannot hold."),
        optional("scale_mode", Types.choice("cycle", "iterations"), "cycle", "What it counts."),
        CYCLE_MOMENTUM,
        optional("base_momentum", RATES, "0.8", "The lower momentum."),
        optional("max_momentum", RATES, "0.9", "The upper momentum."),
        VERBOSE);
  }

  private static ClassSpec oneCycle() {
    return spec(
        "OneCycleLR",
        "Raises the learning rate once and lowers it again.",
        required("max_lr", RATES, "The upper bound."),
        optional("total_steps", Types.NATURAL, "null", "Steps of the cycle."),
        optional("epochs", Types.NATURAL, "null", "Epochs of the cycle."),
        optional("steps_per_epoch", Types.NATURAL, "null", "Steps of an epoch."),
        optional("pct_start", Types.FRACTION, "0.3", "The share of the rise."),
        optional("anneal_strategy", Types.choice("cos", "linear"), "cos", "The shape."),
        CYCLE_MOMENTUM,
        optional("base_momentum", RATES, "0.85", "The lower momentum."),
        optional("max_momentum", RATES, "0.95", "The upper momentum."),
        optional("div_factor", Types.REAL, "25.0", "The first rate is the bound over this."),
        optional("final_div_factor", Types.REAL, "10000.0", "The last is the first over this."),
        optional("three_phase", Types.BOOL, "False", "Add a third phase."),
        VERBOSE);
  }

  private static ClassSpec spec(String name, String doc, KeySpec... keys) {
    return new ClassSpec(name, Section.LR_SCHEDULERS, doc, List.of(keys), Set.of());
  }
}
