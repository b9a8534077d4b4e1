package io.schedulec.cli;

/** What the process says to the program that started it. */
final class ExitCode {
  /** Done, and nothing to complain about. */
  static final int OK = 0;

  /** Findings at or above the level that fails. */
  static final int FINDINGS = 1;

  /** The request cannot be carried out. */
  static final int REFUSED = 2;

  /** A bug in this program. */
  static final int BUG = 3;

  private ExitCode() {}
}
