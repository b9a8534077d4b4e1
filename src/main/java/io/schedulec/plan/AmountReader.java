package io.schedulec.plan;

import io.schedulec.grammar.PlanParser.AmountContext;
import io.schedulec.grammar.PlanParser.ArgumentContext;
import io.schedulec.plan.Ramps.Argument;
import io.schedulec.plan.Ramps.Arguments;
import io.schedulec.plan.Ramps.Ramp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads numbers that may change from epoch to epoch. */
final class AmountReader {
  private final Literals literals;
  private final Problems problems;

  AmountReader(Literals literals, Problems problems) {
    this.literals = literals;
    this.problems = problems;
  }

  Amount read(AmountContext amount) {
    return amount.number() != null
        ? new Amount.Fixed(literals.number(amount.number()))
        : function(amount).orElse(new Amount.Fixed(0));
  }

  private Optional<Amount> function(AmountContext amount) {
    String name = amount.function.getText();
    for (Ramp<?> ramp : Ramps.ALL) {
      if (ramp.name().equals(name)) {
        return call(ramp, amount);
      }
    }
    literals.unknown(amount.function, Ramps.ALL.stream().map(Ramp::name).toList());
    return Optional.empty();
  }

  private Optional<Amount> call(Ramp<?> ramp, AmountContext amount) {
    List<Argument> arguments = new ArrayList<>();
    for (ArgumentContext argument : amount.argument()) {
      arguments.add(argument(argument));
    }
    if (!ramp.takes(arguments)) {
      String message = "`" + ramp.name() + "` takes " + String.join(", ", ramp.parameters());
      String label = "expected e.g. `" + ramp.example() + "`";
      problems.syntax(Literals.span(amount), message, label);
      return Optional.empty();
    }
    return Optional.of(ramp.read().apply(new Arguments(arguments)));
  }

  private Argument argument(ArgumentContext argument) {
    if (argument.last == null) {
      return new Ramps.Share(literals.number(argument.number()));
    }
    int first = literals.epoch(argument.number());
    return new Ramps.Range(first, literals.epoch(argument.last));
  }
}
