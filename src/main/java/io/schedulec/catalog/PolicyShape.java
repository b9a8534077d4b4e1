package io.schedulec.catalog;

import static io.schedulec.catalog.KeySpec.optional;
import static io.schedulec.catalog.KeySpec.required;

import java.util.List;

/** The keys of a policy. */
public final class PolicyShape {
  /** The latest epoch that is believed; no training runs that long. */
  public static final int LAST_EPOCH = 1_000_000;

  /** The key that names the instance, inside the reference. */
  public static final KeySpec INSTANCE_NAME =
      required("instance_name", Types.TEXT, "The instance that acts.")
          .when(Mistake.MISSING, "The trainer stops while loading: `KeyError: 'instance_name'`.")
          .when(
              Mistake.NAME,
              "The trainer stops while loading: `AssertionError: Pruner ... was not defined in the"
                  + " list of pruners`.");

  /** The key for settings of the policy, inside the reference. */
  public static final KeySpec ARGS =
      optional("args", Types.ANY_MAP, "null", "How the pruner's masks are applied.")
          .when(Mistake.TYPE, "The trainer stops while loading with a `TypeError`.")
          .when(
              Mistake.NAME,
              "The trainer ignores unknown keys of a pruner's policy; of a regularizer's:"
                  + " `TypeError: unexpected keyword argument`. Other policies do not look at it.");

  /** When a policy acts, as a list. */
  public static final KeySpec EPOCHS =
      optional(
              "epochs",
              Types.listOf(new ValueType.Int(0, LAST_EPOCH)),
              "",
              "The epochs in which the policy acts; it replaces the three keys of a window.")
          .when(
              Mistake.TYPE,
              "The trainer stops while loading: `TypeError: 'int' object is not subscriptable`, or"
                  + " a like message.")
          .when(
              Mistake.EMPTY,
              "The trainer stops while loading: `IndexError: list index out of range`.")
          .when(
              Mistake.TEXT,
              "The trainer stops while loading if it is the last of the list: `TypeError: can only"
                  + " concatenate str`. Elsewhere the epoch never fires, and nothing says so.")
          .when(Mistake.RANGE, "The trainer never reaches such an epoch and says nothing.");

  /** When a policy starts to act. */
  public static final KeySpec START = timing("starting_epoch", 0, "The first epoch.");

  /** When a policy stops to act. */
  public static final KeySpec END = timing("ending_epoch", 0, "The epoch after the last one.");

  /** How often a policy acts. */
  public static final KeySpec FREQUENCY =
      timing("frequency", 1, "Epochs from one firing to the next.");

  /** The keys of a policy beside its reference. */
  public static final List<KeySpec> TIMING = List.of(EPOCHS, START, END, FREQUENCY);

  private static final List<KeySpec> PRUNER_ARGS =
      List.of(
          optional(
                  "levels",
                  new ValueType.Either(new ValueType.Nothing(), Types.byParameter(Types.FRACTION)),
                  "null",
                  "Levels that replace those of a `SparsityLevelParameterPruner`.")
              .when(
                  Mistake.TYPE,
                  "The trainer stops at the first firing: `AttributeError: 'list' object has no"
                      + " attribute 'get'`, or a like message.")
              .when(
                  Mistake.NAME,
                  "Only a `SparsityLevelParameterPruner` reads it; the trainer sets it on any other"
                      + " pruner and says nothing."),
          optional(
                  "mini_batch_pruning_frequency",
                  Types.COUNT,
                  "0",
                  "Also renew the masks every so many minibatches.")
              .when(
                  Mistake.TEXT,
                  "The trainer stops in the first minibatch: `TypeError: unsupported operand"
                      + " type(s)`, or a like message."),
          flag("mask_on_forward_only", "Let masked weights regrow in the optimizer's step."),
          flag("mask_gradients", "Mask gradients too; needs `mask_on_forward_only`.")
              .when(
                  Mistake.RANGE,
                  "Without `mask_on_forward_only: True` the trainer stops while loading:"
                      + " `ValueError`; with `fold_batchnorm` at the first firing: `RuntimeError:"
                      + " cannot register a hook on a tensor that doesn't require gradient`."),
          flag("use_double_copies", "Keep an unmasked copy of the weights for the optimizer."),
          flag("keep_mask", "Mask once more, for good, in the last epoch."),
          flag("discard_masks_at_minibatch_end", "Drop all masks after each minibatch."),
          flag("skip_first_minibatch", "Set the first masks one minibatch later."),
          flag("fold_batchnorm", "Rank weights scaled by the BatchNorm that follows."));

  private static final List<KeySpec> REGULARIZER_ARGS =
      List.of(flag("keep_mask", "Keep the last thresholds' mask for good."));

  private PolicyShape() {}

  private static KeySpec timing(String name, int least, String doc) {
    return required(name, new ValueType.Int(least, LAST_EPOCH), doc)
        .when(Mistake.MISSING, "The trainer stops while loading: `KeyError`.")
        .when(
            Mistake.RANGE, "The trainer stops while loading: `AssertionError`, without a message.")
        .when(
            Mistake.TEXT,
            "The trainer stops while loading: `TypeError: '<=' not supported between instances of"
                + " 'int' and 'str'`.");
  }

  /** The keys of {@code args} in a policy for a section; none for sections that ignore it. */
  public static List<KeySpec> args(Section section) {
    return switch (section) {
      case PRUNERS -> PRUNER_ARGS;
      case REGULARIZERS -> REGULARIZER_ARGS;
      case QUANTIZERS, LR_SCHEDULERS, EXTENSIONS -> List.of();
    };
  }

  private static KeySpec flag(String name, String doc) {
    return optional(name, Types.BOOL, "False", doc)
        .when(Mistake.TEXT, "The trainer takes every text for `True`, even `\"False\"`.");
  }
}
