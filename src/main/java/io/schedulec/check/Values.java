package io.schedulec.check;

import io.schedulec.schedule.Argument;
import io.schedulec.yaml.ScalarType;
import io.schedulec.yaml.YamlValue;

/** What keys are given. */
final class Values {
  private Values() {}

  /** Whether anything but {@code null} is written. */
  static boolean given(Argument argument) {
    YamlValue value = argument.value().resolved();
    boolean nothing =
        value instanceof YamlValue.Missing
            || (value instanceof YamlValue.Scalar scalar && scalar.type() == ScalarType.NULL);
    return !nothing;
  }
}
