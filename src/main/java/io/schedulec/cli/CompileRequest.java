package io.schedulec.cli;

import io.schedulec.lower.LoweringOptions;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The options of {@code compile}, read.
 *
 * @param schedule the schedule, or {@code -} for standard input
 * @param model the model
 * @param output the file that the plan goes to; standard output if absent
 * @param stats how statistics are written to standard output; no statistics if absent
 * @param lowering what the plan depends on beside schedule and model
 * @param target what the schedule has to run in
 * @param epochs the length of the training run
 * @param color when to colour
 * @param ascii whether to stay within ASCII
 */
record CompileRequest(
    String schedule,
    Optional<String> model,
    Optional<String> output,
    Optional<Stats> stats,
    LoweringOptions lowering,
    CheckRequest.Target target,
    OptionalInt epochs,
    ColorChoice color,
    boolean ascii) {

  /** How statistics are written. */
  enum Stats {
    TABLE,
    JSON
  }
}
