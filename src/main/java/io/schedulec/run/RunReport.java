package io.schedulec.run;

import io.schedulec.kernel.MaskReport;
import java.util.List;
import java.util.OptionalInt;

/**
 * All there is to say of a run.
 *
 * @param plan the file name of the plan or schedule that was run
 * @param input the file name of the model
 * @param output the file name of the new model
 * @param until the last epoch that was asked for
 * @param seed what random numbers started from
 * @param points the moments at which channels were removed, in order
 * @param before what the model cost
 * @param after what the new model costs
 * @param masks what every mask did, in order
 * @param notes what a reader should know, one sentence each
 */
public record RunReport(
    String plan,
    String input,
    String output,
    OptionalInt until,
    long seed,
    List<Point> points,
    Totals before,
    Totals after,
    List<MaskReport> masks,
    List<String> notes) {

  /** Copies the lists. */
  public RunReport {
    points = List.copyOf(points);
    masks = List.copyOf(masks);
    notes = List.copyOf(notes);
  }
}
