package io.schedulec.plan;

import java.util.ArrayList;
import java.util.List;

/** Classes with settings as text, e.g. {@code StepLR(gamma = 0.1, step_size = 50)}. */
final class CallText {
  private CallText() {}

  /** The text in parts between which a line may be broken. */
  static List<String> words(Call call) {
    List<String> settings = new ArrayList<>();
    call.arguments().forEach((name, value) -> settings.add(Quoting.name(name) + " = " + of(value)));
    String start = Quoting.name(call.name()) + "(";
    if (settings.isEmpty()) {
      return List.of(start + ")");
    }
    List<String> words = PlanPrinter.separated(settings);
    words.set(0, start + words.get(0));
    words.set(words.size() - 1, words.get(words.size() - 1) + ")");
    return words;
  }

  private static String of(Call.Argument argument) {
    if (argument instanceof Call.Argument.Numeral numeral) {
      return Numerals.of(numeral.value());
    } else if (argument instanceof Call.Argument.Text text) {
      return Quoting.text(text.value());
    } else if (argument instanceof Call.Argument.Flag flag) {
      return Boolean.toString(flag.value());
    } else if (argument instanceof Call.Argument.None) {
      return "none";
    } else if (argument instanceof Call.Argument.Items items) {
      return "[" + String.join(", ", items.items().stream().map(CallText::of).toList()) + "]";
    }
    throw new AssertionError(argument);
  }
}
