package io.schedulec.schedule;

import io.schedulec.catalog.Trait;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Help;
import io.schedulec.diagnostic.Severity;
import io.schedulec.source.Spanned;
import java.util.List;
import java.util.Optional;

/** Reports shares that are the whole. */
final class WholeRules {
  private static final List<String> KEYS = List.of("desired_sparsity", "final_sparsity");

  private final Findings out;

  WholeRules(Findings out) {
    this.out = out;
  }

  void check(Instance instance) {
    for (String key : KEYS) {
      Optional<Spanned<Double>> share = instance.real(key);
      if (share.isPresent() && share.get().value() == 1.0) {
        report(instance, key, share.get());
      }
    }
  }

  private void report(Instance instance, String key, Spanned<Double> share) {
    boolean elements = instance.has(Trait.ELEMENTS);
    String what = elements ? "every element" : "every structure";
    out.add(
        Diagnostic.at(
                DiagnosticKind.OUT_OF_RANGE,
                share.span(),
                "`"
                    + key
                    + "` of "
                    + Words.code(instance.name().value(), 30)
                    + " is 1, which zeroes "
                    + what)
            .severity(Severity.WARNING)
            .saying("nothing is left of a tensor")
            .cause(
                elements
                    ? "The trainer zeroes the tensor without a word."
                    : "The trainer zeroes the layer without a word, and a thinning stops with"
                        + " `ValueError: Trying to set zero filters for parameter ... is not"
                        + " allowed`.")
            .help(Help.advice("ask for less than 1, e.g. 0.9, or take the layer off the list"))
            .data("key", key)
            .data("owner", instance.name().value())
            .data("value", share.value()));
  }
}
