package io.schedulec.check;

import io.schedulec.bind.Act;
import io.schedulec.bind.BoundSchedule;
import io.schedulec.catalog.ClassSpec;
import io.schedulec.catalog.Section;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Edit;
import io.schedulec.diagnostic.Help;
import io.schedulec.diagnostic.Severity;
import io.schedulec.source.Spanned;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** SC315: a polynomial learning rate beyond the epoch at which it reaches zero. */
final class RatePastEndCheck implements Check {

  @Override
  public void run(BoundSchedule schedule, Consumer<Diagnostic> out) {
    for (Act act : schedule.course().acts(Section.LR_SCHEDULERS)) {
      Optional<ClassSpec> spec = act.instance().spec();
      boolean polynomial = spec.isPresent() && spec.get().name().equals("PolynomialLR");
      Optional<Spanned<Integer>> end = act.instance().integer("T_max");
      Optional<Spanned<Double>> power = act.instance().real("power");
      boolean known = polynomial && end.isPresent() && power.isPresent();
      if (known && act.firings().last() + 1 > end.get().value()) {
        out.accept(finding(act, end.get(), power.get()));
      }
    }
  }

  private static Diagnostic finding(Act act, Spanned<Integer> end, Spanned<Double> power) {
    double exponent = power.value();
    boolean complex = exponent != Math.rint(exponent);
    int epoch = act.firings().from(end.value()).orElseThrow() + 1;
    int last = act.firings().last();
    String fate = complex ? "a complex number" : exponent % 2 == 0 ? "rising again" : "negative";
    return Diagnostic.at(
            DiagnosticKind.RATE_PAST_END,
            Timelines.end(act.policy()),
            "the learning rate of `" + act.name() + "` is " + fate + " from epoch " + epoch + " on")
        .severity(complex ? Severity.ERROR : Severity.WARNING)
        .saying("acts until epoch " + last)
        .label(end.span(), "reaches zero here")
        .label(power.span(), complex ? "a root of a negative number" : "of a negative number")
        .cause(
            "The rate is base * (1 - epoch/"
                + end.value()
                + ")^"
                + Words.number(exponent)
                + ", and 1 - epoch/"
                + end.value()
                + " is negative in epoch "
                + epoch
                + ". The trainer does not look.")
        .help(
            Help.unsafe(
                "reach zero when the policy ends",
                List.of(new Edit(end.span(), Integer.toString(last + 1)))))
        .data("name", act.name())
        .data("epoch", epoch)
        .build();
  }
}
