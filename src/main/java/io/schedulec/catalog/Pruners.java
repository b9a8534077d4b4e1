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
  private static final String EMPTY_ASSERTION =
      "The trainer stops while loading: `AssertionError`, without a message.";
  private static final String K_OUT_OF_RANGE =
      "The trainer stops at the first firing: `RuntimeError: selected index k out of range`.";
  private static final String NO_INDEX =
      "The trainer stops at the first firing: `IndexError: index -1 is out of bounds`.";
  private static final String NEITHER_LEADER =
      "The trainer takes everything but `Leader` for no dependency: each layer ranks its own"
          + " structures, and layers that are added no longer match.";

  private static final KeySpec WEIGHTS =
      required("weights", Types.WEIGHTS, "The parameters to prune, by their full names.")
          .when(Mistake.EMPTY, EMPTY_ASSERTION)
          .when(
              Mistake.TYPE,
              "The trainer searches one text for the name of each parameter, so that shorter names"
                  + " match as well; of a map it reads the keys and ignores the values.")
          .when(
              Mistake.NAME,
              "The trainer skips it without a word; the first name of a `Leader` list stops it at"
                  + " the first firing: `KeyError`, with nothing but the name.");
  private static final KeySpec DESIRED =
      required("desired_sparsity", Types.FRACTION, "The share of structures to zero.")
          .when(Mistake.RANGE, K_OUT_OF_RANGE)
          .when(
              Mistake.TEXT,
              "The trainer stops at the first firing: `TypeError: can't multiply sequence by"
                  + " non-int of type 'str'`, or a like message.");
  private static final String NOT_ABOVE =
      "The trainer stops: `TypeError: '>' not supported between instances of 'str' and 'float'`.";
  private static final KeySpec INITIAL =
      required("initial_sparsity", Types.FRACTION, "The sparsity at the first firing.")
          .when(Mistake.RANGE, K_OUT_OF_RANGE)
          .when(Mistake.TEXT, NOT_ABOVE);
  private static final KeySpec FINAL =
      required(
              "final_sparsity",
              Types.FRACTION,
              "The sparsity at the last firing, above the initial one; 1.0 zeroes everything.")
          .when(Mistake.RANGE, K_OUT_OF_RANGE)
          .when(Mistake.TEXT, NOT_ABOVE);
  private static final KeySpec GROUP =
      required(
              "group_type",
              Types.choice("Filters", "3D", "Channels", "Rows", "Blocks"),
              "The structures to rank and zero; `3D` is `Filters`, `Rows` is `Channels`.")
          .when(
              Mistake.WORD,
              "The trainer stops while loading: `ValueError: Structure ... was requested but"
                  + " currently ranking of this shape is not supported`.");
  private static final KeySpec FILTERS =
      required("group_type", Types.choice("Filters", "3D"), "The structures to zero: filters.")
          .when(Mistake.WORD, EMPTY_ASSERTION);
  private static final KeySpec DECORATIVE =
      required(
              "group_type",
              Types.decorativeChoice("Filters", "3D"),
              "Names the structures; filters are pruned whatever it says.")
          .when(Mistake.WORD, "The trainer does not look at it: this class always prunes filters.");
  private static final KeySpec DEPENDENCY =
      optional(
              "group_dependency",
              Types.choice("Leader"),
              "null",
              "With `Leader`, every listed layer gets the mask of the first one.")
          .when(Mistake.WORD, NEITHER_LEADER);
  private static final KeySpec LONE_DEPENDENCY =
      optional(
              "group_dependency",
              Types.choice("Leader"),
              "null",
              "Accepted, but `Leader` does not work with this class.")
          .when(
              Mistake.WORD,
              "The trainer takes everything but `Leader` for no dependency. With `Leader` it stops"
                  + " at the first firing: `TypeError: 'NoneType' object is not subscriptable`,"
                  + " `AttributeError: 'NoneType' object has no attribute 'named_modules'` or an"
                  + " `AssertionError`.");
  private static final KeySpec KWARGS =
      optional(
              "kwargs",
              new ValueType.Keyed(List.of(blockShape())),
              "null",
              "The shape of a block, for `group_type: Blocks`.")
          .when(
              Mistake.MISSING,
              "With `group_type: Blocks` the trainer stops while loading: `TypeError: 'NoneType'"
                  + " object is not subscriptable`.")
          .when(Mistake.EMPTY, "The trainer stops while loading: `ValueError`.");
  private static final KeySpec GROUP_SIZE =
      optional(
              "group_size",
              new ValueType.Int(1, 1),
              "1",
              "How many neighbours are ranked together; only 1 works.")
          .when(
              Mistake.RANGE,
              "The trainer stops at the first firing: `RuntimeError: The expanded size of the"
                  + " tensor (16) must match the existing size (8)`, as there is one entry a"
                  + " group.");
  private static final KeySpec ROUNDING =
      optional("rounding_fn", Types.ANY, "floor", "Accepted and ignored: counts are rounded down.")
          .when(
              Mistake.UNREAD,
              "The trainer accepts any value and never passes it on to the ranking.");
  private static final String BELOW =
      "The trainer compares it with a random number below 1 and takes what is not below 1 for"
          + " always.";
  private static final KeySpec NOISE =
      optional("noise", Types.FRACTION, "0.0", "The chance that ranks are shuffled by noise.")
          .when(Mistake.RANGE, BELOW);

  private static final String TENSOR_STRING =
      "The trainer stops at the first firing: `TypeError: can't multiply sequence by non-int`, or a"
          + " like message.";
  private static final String NO_SUCH_NAME =
      "The trainer never meets it and says nothing; what was meant goes by `'*'`, or stays as it"
          + " is.";

  private static final String WINDOW =
      "Its policy needs a window with two firings; with a list of epochs the trainer stops at the"
          + " first one with a `TypeError`, with a single firing with an `AssertionError`.";
  private static final String GPU =
      "It runs on a GPU only. `Leader` is accepted and does not work with it.";
  private static final String STATISTICS =
      "It needs `--act-stats`, which collects during an epoch, so that epoch 1 is the first that"
          + " can prune; and it finds the ReLU of a convolution only where it is named `relu...` in"
          + " place of `conv...`.";
  private static final String SCALES =
      "Its mask scales the filters that stay, and without `use_double_copies` in the policy the"
          + " scale stays in the weights.";

  static final List<ClassSpec> ALL = all();

  private Pruners() {}

  private static KeySpec blockShape() {
    return required(
            "block_shape",
            Types.listOf(4, Types.NATURAL),
            "The block, `[repetitions, depth, 1, 1]`; its volume must divide the tensor's.")
        .when(
            Mistake.RANGE,
            "The trainer stops at the first firing: `ValueError`; with a linear weight it is an"
                + " `IndexError`.");
  }

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
                    "The threshold of each parameter; `'*'` is that of all others.")
                .when(Mistake.MISSING, EMPTY_ASSERTION)
                .when(Mistake.TYPE, EMPTY_ASSERTION)
                .when(Mistake.NAME, NO_SUCH_NAME)));
    all.add(
        spec(
            "SparsityLevelParameterPruner",
            "Zeroes a fixed share of the smallest elements of each parameter.",
            Set.of(Trait.ELEMENTS, Trait.POLICY_LEVELS),
            required(
                    "levels",
                    Types.byParameter(Types.FRACTION),
                    "The share of elements to zero in each parameter; `'*'` is that of all"
                        + " others.")
                .when(Mistake.EMPTY, EMPTY_ASSERTION)
                .when(
                    Mistake.TYPE,
                    "The trainer stops at the first firing: `AttributeError: 'list' object has no"
                        + " attribute 'get'`.")
                .when(Mistake.RANGE, K_OUT_OF_RANGE)
                .when(Mistake.NAME, NO_SUCH_NAME)));
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
                INITIAL.when(
                    Mistake.EMPTY,
                    "If it is 0, or so small that it takes no element of a tensor: "
                        .concat(NO_INDEX)),
                FINAL,
                WEIGHTS)
            .noting(WINDOW));
    all.add(baidu());
  }

  private static KeySpec sensitivities() {
    return required(
            "sensitivities",
            Types.byParameter(Types.POSITIVE),
            "The multiple for each parameter; `'*'` is that of all others.")
        .when(Mistake.TEXT, TENSOR_STRING)
        .when(Mistake.NAME, NO_SUCH_NAME);
  }

  private static ClassSpec splicing() {
    return spec(
        "SplicingPruner",
        "Cuts elements below a low threshold and restores those above a high one.",
        Set.of(Trait.ELEMENTS),
        sensitivities(),
        required("low_thresh_mult", Types.POSITIVE, "Scales the threshold for cutting.")
            .when(
                Mistake.RANGE,
                "Above `hi_thresh_mult`, the trainer restores whatever lies between the two and"
                    + " says nothing.")
            .when(Mistake.TEXT, TENSOR_STRING),
        required("hi_thresh_mult", Types.POSITIVE, "Scales the threshold for restoring.")
            .when(Mistake.TEXT, TENSOR_STRING),
        optional(
                "sensitivity_multiplier",
                Types.POSITIVE,
                "0",
                "How fast the sensitivity grows with each epoch.")
            .when(Mistake.TEXT, NOT_ABOVE));
  }

  private static ClassSpec baidu() {
    String text = "The trainer stops at the first firing with a `TypeError`.";
    return spec(
            "BaiduRNNPruner",
            "Raises a magnitude threshold along two slopes, as for recurrent networks.",
            Set.of(Trait.ELEMENTS, Trait.WINDOWED),
            required(
                    "q", Types.POSITIVE, "The magnitude below which about 90 % of the weights lie.")
                .when(Mistake.TEXT, text),
            required(
                    "ramp_epoch_offset",
                    Types.COUNT,
                    "Epochs after the start at which it gets steep.")
                .when(Mistake.TEXT, text),
            required("ramp_slope_mult", Types.POSITIVE, "How much steeper the second slope is.")
                .when(Mistake.TEXT, text),
            WEIGHTS)
        .noting(
            "It needs a start, an end and a frequency; with a list of epochs the trainer stops at"
                + " the first firing: `TypeError: unsupported operand type(s) for *: 'float' and"
                + " 'NoneType'`.");
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
                    "The bounds of the share, drawn anew for each parameter.")
                .when(
                    Mistake.TYPE,
                    "The trainer stops at the first firing: `TypeError: 'float' object is not"
                        + " subscriptable`.")
                .when(Mistake.RANGE, K_OUT_OF_RANGE),
            optional(
                    "group_dependency",
                    Types.choice("Leader"),
                    "null",
                    "Accepted, but with `Leader` each member still draws a share of its own.")
                .when(Mistake.WORD, NEITHER_LEADER),
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
                    "The threshold and the group of each parameter.")
                .when(
                    Mistake.WORD,
                    "The trainer stops at the first firing: `AssertionError`, without a message.")
                .when(
                    Mistake.TYPE,
                    "The trainer stops at the first firing: `TypeError: 'float' object is not"
                        + " subscriptable`.")
                .when(Mistake.NAME, NO_SUCH_NAME),
            required("threshold_criteria", Types.choice("Max", "Mean_Abs"), "The norm to compare.")
                .when(Mistake.WORD, EMPTY_ASSERTION)));
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
            WEIGHTS)
        .noting(WINDOW);
  }

  private static void filters(List<ClassSpec> all) {
    filter(
        all,
        "ActivationAPoZ",
        "filters whose activations are zero most often",
        STATISTICS,
        Trait.ACTIVATIONS);
    filter(
        all,
        "ActivationMean",
        "filters with the highest mean activation",
        STATISTICS,
        Trait.ACTIVATIONS);
    filter(all, "Gradient", "filters whose weights matter least to the loss", GPU);
    filter(all, "Random", "randomly drawn filters", GPU, Trait.RANDOM);
    filter(
        all,
        "Bernoulli",
        "filters by a toss for each, and scales the others",
        SCALES,
        Trait.RANDOM);
    all.add(reconstruction());
  }

  private static ClassSpec reconstruction() {
    return spec(
            "FMReconstructionChannelPruner",
            "Zeroes input channels and refits the others to sampled feature maps.",
            Set.of(Trait.STRUCTURE_RANKED, Trait.ACTIVATIONS),
            required("group_type", Types.choice("Channels"), "The structures: input channels.")
                .when(
                    Mistake.WORD,
                    "The trainer stops while loading: `ValueError: Structure ... was requested but"
                        + " currently ranking of this shape is not supported`."),
            DESIRED,
            LONE_DEPENDENCY,
            optional("kwargs", Types.ANY_MAP, "null", "Accepted and ignored.")
                .when(Mistake.UNREAD, "The trainer accepts any value and does not look at it."),
            GROUP_SIZE,
            optional("rounding_fn", Types.FUNCTION, "floor", "How counts are rounded.")
                .when(
                    Mistake.TYPE,
                    "The trainer stops at the first firing: `TypeError: 'str' object is not"
                        + " callable`."),
            optional("ranking_noise", Types.FRACTION, "0.0", "The chance that ranks are shuffled.")
                .when(Mistake.RANGE, BELOW),
            optional("magnitude_fn", Types.ANY, "l1_norm", "Accepted and ignored.")
                .when(Mistake.UNREAD, "The trainer accepts any value and ranks by L1."),
            WEIGHTS)
        .noting(
            "It needs feature maps that only code can collect; without them the trainer stops at"
                + " the first firing with a `ValueError`.");
  }

  private static void filter(
      List<ClassSpec> all, String name, String what, String note, Trait... traits) {
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
                LONE_DEPENDENCY,
                WEIGHTS)
            .noting(note));
    all.add(
        spec(
                stem.concat("_AGP"),
                "Zeroes ".concat(what).concat(", ever more along the AGP curve."),
                ramped,
                INITIAL,
                FINAL,
                FILTERS,
                LONE_DEPENDENCY,
                WEIGHTS)
            .noting(note));
  }

  private static ClassSpec spec(String name, String doc, Set<Trait> traits, KeySpec... keys) {
    return ClassSpec.of(name, Section.PRUNERS, doc, List.of(keys), traits);
  }
}
