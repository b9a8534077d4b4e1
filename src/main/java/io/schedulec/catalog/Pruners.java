package io.schedulec.catalog;

import static io.schedulec.catalog.KeySpec.optional;
import static io.schedulec.catalog.KeySpec.required;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The classes of {@code pruners}.
 *
 * <p>Texts are joined by {@code concat}: the table is built in every run, and the first use of each
 * {@code +} would cost more than the whole table.
 */
final class Pruners {
  private static final KeySpec WEIGHTS =
      required("weights", Types.WEIGHTS, "The parameters to prune, by their full names.");
  private static final KeySpec DESIRED =
      required("desired_sparsity", Types.FRACTION, "The share of structures to zero.");
  private static final KeySpec INITIAL =
      required("initial_sparsity", Types.FRACTION, "The sparsity at the first firing.");
  private static final KeySpec FINAL =
      required("final_sparsity", Types.FRACTION, "The sparsity at the last firing.");
  private static final KeySpec GROUP =
      required(
          "group_type",
          Types.choice("Filters", "3D", "Channels", "Rows", "Blocks"),
          "The structures to rank and zero; `3D` is `Filters`, `Rows` is `Channels`.");
  private static final KeySpec FILTERS =
      required("group_type", Types.choice("Filters", "3D"), "The structures to zero: filters.");
  private static final KeySpec DECORATIVE =
      required(
          "group_type",
          Types.decorativeChoice("Filters", "3D"),
          "Names the structures; filters are pruned whatever it says.");
  private static final KeySpec DEPENDENCY =
      optional(
          "group_dependency",
          Types.choice("Leader"),
          "null",
          "With `Leader`, every listed layer gets the mask of the first one.");
  private static final KeySpec KWARGS =
      optional(
          "kwargs",
          new ValueType.Keyed(
              List.of(
                  required(
                      "block_shape",
                      Types.listOf(4, Types.NATURAL),
                      "The block, `[repetitions, depth, 1, 1]`."))),
          "null",
          "The shape of a block, for `group_type: Blocks`.");
  private static final KeySpec GROUP_SIZE =
      optional(
          "group_size",
          new ValueType.Int(1, 1),
          "1",
          "How many neighbours are ranked together; only 1 works.");
  private static final KeySpec ROUNDING =
      optional("rounding_fn", Types.ANY, "floor", "Accepted and ignored: counts are rounded down.");
  private static final KeySpec NOISE =
      optional("noise", Types.FRACTION, "0.0", "The chance that ranks are shuffled by noise.");

  static final List<ClassSpec> ALL = all();

  private Pruners() {}

  private static List<ClassSpec> all() {
    List<ClassSpec> all = new ArrayList<>();
    elements(all);
    norms(all);
    filters(all);
    return all;
  }

  private static void elements(List<ClassSpec> all) {
    all.add(
        spec(
            "MagnitudeParameterPruner",
            "Zeroes elements whose magnitude is below a threshold per parameter.",
            Set.of(Trait.ELEMENTS),
            required(
                "thresholds",
                new ValueType.ParamMap(Types.POSITIVE, true),
                "The threshold of each parameter; `'*'` is that of all others.")));
    all.add(
        spec(
            "SparsityLevelParameterPruner",
            "Zeroes a fixed share of the smallest elements of each parameter.",
            Set.of(Trait.ELEMENTS, Trait.POLICY_LEVELS),
            required(
                "levels",
                Types.byParameter(Types.FRACTION),
                "The share of elements to zero in each parameter; `'*'` is that of all others.")));
    all.add(
        spec(
            "SensitivityPruner",
            "Zeroes elements below a multiple of the parameter's standard deviation.",
            Set.of(Trait.ELEMENTS),
            sensitivities()));
    all.add(splicing());
    all.add(
        spec(
            "AutomatedGradualPruner",
            "Raises the share of zeroed elements along the AGP curve.",
            Set.of(Trait.ELEMENTS, Trait.RAMPED, Trait.WINDOWED),
            INITIAL,
            FINAL,
            WEIGHTS));
    all.add(baidu());
  }

  private static KeySpec sensitivities() {
    return required(
        "sensitivities",
        Types.byParameter(Types.POSITIVE),
        "The multiple for each parameter; `'*'` is that of all others.");
  }

  private static ClassSpec splicing() {
    return spec(
        "SplicingPruner",
        "Cuts elements below a low threshold and restores those above a high one.",
        Set.of(Trait.ELEMENTS),
        sensitivities(),
        required("low_thresh_mult", Types.POSITIVE, "Scales the threshold for cutting."),
        required("hi_thresh_mult", Types.POSITIVE, "Scales the threshold for restoring."),
        optional(
            "sensitivity_multiplier",
            Types.POSITIVE,
            "0",
            "How fast the sensitivity grows with each epoch."));
  }

