package io.schedulec.diagnostic;

import java.util.Arrays;
import java.util.Optional;

/**
 * Every kind of finding. A code is never given to another kind, even after its own is retired.
 *
 * <p>{@code SC0xx} file and YAML, {@code SC1xx} names, {@code SC2xx} channels and chains, {@code
 * SC3xx} time and schedule semantics, {@code SC4xx} values and types, {@code SC5xx} plan and run.
 */
public enum DiagnosticKind {
  YAML_SYNTAX("SC001", "yaml-syntax", Severity.ERROR, "the file is not YAML"),
  DUPLICATE_KEY("SC002", "duplicate-key", Severity.ERROR, "a key is given twice"),
  SEVERAL_DOCUMENTS("SC003", "several-documents", Severity.ERROR, "the file holds two documents"),
  EMPTY_SCHEDULE("SC004", "empty-schedule", Severity.ERROR, "the file holds no schedule"),
  BAD_ALIAS("SC005", "bad-alias", Severity.ERROR, "an alias or merge that cannot be expanded"),
  NO_MODEL("SC006", "no-model", Severity.INFO, "no model is known, so names are not checked"),
  YAML_TAG("SC007", "yaml-tag", Severity.ERROR, "a tag that a schedule cannot use"),
  UNUSED_ALLOWANCE(
      "SC008", "unused-allowance", Severity.WARNING, "a comment allows what is not found"),
  BAD_ALLOWANCE("SC009", "bad-allowance", Severity.WARNING, "a comment that allows nothing"),

  UNKNOWN_WEIGHT("SC101", "unknown-weight", Severity.ERROR, "a weight the model does not have"),
  NAME_PREFIX("SC102", "name-prefix", Severity.ERROR, "one prefix explains every unknown name"),
  NAME_WRAPPING(
      "SC103", "name-wrapping", Severity.WARNING, "names that the wrapped model does not have"),
  OTHER_ARCHITECTURE(
      "SC104", "other-architecture", Severity.WARNING, "a list that fits a smaller network"),
  SELECTOR_SYNTAX("SC110", "selector-syntax", Severity.ERROR, "text that is no selector"),
  SELECTOR_EMPTY("SC111", "selector-empty", Severity.ERROR, "a selector that matches nothing"),
  SELECTOR_FUNCTION("SC112", "selector-function", Severity.ERROR, "a function asked wrongly"),
  SELECTOR_TARGET(
      "SC113", "selector-target", Severity.ERROR, "a selector where only names are understood"),

  CHAIN_INCOMPLETE(
      "SC201", "chain-incomplete", Severity.ERROR, "some layers of a chain are pruned, not all"),
  CHAIN_MIXED("SC202", "chain-mixed", Severity.ERROR, "a Leader list mixes layers of two chains"),
  CHANNELS_UNPRUNABLE(
      "SC203", "channels-unprunable", Severity.ERROR, "channels that nothing can stop producing"),
  CHAIN_WITHOUT_LEADER(
      "SC205", "chain-without-leader", Severity.ERROR, "a whole chain, but not under one Leader"),
  READERS_INCOMPLETE(
      "SC206",
      "readers-incomplete",
      Severity.ERROR,
      "some readers are pruned by channels, not all"),
  GATE_FOLLOWS("SC207", "gate-follows", Severity.INFO, "a gate loses channels with the layer"),
  NO_STATISTICS(
      "SC208", "no-statistics", Severity.ERROR, "activations of which nothing was collected"),
  MOST_ACTIVE("SC209", "most-active", Severity.WARNING, "the most active filters are removed"),
  ROWS_ARE_COLUMNS(
      "SC210", "rows-are-columns", Severity.INFO, "rows of a linear layer that are its inputs"),
  THINNING_DIRECTION(
      "SC211", "thinning-direction", Severity.WARNING, "thinning in the other direction"),
  LEADER_UNSUPPORTED(
      "SC212", "leader-unsupported", Severity.ERROR, "a Leader list under a class without leaders"),
  LEADER_UNFOLDED(
      "SC213", "leader-unfolded", Severity.WARNING, "a leader that is ranked without folding"),
  DATASET_SHAPE("SC214", "dataset-shape", Severity.ERROR, "a thinner for images of another size"),
  LATE_THINNING(
      "SC215", "late-thinning", Severity.WARNING, "thinning that leaves no time to adapt"),

  OVERLAPPING_PRUNERS(
      "SC301", "overlapping-pruners", Severity.ERROR, "two pruners write one mask in one epoch"),
  LEADER_EMPTY_STEP(
      "SC302", "leader-empty-step", Severity.WARNING, "a step at which the leader removes nothing"),
  AGP_UNREACHED("SC303", "agp-unreached", Severity.ERROR, "a ramp that cannot reach its end"),
  THINNED_MID_RAMP(
      "SC304", "thinned-mid-ramp", Severity.WARNING, "thinning before a pruner has finished"),
  NEVER_USED("SC305", "never-used", Severity.WARNING, "an instance that no policy schedules"),
  UNDEFINED_INSTANCE(
      "SC306",
      "undefined-instance",
      Severity.ERROR,
      "a policy names an instance that is not there"),
  POLICY_TARGET("SC307", "policy-target", Severity.ERROR, "a policy that does not say what acts"),
  POLICY_TIMING("SC308", "policy-timing", Severity.ERROR, "a policy that does not say when"),
  POLICY_WINDOW("SC309", "policy-window", Severity.ERROR, "a window in which nothing can fire"),

