package io.schedulec.bind;

/** What a schedule is meant to run on. */
public enum Target {
  /** Our own plan, which can split index lists at a concatenation. */
  PLAN,
  /** The original trainer, with its limits. */
  DISTILLER
}
