package io.schedulec.schedule;

import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Help;
import io.schedulec.diagnostic.Severity;
import io.schedulec.source.Spanned;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the groups of an instance must be to its threshold. */
final class RegularizerRules {
  private static final int LABELS = 3;

  private final Findings out;

  RegularizerRules(Findings out) {
    this.out = out;
  }

  /** Only classes whose entries have groups are concerned; the others threshold elements. */
  void check(Instance instance) {
    Optional<Spanned<String>> criteria = instance.text("threshold_criteria");
    if (criteria.isEmpty()) {
      return;
    }
    List<ParameterValue> whole = new ArrayList<>();
    List<ParameterValue> lines = new ArrayList<>();
    for (ParameterValue value : instance.parameterValues()) {
      switch (value.group().map(Spanned::value).orElse("")) {
        case "4D", "Rows+Cols", "Cols+Rows" -> whole.add(value);
        case "Rows", "Cols" -> lines.add(value);
        default -> {}
      }
    }
    if (!whole.isEmpty()) {
      out.add(unsupported(instance, whole, criteria.get()));
    }
    if (!lines.isEmpty() && criteria.get().value().equals("Mean_Abs")) {
      out.add(wrongMean(instance, lines, criteria.get()));
    }
  }

  private static Diagnostic.Builder unsupported(
      Instance instance, List<ParameterValue> values, Spanned<String> criteria) {
    return finding(instance, values, criteria, "has a threshold for `", "`, which cannot have one")
        .saying("can be penalized, not thresholded")
        .cause(
            "The trainer stops at the end of the first minibatch: `AssertionError`, without a"
                + " message.")
        .help(
            Help.advice(
                "leave `threshold_criteria` out, or group by `3D`, `Channels`, `2D`, `Rows` or"
                    + " `Cols`"));
  }

  private static Diagnostic.Builder wrongMean(
      Instance instance, List<ParameterValue> values, Spanned<String> criteria) {
    return finding(instance, values, criteria, "takes a wrong mean of `", "`")
        .severity(Severity.WARNING)
        .saying("divided by the other dimension")
        .cause(
            "The trainer divides the sum of a row by the number of rows, that of a column by the"
                + " number of columns: of a 4x10 tensor of ones the rows come out as 2.5 and the"
                + " columns as 0.4.")
        .help(Help.advice("compare with `Max`, or scale the thresholds by the tensor's shape"));
  }

  private static Diagnostic.Builder finding(
      Instance instance,
      List<ParameterValue> values,
      Spanned<String> criteria,
      String before,
      String behind) {
    Spanned<String> group = values.get(0).group().orElseThrow();
    List<String> names = new ArrayList<>();
    values.forEach(value -> names.add(value.name().value()));
    Diagnostic.Builder finding =
        Diagnostic.at(
                DiagnosticKind.GROUP_THRESHOLD,
                group.span(),
                Words.code(instance.name().value(), 30) + " " + before + group.value() + behind)
            .label(criteria.span(), "asks for a threshold")
            .data("owner", instance.name().value())
            .data("weights", names)
            .data("group", group.value())
            .data("criteria", criteria.value());
    for (int i = 1; i < values.size() && i <= LABELS; i++) {
      boolean last = i == LABELS && values.size() > LABELS + 1;
      String more = last ? "here and in " + (values.size() - 1 - LABELS) + " more" : "here too";
      finding.label(values.get(i).group().orElseThrow().span(), more);
    }
    return finding;
  }
}
