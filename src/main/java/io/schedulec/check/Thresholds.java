package io.schedulec.check;

import io.schedulec.catalog.Section;
import io.schedulec.schedule.Argument;
import io.schedulec.schedule.Instance;

/** Regularizers that also set masks. */
final class Thresholds {
  private Thresholds() {}

  /** Whether a regularizer zeroes what is below a threshold. */
  static boolean zeroes(Instance instance) {
    Argument criteria = instance.arguments().get("threshold_criteria");
    return instance.section() == Section.REGULARIZERS && criteria != null && Values.given(criteria);
  }
}