  private static ClassSpec baidu() {
    return spec(
        "BaiduRNNPruner",
        "Raises a magnitude threshold along two slopes, as for recurrent networks.",
        Set.of(Trait.ELEMENTS, Trait.WINDOWED),
        required("q", Types.POSITIVE, "The magnitude below which about 90 % of the weights lie."),
        required(
            "ramp_epoch_offset", Types.COUNT, "Epochs after the start at which it gets steep."),
        required("ramp_slope_mult", Types.POSITIVE, "How much steeper the second slope is."),
        WEIGHTS);
  }

  private static void norms(List<ClassSpec> all) {
    all.add(norm("L1"));
    all.add(norm("L2"));
    all.add(normRamp("L1"));
    all.add(normRamp("L2"));
    all.add(
        spec(
            "RandomLevelStructureParameterPruner",
            "Zeroes a randomly drawn share of the structures with the smallest L1 norm.",
            Set.of(Trait.STRUCTURE_RANKED, Trait.RANDOM),
            GROUP,
            required(
                "sparsity_range",
                Types.listOf(2, Types.FRACTION),
                "The bounds of the share, drawn anew for each parameter."),
            DEPENDENCY,
            KWARGS,
            WEIGHTS));
    all.add(
        spec(
            "StructureParameterPruner",
            "Zeroes structures whose norm is not above a threshold per parameter.",
            Set.of(Trait.STRUCTURE_THRESHOLD),
            required(
                "reg_regims",
                Types.byParameter(
                    new ValueType.Pair(
                        Types.POSITIVE,
                        Types.choice("2D", "Rows", "Cols", "3D", "Filters", "Channels"))),
                "The threshold and the group of each parameter."),
            required(
                "threshold_criteria", Types.choice("Max", "Mean_Abs"), "The norm to compare.")));
  }

  private static ClassSpec norm(String name) {
    return spec(
        name.concat("RankedStructureParameterPruner"),
        "Zeroes a fixed share of the structures with the smallest ".concat(name).concat(" norm."),
        Set.of(Trait.STRUCTURE_RANKED, Trait.LEADER),
        GROUP,
        DESIRED,
        DEPENDENCY,
        KWARGS,
        GROUP_SIZE,
        ROUNDING,
        NOISE,
        WEIGHTS);
  }

  private static ClassSpec normRamp(String name) {
    return spec(
        name.concat("RankedStructureParameterPruner_AGP"),
        "Raises the share of zeroed structures along AGP, smallest "
            .concat(name)
            .concat(" norm first."),
        Set.of(Trait.STRUCTURE_RANKED, Trait.LEADER, Trait.RAMPED, Trait.WINDOWED),
        INITIAL,
        FINAL,
        GROUP,
        DEPENDENCY,
        KWARGS,
        WEIGHTS);
  }

  private static void filters(List<ClassSpec> all) {
    filter(
        all, "ActivationAPoZ", "filters whose activations are zero most often", Trait.ACTIVATIONS);
    filter(all, "ActivationMean", "filters with the highest mean activation", Trait.ACTIVATIONS);
    filter(all, "Gradient", "filters whose weights matter least to the loss");
    filter(all, "Random", "randomly drawn filters", Trait.RANDOM);
    filter(all, "Bernoulli", "filters by a toss for each, and scales the others", Trait.RANDOM);
    all.add(
        spec(
            "FMReconstructionChannelPruner",
            "Zeroes input channels and refits the others to sampled feature maps.",
            Set.of(Trait.STRUCTURE_RANKED, Trait.ACTIVATIONS),
            required("group_type", Types.choice("Channels"), "The structures: input channels."),
            DESIRED,
            DEPENDENCY,
            optional("kwargs", Types.ANY_MAP, "null", "Accepted and ignored."),
            GROUP_SIZE,
            optional("rounding_fn", Types.ANY, "floor", "How counts are rounded."),
            optional("ranking_noise", Types.FRACTION, "0.0", "The chance that ranks are shuffled."),
            optional("magnitude_fn", Types.ANY, "l1_norm", "Accepted and ignored."),
            WEIGHTS));
  }

  private static void filter(List<ClassSpec> all, String name, String what, Trait... traits) {
    String stem = name.concat(name.equals("Bernoulli") ? "FilterPruner" : "RankedFilterPruner");
    EnumSet<Trait> always = EnumSet.of(Trait.STRUCTURE_RANKED, traits);
    EnumSet<Trait> ramped = EnumSet.copyOf(always);
    always.add(Trait.ALWAYS_FILTERS);
    ramped.addAll(List.of(Trait.RAMPED, Trait.WINDOWED));
    all.add(
        spec(
            stem,
            "Zeroes ".concat(what).concat("."),
            always,
            DECORATIVE,
            DESIRED,
            DEPENDENCY,
            WEIGHTS));
    all.add(
        spec(
            stem.concat("_AGP"),
            "Zeroes ".concat(what).concat(", ever more along the AGP curve."),
            ramped,
            INITIAL,
            FINAL,
            FILTERS,
            DEPENDENCY,
            WEIGHTS));
  }

  private static ClassSpec spec(String name, String doc, Set<Trait> traits, KeySpec... keys) {
    return new ClassSpec(name, Section.PRUNERS, doc, List.of(keys), traits);
  }
}
