package io.schedulec.kernel;

import io.schedulec.plan.Structures;
import java.util.OptionalLong;

/**
 * What one mask did to one tensor.
 *
 * @param epoch the epoch
 * @param block the block of the plan, counted from 0
 * @param step the step in its block, counted from 0
 * @param tensor the parameter
 * @param structures what was zeroed at a time
 * @param asked how many the plan asks for at the tensor's size; empty for a threshold
 * @param zeroed how many the mask holds: more than asked for where others rank equal; 0 where
 *     nothing happened
 * @param of how many the tensor had
 */
public record MaskReport(
    int epoch,
    int block,
    int step,
    String tensor,
    Structures structures,
    OptionalLong asked,
    long zeroed,
    long of) {

  /** Whether the mask holds another number than the plan asks for. */
  public boolean differs() {
    return asked.isPresent() && asked.getAsLong() != zeroed;
  }
}
