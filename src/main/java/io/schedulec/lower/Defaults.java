package io.schedulec.lower;

import io.schedulec.catalog.KeySpec;
import io.schedulec.schedule.Argument;
import io.schedulec.yaml.ScalarType;
import io.schedulec.yaml.YamlValue;
import java.util.Locale;
import java.util.Optional;

/** Whether a value only says what would hold without it. */
final class Defaults {
  private Defaults() {}

  /** Whether the value of a key is nothing, or the key's default. */
  static boolean is(KeySpec key, Argument argument) {
    YamlValue value = argument.value().resolved();
    return value instanceof YamlValue.Missing
        || (value instanceof YamlValue.Scalar scalar && is(key.defaultText(), scalar));
  }

  private static boolean is(String text, YamlValue.Scalar scalar) {
    if (scalar.type() == ScalarType.NULL) {
      return true;
    }
    Optional<Double> number = scalar.number();
    if (number.isPresent()) {
      return isNumber(text) && number.get() == Double.parseDouble(text);
    }
    Optional<Boolean> truth = scalar.truth();
    return truth.isPresent()
        ? truth.get().toString().equals(text.toLowerCase(Locale.ROOT))
        : scalar.text().equals(text);
  }

  /** Defaults are written in the catalog: digits, with a dot or without. */
  private static boolean isNumber(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.');
  }
}
