package io.schedulec.catalog;

import static io.schedulec.catalog.KeySpec.optional;
import static io.schedulec.catalog.KeySpec.required;

import java.util.List;
import java.util.Set;

/** The classes of {@code regularizers}. */
final class Regularizers {
  static final List<ClassSpec> ALL = List.of(l1(), groupLasso(), groupVariance());

  private Regularizers() {}

  private static ClassSpec l1() {
    return spec(
        "L1Regularizer",
        "Adds the sum of magnitudes of each parameter to the loss.",
        required("reg_regims", Types.byParameter(Types.REAL), "The strength for each parameter."),
        optional(
            "threshold_criteria", Types.TEXT, "null", "Any text: also zero what is not above."));
  }

  private static ClassSpec groupLasso() {
    return spec(
        "GroupLassoRegularizer",
        "Adds the norms of groups of weights to the loss.",
        required(
            "reg_regims",
            Types.byParameter(
                new ValueType.Pair(
                    Types.REAL,
                    Types.choice(
                        "2D",
                        "3D",
                        "Filters",
                        "Channels",
                        "4D",
                        "Rows",
                        "Cols",
                        "Rows+Cols",
                        "Cols+Rows"))),
            "The strength and the group for each parameter, e.g. `[0.001, Channels]`."),
        optional(
            "threshold_criteria",
            Types.choice("Max", "Mean_Abs"),
            "null",
            "Also zero groups whose norm is not above the strength."));
  }

  private static ClassSpec groupVariance() {
    return spec(
        "GroupVarianceRegularizer",
        "Rewards channels of unlike norms.",
        required(
            "reg_regims",
            Types.byParameter(new ValueType.Pair(Types.REAL, Types.choice("Channels"))),
            "The strength and the group for each parameter, `[0.001, Channels]`."));
  }

  private static ClassSpec spec(String name, String doc, KeySpec... keys) {
    return new ClassSpec(name, Section.REGULARIZERS, doc, List.of(keys), Set.of());
  }
}
