package io.schedulec.plan;

import io.schedulec.grammar.PlanParser.RateContext;
import io.schedulec.grammar.PlanParser.SettingContext;
import io.schedulec.grammar.PlanParser.ValueContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads classes with settings. */
final class CallReader {
  private final Literals literals;
  private final Problems problems;

  CallReader(Literals literals, Problems problems) {
    this.literals = literals;
    this.problems = problems;
  }

  Call read(RateContext rate) {
    Map<String, Call.Argument> settings = new HashMap<>();
    for (SettingContext setting : rate.setting()) {
      String name = literals.name(setting.name());
      if (settings.put(name, value(setting.value())) != null) {
        String message = "`" + name + "` is given twice";
        problems.syntax(Literals.span(setting.name()), message, "here again");
      }
    }
    return new Call(literals.name(rate.type), settings);
  }

  private Call.Argument value(ValueContext value) {
    if (value.number() != null) {
      return new Call.Argument.Numeral(literals.number(value.number()));
    } else if (value.STRING() != null) {
      return new Call.Argument.Text(literals.text(value.STRING().getSymbol()));
    }
    return switch (value.getStart().getText()) {
      case "true" -> new Call.Argument.Flag(true);
      case "false" -> new Call.Argument.Flag(false);
      case "none" -> new Call.Argument.None();
      default -> items(value);
    };
  }

  private Call.Argument items(ValueContext list) {
    List<Call.Argument> items = new ArrayList<>();
    for (ValueContext item : list.value()) {
      items.add(value(item));
    }
    return new Call.Argument.Items(items);
  }
}
