package io.schedulec.analysis;

import java.util.Optional;

/**
 * Which findings are known and not shown.
 *
 * @param given the baseline that lists them for every schedule
 * @param configured whether it is, without that, the one that the configuration names
 */
public record KnownFindings(Optional<Baseline> given, boolean configured) {
  /** Those of the baseline that the configuration names. */
  public static final KnownFindings CONFIGURED = new KnownFindings(Optional.empty(), true);

  /** None. */
  public static final KnownFindings NONE = new KnownFindings(Optional.empty(), false);

  /** Those of a baseline. */
  public static KnownFindings of(Baseline baseline) {
    return new KnownFindings(Optional.of(baseline), false);
  }
}
