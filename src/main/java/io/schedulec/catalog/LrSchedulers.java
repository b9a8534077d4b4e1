package io.schedulec.catalog;

import static io.schedulec.catalog.KeySpec.optional;
import static io.schedulec.catalog.KeySpec.required;

import java.util.List;
import java.util.Set;

/** The classes of {@code lr_schedulers}: those of torch and two of the trainer's own. */
final class LrSchedulers {
  private static final String POWER_OF_TEXT =
      "The trainer stops: `TypeError: unsupported operand type(s) for ** or pow(): 'str' and"
          + " 'int'`.";
  private static final String PASSED_ON =
      "The trainer passes it on to torch, which stops with a `TypeError` or `ValueError` of its"
          + " own.";
  private static final String TRUTHY = "Torch takes every text for `True`, even `\"False\"`.";
  private static final String NOT_CALLABLE =
      "The trainer stops while loading: `TypeError: 'str' object is not callable`.";
  private static final String ABSOLUTE =
      "It is computed from the number of the epoch in the whole training: a policy that starts late"
          + " does not shift the curve, the rate jumps to where the curve is by then.";

  private static final String ONCE =
      "It is made for a step after each minibatch; the trainer takes one step an epoch.";

  private static final KeySpec GAMMA =
      optional("gamma", Types.REAL, "0.1", "The factor of each drop.")
          .when(Mistake.TEXT, POWER_OF_TEXT);
  private static final KeySpec MILESTONES =
      required("milestones", Types.listOf(Types.COUNT), "The epochs of the drops, ascending.")
          .when(Mistake.RANGE, "Out of order, the trainer stops while loading: `ValueError`.")
          .when(Mistake.TYPE, PASSED_ON);
  private static final KeySpec ETA_MIN =
      number("eta_min", Types.REAL, "0", "The lowest learning rate.");
  private static final KeySpec VERBOSE = flag("verbose", "False", "Print each change.");
  private static final KeySpec CYCLE_MOMENTUM =
      flag("cycle_momentum", "True", "Also cycle the momentum.");
  private static final ValueType RATES = new ValueType.Either(Types.REAL, Types.listOf(Types.REAL));

  static final List<ClassSpec> ALL =
      List.of(
          spec(
              "StepLR",
              "Multiplies the learning rate every few epochs.",
              needed("step_size", Types.NATURAL, "Epochs between two drops."),
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
              needed("gammas", Types.listOf(Types.REAL), "The factors, one a milestone.")
                  .when(
                      Mistake.RANGE,
                      "With more or fewer than milestones the trainer stops while loading:"
                          + " `ValueError`.")),
          spec(
              "ExponentialLR",
              "Multiplies the learning rate in every epoch.",
              required("gamma", Types.REAL, "The factor of each epoch.")
                  .when(Mistake.TEXT, POWER_OF_TEXT),
              VERBOSE),
          spec(
              "PolynomialLR",
              "Lowers the learning rate to zero along a power curve.",
              needed("T_max", Types.NATURAL, "The epoch at which it reaches zero."),
              needed("power", Types.REAL, "The exponent of the curve.")
                  .when(
                      Mistake.RANGE,
                      "If it is no whole number, the rate becomes a complex number after `T_max`"
                          + " epochs, and nothing says so.")),
          spec(
              "CosineAnnealingLR",
              "Lowers the learning rate along a cosine.",
              needed("T_max", Types.NATURAL, "Half the period, in epochs."),
              ETA_MIN,
              VERBOSE),
          spec(
              "CosineAnnealingWarmRestarts",
              "Lowers the learning rate along a cosine, again and again.",
              needed("T_0", Types.NATURAL, "Epochs before the first restart."),
              number("T_mult", Types.NATURAL, "1", "How much longer each period gets."),
              ETA_MIN,
              VERBOSE),
          plateau().noting("It looks at the loss of the validation, or at top-1 with `mode: max`."),
          cyclic().noting(ONCE),
          oneCycle().noting(ONCE),
          spec(
              "LambdaLR",
              "Needs a function, which YAML cannot hold.",
              required("lr_lambda", Types.FUNCTION, "A function of the epoch.")
                  .when(Mistake.TYPE, NOT_CALLABLE),
              VERBOSE),
          spec(
              "MultiplicativeLR",
              "Needs a function, which YAML cannot hold.",
              required("lr_lambda", Types.FUNCTION, "A function of the epoch.")
                  .when(Mistake.TYPE, NOT_CALLABLE),
              VERBOSE),
          spec(
              "ConstantLR",
              "Scales the learning rate for some epochs.",
              number("factor", Types.REAL, "0.333", "The scale."),
              number("total_iters", Types.COUNT, "5", "For how many epochs."),
              VERBOSE),
          spec(
              "LinearLR",
              "Moves the learning rate between two scales in a straight line.",
              number("start_factor", Types.REAL, "0.333", "The first scale."),
              number("end_factor", Types.REAL, "1.0", "The last scale."),
              number("total_iters", Types.COUNT, "5", "For how many epochs."),
              VERBOSE));

