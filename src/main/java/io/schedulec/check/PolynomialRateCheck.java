package io.schedulec.check;

import io.schedulec.bind.BoundSchedule;
import io.schedulec.catalog.Section;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Edit;
import io.schedulec.diagnostic.Help;
import io.schedulec.diagnostic.Severity;
import io.schedulec.schedule.Instance;
import io.schedulec.schedule.Policy;
import io.schedulec.schedule.Timing;
import io.schedulec.source.Spanned;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** SC407: a polynomial learning rate that goes on after it has reached zero. */
final class PolynomialRateCheck implements Check {

  @Override
  public void run(BoundSchedule schedule, Consumer<Diagnostic> out) {
    for (Policy policy : schedule.schedule().policies()) {
      Optional<Instance> target = policy.target();
      boolean polynomial =
          policy.kind() == Section.LR_SCHEDULERS
              && target.isPresent()
              && target.get().spec().filter(s -> s.name().equals("PolynomialLR")).isPresent();
      if (polynomial && policy.timing().isPresent()) {
        check(schedule, target.get(), policy.timing().get()).ifPresent(out);
      }
    }
  }

  /** Each firing sets the rate of the epoch that follows, if there is one. */
  private static Optional<Diagnostic> check(
      BoundSchedule schedule, Instance instance, Timing timing) {
    Optional<Spanned<Integer>> zero = instance.integer("T_max");
    Optional<Spanned<Double>> power = instance.real("power");
    int next = timing.last() + 1;
    int last =
        schedule.epochs().isPresent() ? Math.min(next, schedule.epochs().getAsInt() - 1) : next;
    return zero.isPresent() && power.isPresent() && zero.get().value() < last
        ? Optional.of(diagnose(instance, timing, zero.get(), power.get(), last))
        : Optional.empty();
  }

  private static Diagnostic diagnose(
      Instance instance, Timing timing, Spanned<Integer> zero, Spanned<Double> power, int last) {
    boolean whole = power.value() == Math.rint(power.value());
    boolean even = whole && power.value() % 2 == 0;
    return Diagnostic.at(
            DiagnosticKind.OUT_OF_RANGE,
            zero.span(),
            "the rate of `"
                + instance.name().value()
                + "` is "
                + (whole ? even ? "rising again" : "negative" : "a complex number")
                + " after epoch "
                + zero.value())
        .severity(whole ? Severity.WARNING : Severity.ERROR)
        .saying("zero in epoch " + zero.value())
        .label(timing.span(), "sets the rate up to epoch " + last)
        .label(power.span(), "of a negative number from then on")
        .cause(
            "The trainer computes `(1 - epoch / T_max) ** power` and does not stop at zero"
                + (whole ? "." : "; Python makes a complex number of it, and nothing says so."))
        .help(
            Help.unsafe(
                "reach zero in the last epoch",
                List.of(new Edit(zero.span(), Integer.toString(last)))))
        .data("key", "T_max")
        .data("owner", instance.name().value())
        .data("value", zero.value().doubleValue())
        .build();
  }
}
