package io.schedulec.catalog;

import java.util.Optional;

/**
 * A name of an earlier version, or of a class that schedules cannot reach.
 *
 * @param replacement the name to write instead; empty if there is none
 * @param sentence what to do
 */
public record Retired(String replacement, String sentence) {

  /** What became of a class. */
  public static Optional<Retired> ofClass(String name) {
    return switch (name) {
      case "StructuredAutomatedGradualPruner", "StructuredAGP", "CriterionParameterizedAGP" ->
          ramp();
      case "RankedStructureParameterPruner", "LpRankedStructureParameterPruner" ->
          since("L1RankedStructureParameterPruner", "`L1...` and `L2...` classes rank by norm now");
      case "L1RankedFilterPruner", "RankedFiltersParameterPruner", "RankedFilterPruner" ->
          since("L1RankedStructureParameterPruner", "write it with `group_type: Filters`");
      case "ActivationRankedFilterPruner" ->
          since(
              "ActivationAPoZRankedFilterPruner", "it is only the base of the two `Activation...`");
      case "ResnetCifarFilterRemover" ->
          since("FilterRemover", "write it with `thinning_func_str: remove_filters`");
      case "ResnetCifarChannelRemover" ->
          since("ChannelRemover", "write it with `thinning_func_str: remove_channels`");
      case "DropFilterRegularizer" ->
          since("", "schedules cannot reach it; `BernoulliFilterPruner` drops filters");
      case "AgpPruningRate" ->
          since("", "it is the curve inside the `..._AGP` classes, not a class");
      case "SymmetricLinearQuantizer" ->
          since("PostTrainLinearQuantizer", "write it with `mode: SYMMETRIC`");
      case "GroupThresholdMixin" -> since("", "set `threshold_criteria` on a regularizer instead");
      default -> Optional.empty();
    };
  }

  /** What became of a value of {@code thinning_func_str}. */
  public static Optional<Retired> ofThinning(String word) {
    return switch (word) {
      case "resnet_cifar_remove_filters", "vgg_remove_filters", "resnet_cifar_remove_layers" ->
          since("remove_filters", "one function serves every model now");
      case "resnet_cifar_remove_channels" ->
          since("remove_channels", "one function serves every model now");
      default -> Optional.empty();
    };
  }

  /** What became of a key. */
  public static Optional<Retired> ofKey(String key, Section section) {
    return switch (key) {
      case "bits_overrides" -> since("overrides", "it is called `overrides` now");
      case "reg_regims" ->
          section == Section.PRUNERS
              ? since("", "ranked pruners take `desired_sparsity`, `group_type`, `weights` now")
              : Optional.empty();
      case "rate_scheduler_factory" -> since("", "it needs a function, which YAML cannot hold");
      default -> Optional.empty();
    };
  }

  private static Optional<Retired> ramp() {
    return since(
        "L1RankedStructureParameterPruner_AGP",
        "each ranking class has its own `..._AGP` form now");
  }

  private static Optional<Retired> since(String replacement, String sentence) {
    return Optional.of(new Retired(replacement, sentence));
  }
}
