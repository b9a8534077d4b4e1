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
    Optional<String> stdinFilename) {

  CheckRequest {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }

  /** How findings are written. */
  enum Format {
    TEXT,
    CONCISE,
    JSON
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