  NO_EFFECT("SC310", "no-effect", Severity.WARNING, "a setting that changes nothing"),
  MASKS_MISSING(
      "SC311", "masks-missing", Severity.WARNING, "masks that are gone when they are wanted"),
  MASKS_SHARED("SC312", "masks-shared", Severity.ERROR, "policies that change each other's masks"),
  RATE_JUMP("SC313", "rate-jump", Severity.WARNING, "a learning rate that jumps or lags"),
  OVERLAPPING_RATES(
      "SC314", "overlapping-rates", Severity.WARNING, "two learning rates in one epoch"),
  RATE_PAST_END("SC315", "rate-past-end", Severity.ERROR, "a learning rate beyond its curve"),
  QUANTIZER_GAP("SC316", "quantizer-gap", Severity.ERROR, "an epoch without the quantizer"),
  QUANTIZED_PRUNING(
      "SC317", "quantized-pruning", Severity.ERROR, "pruning and quantization in one schedule"),
  FIRES_TWICE("SC318", "fires-twice", Severity.WARNING, "one instance acts twice in one epoch"),
  MASK_REPLACED(
      "SC319",
      "mask-replaced",
      Severity.WARNING,
      "a later mask undoes an earlier one, or adds nothing"),
  MASK_AND_THRESHOLD(
      "SC320", "mask-and-threshold", Severity.ERROR, "a pruner and a threshold mask one tensor"),
  THINS_NOTHING(
      "SC321", "thins-nothing", Severity.WARNING, "a thinning that finds nothing to remove"),
  NOTHING_LEFT("SC322", "nothing-left", Severity.ERROR, "a thinning that would leave nothing"),
  EPOCHS_ORDER("SC323", "epochs-order", Severity.WARNING, "epochs that are not in order"),
  EXCLUSIVE_END("SC324", "exclusive-end", Severity.INFO, "an epoch that falls between two windows"),
  THINS_BY_CHANCE(
      "SC325", "thins-by-chance", Severity.WARNING, "a thinning that removes more than is listed"),

  UNKNOWN_SECTION("SC401", "unknown-section", Severity.ERROR, "a section the language lacks"),
  UNKNOWN_CLASS("SC402", "unknown-class", Severity.ERROR, "a class that does not exist"),
  CLASS_SECTION("SC403", "class-section", Severity.ERROR, "a class in the wrong section"),
  UNKNOWN_KEY("SC404", "unknown-key", Severity.ERROR, "a key that is not accepted here"),
  MISSING_KEY("SC405", "missing-key", Severity.ERROR, "a key that is required"),
  WRONG_TYPE("SC406", "wrong-type", Severity.ERROR, "a value of the wrong type"),
  OUT_OF_RANGE("SC407", "out-of-range", Severity.ERROR, "a number outside its range"),
  BAD_CHOICE("SC408", "bad-choice", Severity.ERROR, "a word that is not one of the choices"),
  WEIGHTS_STRING("SC409", "weights-string", Severity.WARNING, "weights as one string"),
  WRONG_RANK("SC410", "wrong-rank", Severity.ERROR, "a tensor the group type cannot prune"),
  UNREAD_SETTING("SC411", "unread-setting", Severity.WARNING, "a setting that nobody reads"),
  PRUNES_BIASES(
      "SC412", "prunes-biases", Severity.WARNING, "biases or BatchNorm parameters are pruned"),
  REMOVES_NOTHING(
      "SC413", "removes-nothing", Severity.WARNING, "a share too small to remove anything"),
  BLOCK_SHAPE("SC414", "block-shape", Severity.ERROR, "blocks that a tensor cannot be cut into"),
  GROUP_THRESHOLD("SC415", "group-threshold", Severity.ERROR, "a group that has no threshold"),
  SCALED_FOR_GOOD(
      "SC416", "scaled-for-good", Severity.WARNING, "a mask whose scale stays in the weights"),
  OVERRIDE_UNMATCHED(
      "SC417", "override-unmatched", Severity.WARNING, "overrides for modules that do not exist"),
  NOT_SCHEDULABLE("SC418", "not-schedulable", Severity.ERROR, "a class that no policy can drive"),
  ROWS_ARE_CHANNELS(
      "SC419", "rows-are-channels", Severity.WARNING, "rows of a convolution, which has none"),

  PLAN_SYNTAX("SC501", "plan-syntax", Severity.ERROR, "text that cannot be read as a plan"),
  PLAN_BROKEN(
      "SC502", "plan-broken", Severity.ERROR, "a plan that contradicts its model or itself"),
  NOT_COMPILABLE("SC503", "not-compilable", Severity.ERROR, "something that a plan cannot say yet");

  private final String code;
  private final String slug;
  private final Severity severity;
  private final String title;

  DiagnosticKind(String code, String slug, Severity severity, String title) {
    this.code = code;
    this.slug = slug;
    this.severity = severity;
    this.title = title;
  }

  /** The code, e.g. {@code SC201}. */
  public String code() {
    return code;
  }

  /** The readable name, e.g. {@code chain-incomplete}. */
  public String slug() {
    return slug;
  }

  /** How bad a finding of this kind is unless a check says otherwise. */
  public Severity severity() {
    return severity;
  }

  /** What the kind is about, in one line. */
  public String title() {
    return title;
  }

  /** The kind with a code or readable name, in any case. */
  public static Optional<DiagnosticKind> find(String codeOrSlug) {
    return Arrays.stream(values())
        .filter(k -> k.code.equalsIgnoreCase(codeOrSlug) || k.slug.equalsIgnoreCase(codeOrSlug))
        .findFirst();
  }
}
