package io.schedulec.plan;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A class with settings, e.g. {@code StepLR(step_size = 50, gamma = 0.1)}.
 *
 * @param name the class
 * @param arguments its settings in the order of their names
 */
public record Call(String name, Map<String, Argument> arguments) {

  /** A setting. */
  public sealed interface Argument {
    /** A number, printed so that it reads back to the same one. */
    record Numeral(double value) implements Argument {}

    /** A text. */
    record Text(String value) implements Argument {}

    /** True or false. */
    record Flag(boolean value) implements Argument {}

    /** Nothing: the setting is left to its class. */
    record None() implements Argument {}

    /** A list. */
    record Items(List<Argument> items) implements Argument {
      /** Copies the list. */
      public Items {
        items = List.copyOf(items);
      }
    }
  }

  /** Copies the settings, sorted by name. */
  public Call {
    arguments = Collections.unmodifiableMap(new TreeMap<>(arguments));
  }
}
