package io.schedulec.diagnostic;

import java.util.Locale;

/** How bad a finding is, worst first. */
public enum Severity {
  ERROR,
  WARNING,
  INFO;

  /** The word that people and scripts read. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
