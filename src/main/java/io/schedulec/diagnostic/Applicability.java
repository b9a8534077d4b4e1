package io.schedulec.diagnostic;

import java.util.Locale;

/** How far an edit may be trusted without reading it. */
public enum Applicability {
  /** The schedule means the same afterwards, or what its author certainly meant. */
  SAFE,
  /** The schedule prunes something else afterwards; a person has to agree. */
  UNSAFE,
  /** Advice in words; there is nothing to apply. */
  NONE;

  /** The word that scripts read. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
