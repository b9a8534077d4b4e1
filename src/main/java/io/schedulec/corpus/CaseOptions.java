package io.schedulec.corpus;

import io.schedulec.bind.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The options of a case, {@code # schedulec-test: epochs=70 target=distiller command=compile}.
 *
 * @param target what the case is shown for in the files beside it
 * @param epochs the length of the training run
 * @param compiled whether what compile finds counts too
 * @param unknown the options that mean nothing
 */
record CaseOptions(Target target, OptionalInt epochs, boolean compiled, List<String> unknown) {
  private static final Pattern LINE = Pattern.compile("(?m)^# schedulec-test:(.*)$");
  private static final Pattern EPOCHS = Pattern.compile("epochs=(\\d{1,7})");

  CaseOptions {
    unknown = List.copyOf(unknown);
  }

  static CaseOptions of(String text) {
    Matcher line = LINE.matcher(text);
    Target target = Target.PLAN;
    OptionalInt epochs = OptionalInt.empty();
    boolean compiled = false;
    List<String> unknown = new ArrayList<>();
    for (String word : (line.find() ? line.group(1) : "").strip().split("\\s+", -1)) {
      Matcher number = EPOCHS.matcher(word);
      if (number.matches()) {
        epochs = OptionalInt.of(Integer.parseInt(number.group(1)));
      } else {
        switch (word) {
          case "", "target=plan", "command=check" -> {}
          case "target=distiller" -> target = Target.DISTILLER;
          case "command=compile" -> compiled = true;
          default -> unknown.add(word);
        }
      }
    }
    return new CaseOptions(target, epochs, compiled, unknown);
  }
}
