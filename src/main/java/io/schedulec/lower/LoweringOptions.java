package io.schedulec.lower;

import io.schedulec.plan.DeadChannels;
import io.schedulec.plan.Rounding;

/**
 * What a plan depends on beside the schedule and the model.
 *
 * @param rounding how shares of structures become counts
 * @param dead what becomes of the constants that removed channels emit
 */
public record LoweringOptions(Rounding rounding, DeadChannels dead) {

  /** What the original trainer does. */
  public static final LoweringOptions DEFAULT =
      new LoweringOptions(new Rounding.Distiller(), DeadChannels.DROP);
}
