package io.schedulec.schedule;

import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Edit;
import io.schedulec.diagnostic.Help;
import io.schedulec.source.Spanned;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the milestones and factors of a learning-rate schedule must be to each other. */
final class RateRules {
  private final Findings out;
  private final Layout layout;

  RateRules(Findings out, Layout layout) {
    this.out = out;
    this.layout = layout;
  }

  void check(Instance instance) {
    milestones(instance);
    gammas(instance);
  }

  private void milestones(Instance instance) {
    List<Spanned<Double>> milestones = instance.reals("milestones");
    for (int i = 1; i < milestones.size(); i++) {
      if (milestones.get(i).value() < milestones.get(i - 1).value()) {
        out.add(unsorted(instance, milestones, i));
        return;
      }
    }
  }

  private Diagnostic.Builder unsorted(Instance instance, List<Spanned<Double>> milestones, int at) {
    Diagnostic.Builder finding =
        Diagnostic.at(
                DiagnosticKind.OUT_OF_RANGE,
                milestones.get(at).span(),
                "the milestones of " + name(instance) + " do not ascend")
            .saying("before the one in front of it")
            .label(milestones.get(at - 1).span(), "later")
            .cause(
                "The trainer stops while loading: `ValueError: Milestones should be a list of"
                    + " increasing integers`, or the same in other words.")
            .data("key", "milestones")
            .data("owner", instance.name().value())
            .data("value", milestones.get(at).value());
    if (instance.argument("gammas").isEmpty()) {
      finding.help(Help.unsafe("put them in order", inOrder(milestones)));
    } else {
      finding.help(Help.advice("put them in order, each with its gamma"));
    }
    return finding;
  }

  private List<Edit> inOrder(List<Spanned<Double>> milestones) {
    List<Spanned<Double>> sorted = new ArrayList<>(milestones);
    sorted.sort(Comparator.comparing(Spanned::value));
    List<Edit> edits = new ArrayList<>();
    for (int i = 0; i < sorted.size(); i++) {
      if (!sorted.get(i).equals(milestones.get(i))) {
        edits.add(new Edit(milestones.get(i).span(), layout.text(sorted.get(i).span())));
      }
    }
    return edits;
  }

  private void gammas(Instance instance) {
    Optional<Argument> gammas = instance.argument("gammas");
    int milestones = instance.reals("milestones").size();
    int factors = instance.reals("gammas").size();
    if (gammas.isEmpty() || milestones == 0 || factors == 0 || milestones == factors) {
      return;
    }
    out.add(
        Diagnostic.at(
                DiagnosticKind.OUT_OF_RANGE,
                layout.firstLine(gammas.get().value().span()),
                name(instance) + " has " + milestones + " milestones and " + factors + " gammas")
            .saying("needs one for each milestone")
            .cause("The trainer stops while loading: `ValueError`.")
            .help(Help.advice("write a gamma for each milestone, in their order"))
            .data("key", "gammas")
            .data("owner", instance.name().value())
            .data("value", (double) factors));
  }

  private static String name(Instance instance) {
    return Words.code(instance.name().value(), 30);
  }
}
