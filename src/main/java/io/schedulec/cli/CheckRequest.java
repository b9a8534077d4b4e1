package io.schedulec.cli;

import io.schedulec.diagnostic.DiagnosticKind;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The options of {@code check}, read.
 *
 * @param inputs files, directories, or {@code -} for standard input, as they were written
 * @param onlySchedules whether files that are no schedules are passed over
 * @param model the model for every schedule
 * @param outputs what is written where; at most one goes to standard output, and there is one
 * @param kinds the kinds of finding that are shown and counted
 * @param failOn from which severity the exit code is 1
 * @param target what the schedule has to run in
 * @param epochs the length of the training run
 * @param color when to colour
 * @param ascii whether to stay within ASCII
 * @param stdinFilename how standard input is called in findings
 * @param fix whether safe fixes are written
 * @param unsafeFixes whether unsafe fixes count among the fixes
 * @param diff whether fixes are shown as changes instead of written
 * @param baseline the file that lists what is known
 * @param newBaseline the file that is to list what is found
 * @param jobs how many schedules are checked at once at most
 */
record CheckRequest(
    List<String> inputs,
    boolean onlySchedules,
    Optional<String> model,
    List<Output> outputs,
    Set<DiagnosticKind> kinds,
    FailOn failOn,
    Target target,
    OptionalInt epochs,
    ColorChoice color,
    boolean ascii,
    Optional<String> stdinFilename,
    boolean fix,
    boolean unsafeFixes,
    boolean diff,
    Optional<String> baseline,
    Optional<String> newBaseline,
    int jobs) {

  CheckRequest {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }

  /** Whether schedules are fixed, be it only to show how. */
  boolean fixes() {
    return fix || diff;
  }

  /** Whether standard output belongs to fixed text or changes, and findings go elsewhere. */
  boolean outputIsText() {
    return diff || (fix && inputs.contains("-"));
  }

  /** How findings are written. */
  enum Format {
    TEXT,
    CONCISE,
    NARRATED,
    JSON,
    SARIF,
    GITHUB,
    GITLAB,
    JUNIT;

    /** Whether it is read by programs, in one charset whatever the locale says. */
    boolean isForPrograms() {
      return this != TEXT && this != CONCISE && this != NARRATED;
    }
  }

  /**
   * One report.
   *
   * @param format how it is written
   * @param file where to; standard output if absent
   */
  record Output(Format format, Optional<String> file) {}

  /** What a schedule has to run in. */
  enum Target {
    PLAN,
    DISTILLER
  }
}