  private LrSchedulers() {}

  private static KeySpec flag(String name, String defaultText, String doc) {
    return optional(name, Types.BOOL, defaultText, doc).when(Mistake.TEXT, TRUTHY);
  }

  private static KeySpec number(String name, ValueType type, String defaultText, String doc) {
    return optional(name, type, defaultText, doc).when(Mistake.TEXT, PASSED_ON);
  }

  private static KeySpec word(String name, String defaultText, String doc, String... words) {
    return optional(name, Types.choice(words), defaultText, doc).when(Mistake.WORD, PASSED_ON);
  }

  private static KeySpec needed(String name, ValueType type, String doc) {
    return required(name, type, doc).when(Mistake.TEXT, PASSED_ON);
  }

  private static ClassSpec plateau() {
    return spec(
        "ReduceLROnPlateau",
        "Lowers the learning rate when the validation result stops improving.",
        word("mode", "min", "`min` watches loss, `max` top-1.", "min", "max"),
        number("factor", Types.REAL, "0.1", "The factor of each drop."),
        number("patience", Types.COUNT, "10", "Epochs without improvement before a drop."),
        VERBOSE,
        number("threshold", Types.REAL, "0.0001", "The smallest change that counts."),
        word("threshold_mode", "rel", "How it is measured.", "rel", "abs"),
        number("cooldown", Types.COUNT, "0", "Epochs to wait after a drop."),
        number("min_lr", RATES, "0", "The lowest learning rate."),
        number("eps", Types.REAL, "1.0e-8", "The smallest drop."));
  }

  private static ClassSpec cyclic() {
    return spec(
        "CyclicLR",
        "Moves the learning rate up and down.",
        needed("base_lr", RATES, "The lower bound."),
        needed("max_lr", RATES, "The upper bound."),
        number("step_size_up", Types.NATURAL, "2000", "Steps of a rise."),
        number("step_size_down", Types.NATURAL, "null", "Steps of a fall."),
        word(
            "mode",
            "triangular",
            "The shape of a cycle.",
            "triangular",
            "triangular2",
            "exp_range"),
        number("gamma", Types.REAL, "1.0", "The factor of `exp_range`."),
        optional("scale_fn", Types.FUNCTION, "null", "A function, which YAML cannot hold.")
            .when(Mistake.TYPE, NOT_CALLABLE),
        word("scale_mode", "cycle", "What it counts.", "cycle", "iterations"),
        CYCLE_MOMENTUM,
        number("base_momentum", RATES, "0.8", "The lower momentum."),
        number("max_momentum", RATES, "0.9", "The upper momentum."),
        VERBOSE);
  }

  private static ClassSpec oneCycle() {
    return spec(
        "OneCycleLR",
        "Raises the learning rate once and lowers it again.",
        needed("max_lr", RATES, "The upper bound."),
        number("total_steps", Types.NATURAL, "null", "Steps of the cycle."),
        number("epochs", Types.NATURAL, "null", "Epochs of the cycle."),
        number("steps_per_epoch", Types.NATURAL, "null", "Steps of an epoch."),
        number("pct_start", Types.FRACTION, "0.3", "The share of the rise."),
        word("anneal_strategy", "cos", "The shape.", "cos", "linear"),
        CYCLE_MOMENTUM,
        number("base_momentum", RATES, "0.85", "The lower momentum."),
        number("max_momentum", RATES, "0.95", "The upper momentum."),
        number("div_factor", Types.REAL, "25.0", "The first rate is the bound over this."),
        number("final_div_factor", Types.REAL, "10000.0", "The last is the first over this."),
        flag("three_phase", "False", "Add a third phase."),
        VERBOSE);
  }

  private static ClassSpec spec(String name, String doc, KeySpec... keys) {
    return ClassSpec.of(name, Section.LR_SCHEDULERS, doc, List.of(keys), Set.of()).noting(ABSOLUTE);
  }
}
