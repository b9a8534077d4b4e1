package io.schedulec.lower;

import io.schedulec.bind.BoundPolicy;
import io.schedulec.bind.BoundPruner;
import io.schedulec.bind.BoundWeight;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Help;
import io.schedulec.schedule.Argument;
import io.schedulec.schedule.Instance;
import io.schedulec.source.Span;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** SC503: what a plan cannot say yet. Each place is refused once. */
final class Refusals {
  private static final String ADVICE =
      "take it out of the schedule, or its policy; what no policy schedules is in nobody's way";

  private final Consumer<Diagnostic> out;
  private final Set<Span> said = new HashSet<>();

  Refusals(Consumer<Diagnostic> out) {
    this.out = out;
  }

  /** Whether nothing has been refused. */
  boolean none() {
    return said.isEmpty();
  }

  /** An instance whose class is not covered. */
  void className(Instance instance) {
    String name = instance.className().map(c -> c.value()).orElse("");
    Span span = instance.className().map(c -> c.span()).orElse(instance.name().span());
    refuse(span, "`" + name + "` cannot be compiled", "no plan covers this class", "class", name);
  }

  /** The value of a key that is not covered. */
  void key(Instance instance, String key, String does) {
    Argument argument = instance.argument(key).orElseThrow();
    String message = "`" + instance.name().value() + "` " + does + ", which cannot be compiled";
    refuse(argument.span(), message, "no plan covers this", "key", key);
  }

  /** A setting of a policy that is not covered. */
  void setting(BoundPolicy policy, Argument argument, String what) {
    String key = argument.key().value();
    refuse(argument.span(), "`" + key + "` " + what, "no plan covers this", "key", key);
  }

  /** A listed weight whose mask no plan can say. */
  void weight(BoundPruner pruner, BoundWeight weight, String what) {
    String message =
        "`" + weight.name() + "` " + what + ", so `" + pruner.name() + "` cannot be compiled";
    refuse(weight.written().span(), message, what, "weight", weight.name());
  }

  /** A weight that a map of weights stands for, whose mask no plan can say. */
  void others(BoundPruner pruner, String weight, String what) {
    Span span =
        pruner.instance().parameterMap().map(Argument::span).orElse(pruner.instance().span());
    String message = "`" + weight + "` " + what + ", so `" + pruner.name() + "` cannot be compiled";
    refuse(span, message, "stands for a weight that " + what, "weight", weight);
  }

  /** What a policy does in an epoch. */
  void policy(BoundPolicy policy, String message, String label) {
    String name = policy.policy().instanceName().map(n -> n.value()).orElse("");
    refuse(policy.referenceSpan(), message, label, "instance", name);
  }

  private void refuse(Span span, String message, String label, String key, String value) {
    if (said.add(span)) {
      out.accept(
          Diagnostic.at(DiagnosticKind.NOT_COMPILABLE, span, message)
              .saying(label)
              .help(Help.advice(ADVICE))
              .data(key, value)
              .build());
    }
  }
}
