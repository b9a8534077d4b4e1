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
      required("instance_name", Types.TEXT, "The instance that acts.");

  /** The key for settings of the policy, inside the reference. */
  public static final KeySpec ARGS =
      optional("args", Types.ANY_MAP, "null", "How the pruner's masks are applied.");

  /** When a policy acts, as a list. */
  public static final KeySpec EPOCHS =
      optional(
          "epochs",
          Types.listOf(new ValueType.Int(0, LAST_EPOCH)),
          "",
          "The epochs in which the policy acts; it replaces the three keys of a window.");

  /** When a policy starts to act. */
  public static final KeySpec START =
      required("starting_epoch", new ValueType.Int(0, LAST_EPOCH), "The first epoch.");

  /** When a policy stops to act. */
  public static final KeySpec END =
      required("ending_epoch", new ValueType.Int(0, LAST_EPOCH), "The epoch after the last one.");

  /** How often a policy acts. */
  public static final KeySpec FREQUENCY =
      required(
          "frequency", new ValueType.Int(1, LAST_EPOCH), "Epochs from one firing to the next.");

  /** The keys of a policy beside its reference. */
  public static final List<KeySpec> TIMING = List.of(EPOCHS, START, END, FREQUENCY);

  private static final List<KeySpec> PRUNER_ARGS =
      List.of(
          optional(
              "levels",
              Types.ANY,
              "null",
              "Levels that replace those of a `SparsityLevelParameterPruner`."),
          optional(
              "mini_batch_pruning_frequency",
              Types.COUNT,
              "0",
              "Also renew the masks every so many minibatches."),
          flag("mask_on_forward_only", "Let masked weights regrow in the optimizer's step."),
          flag("mask_gradients", "Mask gradients too; needs `mask_on_forward_only`."),
          flag("use_double_copies", "Keep an unmasked copy of the weights for the optimizer."),
          flag("keep_mask", "Mask once more, for good, in the last epoch."),
          flag("discard_masks_at_minibatch_end", "Drop all masks after each minibatch."),
          flag("skip_first_minibatch", "Set the first masks one minibatch later."),
          flag("fold_batchnorm", "Rank weights scaled by the BatchNorm that follows."));

  private static final List<KeySpec> REGULARIZER_ARGS =
      List.of(flag("keep_mask", "Keep the last thresholds' mask for good."));

  private PolicyShape() {}

  /** The keys of {@code args} in a policy for a section; none for sections that ignore it. */
  public static List<KeySpec> args(Section section) {
    return switch (section) {
      case PRUNERS -> PRUNER_ARGS;
      case REGULARIZERS -> REGULARIZER_ARGS;
      case QUANTIZERS, LR_SCHEDULERS, EXTENSIONS -> List.of();
    };
  }

  private static KeySpec flag(String name, String doc) {
    return optional(name, Types.BOOL, "False", doc);
  }
}
