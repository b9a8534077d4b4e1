package io.schedulec.catalog;

import java.util.List;
import java.util.Optional;

/**
 * A name of an earlier version, or one that schedules cannot reach.
 *
 * @param kind what it names
 * @param name the name
 * @param replacement the name to write instead; empty if there is none
 * @param sentence what became of it and what to do, in words that follow a dash
 */
public record Retired(Kind kind, String name, String replacement, String sentence) {

  /** What a name of an earlier version stands for. */
  public enum Kind {
    /** A class. */
    CLASS,
    /** A value of {@code thinning_func_str}. */
    THINNING,
    /** A key. */
    KEY
  }

  private static final String RAMP = "L1RankedStructureParameterPruner_AGP";
  private static final String NORM = "L1RankedStructureParameterPruner";
  private static final String EACH_RAMP = "each ranking class has its own `..._AGP` form now";
  private static final String FILTERS = "write it with `group_type: Filters`";
  private static final String ONE_FUNCTION = "one function serves every model now";
  private static final String OBJECTS =
      "it needs other schedulers, which YAML cannot hold; write a policy for each of them";
  private static final String BITS =
      "its keys are `bits_activations`, `bits_weights` and `bits_bias` now";

  /** Every such name. */
  public static final List<Retired> ALL =
      List.of(
          ofClass("StructuredAutomatedGradualPruner", RAMP, EACH_RAMP),
          ofClass("StructuredAGP", RAMP, EACH_RAMP),
          ofClass("CriterionParameterizedAGP", RAMP, EACH_RAMP),
          ofClass(
              "RankedStructureParameterPruner",
              NORM,
              "`L1...` and `L2...` classes rank by norm now"),
          ofClass(
              "LpRankedStructureParameterPruner",
              NORM,
              "`L1...` and `L2...` classes rank by norm now"),
          ofClass("L1RankedFilterPruner", NORM, FILTERS),
          ofClass("RankedFiltersParameterPruner", NORM, FILTERS),
          ofClass("RankedFilterPruner", NORM, FILTERS),
          ofClass(
              "ActivationRankedFilterPruner",
              "ActivationAPoZRankedFilterPruner",
              "it is only the base of the two `Activation...` classes"),
          ofClass(
              "ResnetCifarFilterRemover",
              "FilterRemover",
              "write it with `thinning_func_str: remove_filters`"),
          ofClass(
              "ResnetCifarChannelRemover",
              "ChannelRemover",
              "write it with `thinning_func_str: remove_channels`"),
          ofClass(
              "DropFilterRegularizer",
              "",
              "schedules cannot reach it; `BernoulliFilterPruner` drops filters"),
          ofClass(
              "AgpPruningRate", "", "it is the curve inside the `..._AGP` classes, not a class"),
          ofClass(
              "SymmetricLinearQuantizer",
              "PostTrainLinearQuantizer",
              "write it with `mode: SYMMETRIC`"),
          ofClass("GroupThresholdMixin", "", "set `threshold_criteria` on a regularizer instead"),
          ofClass("Quantizer", "", "it is the base of the quantizers; name one of them"),
          ofClass("SequentialLR", "", OBJECTS),
          ofClass("ChainedScheduler", "", OBJECTS),
          ofThinning("resnet_cifar_remove_filters", "remove_filters"),
          ofThinning("vgg_remove_filters", "remove_filters"),
          ofThinning("resnet_cifar_remove_layers", "remove_filters"),
          ofThinning("resnet_cifar_remove_channels", "remove_channels"),
          ofKey("bits_overrides", "overrides", "it is called `overrides` now"),
          ofKey(
              "reg_regims",
              "",
              "ranked pruners take `desired_sparsity`, `group_type`, `weights` now"),
          ofKey("rate_scheduler_factory", "", "it needs a function, which YAML cannot hold"),
          ofKey("acts", "bits_activations", BITS),
          ofKey("wts", "bits_weights", BITS),
          ofKey("bias", "bits_bias", BITS));

  /** What became of a class. */
  public static Optional<Retired> ofClass(String name) {
    return find(Kind.CLASS, name);
  }

  /** What became of a value of {@code thinning_func_str}. */
  public static Optional<Retired> ofThinning(String word) {
    return find(Kind.THINNING, word);
  }

  /** What became of a key. */
  public static Optional<Retired> ofKey(String key, Section section) {
    boolean elsewhere =
        switch (key) {
          case "reg_regims" -> section != Section.PRUNERS;
          case "acts", "wts", "bias" -> section != Section.QUANTIZERS;
          default -> false;
        };
    return elsewhere ? Optional.empty() : find(Kind.KEY, key);
  }

  /** The word of today for one of an earlier version that is understood as well. */
  public static Optional<String> today(String word) {
    return switch (word) {
      case "3D" -> Optional.of("Filters");
      case "FilterRemover", "ChannelRemover" -> Optional.of("StructureRemover");
      default -> Optional.empty();
    };
  }

  private static Optional<Retired> find(Kind kind, String name) {
    for (Retired retired : ALL) {
      if (retired.kind == kind && retired.name.equals(name)) {
        return Optional.of(retired);
      }
    }
    return Optional.empty();
  }

  private static Retired ofClass(String name, String replacement, String sentence) {
    return new Retired(Kind.CLASS, name, replacement, sentence);
  }

  private static Retired ofThinning(String word, String replacement) {
    return new Retired(Kind.THINNING, word, replacement, ONE_FUNCTION);
  }

  private static Retired ofKey(String key, String replacement, String sentence) {
    return new Retired(Kind.KEY, key, replacement, sentence);
  }
}
