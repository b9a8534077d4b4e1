package io.schedulec.check;

import io.schedulec.catalog.Section;
import io.schedulec.schedule.Argument;
import io.schedulec.schedule.Instance;
import io.schedulec.yaml.ScalarType;
import io.schedulec.yaml.YamlValue;

/** Regularizers that also set masks. */
final class Thresholds {
  private Thresholds() {}

  /** Whether a regularizer zeroes what is below a threshold. */
  static boolean zeroes(Instance instance) {
    Argument criteria = instance.arguments().get("threshold_criteria");
    if (instance.section() != Section.REGULARIZERS || criteria == null) {
      return false;
    }
    YamlValue value = criteria.value().resolved();
    boolean nothing =
        value instanceof YamlValue.Missing
            || (value instanceof YamlValue.Scalar scalar && scalar.type() == ScalarType.NULL);
    return !nothing;
  }
}
