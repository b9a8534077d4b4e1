package io.schedulec.catalog;

import static io.schedulec.catalog.KeySpec.optional;
import static io.schedulec.catalog.KeySpec.required;

import java.util.List;
import java.util.Set;

/** The classes of {@code regularizers}. */
final class Regularizers {
  private static final String NO_INTEGER =
      "The trainer stops in the first minibatch: `TypeError: only integer tensors of a single"
          + " element can be converted to an index`.";
  private static final String UNKNOWN = "The trainer skips it without a word.";
  private static final ValueType GROUPS =
      Types.choice(
          "2D", "3D", "Filters", "Channels", "4D", "Rows", "Cols", "Rows+Cols", "Cols+Rows");

  static final List<ClassSpec> ALL = List.of(l1(), groupLasso(), groupVariance());

  private Regularizers() {}

  private static ClassSpec l1() {
    return spec(
        "L1Regularizer",
        "Adds the sum of magnitudes of each parameter to the loss.",
        required("reg_regims", Types.byParameter(Types.REAL), "The strength for each parameter.")
            .when(Mistake.TEXT, NO_INTEGER)
            .when(Mistake.TYPE, NO_INTEGER)
            .when(Mistake.NAME, UNKNOWN),
        optional(
                "threshold_criteria",
                Types.TEXT,
                "null",
                "Any text: also zero what is not above the strength.")
            .when(Mistake.EMPTY, "The trainer takes it for no criterion: nothing is zeroed."));
  }

  private static ClassSpec groupLasso() {
    return spec(
        "GroupLassoRegularizer",
        "Adds the norms of groups of weights to the loss.",
        required(
                "reg_regims",
                Types.byParameter(new ValueType.Pair(Types.REAL, GROUPS)),
                "The strength and the group for each parameter, e.g. `[0.001, Channels]`.")
            .when(
                Mistake.TYPE,
                "The trainer stops in the first minibatch: `TypeError: 'float' object is not"
                    + " subscriptable`; with the two swapped: `TypeError: can only concatenate str"
                    + " (not \"float\") to str`.")
            .when(
                Mistake.WORD,
                "The trainer stops in the first minibatch: `ValueError: Unknown parameter grouping:"
                    + " ...`; with `Channels+4D` it is an `AttributeError` about"
                    + " `__3d_channelwise_reg`.")
            .when(Mistake.TEXT, NO_INTEGER)
            .when(Mistake.NAME, UNKNOWN),
        optional(
                "threshold_criteria",
                Types.choice("Max", "Mean_Abs"),
                "null",
                "Also zero groups whose norm is not above the strength.")
            .when(
                Mistake.WORD,
                "The trainer stops while loading: `AssertionError`, without a message."));
  }

  private static ClassSpec groupVariance() {
    return spec(
        "GroupVarianceRegularizer",
        "Rewards channels of unlike norms.",
        required(
                "reg_regims",
                Types.byParameter(new ValueType.Pair(Types.REAL, Types.choice("Channels"))),
                "The strength and the group for each parameter, `[0.001, Channels]`.")
            .when(
                Mistake.WORD,
                "The trainer stops in the first minibatch: `ValueError: Unknown parameter grouping:"
                    + " ...`.")
            .when(Mistake.TEXT, NO_INTEGER)
            .when(Mistake.NAME, UNKNOWN));
  }

  private static ClassSpec spec(String name, String doc, KeySpec... keys) {
    return ClassSpec.of(name, Section.REGULARIZERS, doc, List.of(keys), Set.of());
  }
}
