package io.schedulec.channel;

import java.util.Locale;

/** What an axis of a parameter does with channels. */
public enum Role {
  /** Produces them: each index is a filter. */
  FILTERS,
  /** Consumes them. */
  CHANNELS,
  /** Is added to them. */
  BIAS,
  /** Normalises them: scale, shift, running statistics. */
  NORM,
  /** Anything else that is numbered like them, e.g. the slopes of a PRelu. */
  OTHER;

  /** The word that scripts read. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
