package io.schedulec.plan;

import java.util.Locale;

/** What becomes of the constants that removed channels emit. */
public enum DeadChannels {
  /** They are dropped: the readers see zero in their place. */
  DROP,
  /** They are added to the readers' biases where that is exact. */
  FOLD;

  /** The word for it in a plan. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
