package io.schedulec.lower;

import java.util.List;
import java.util.OptionalLong;

/**
 * The counts at some moment of a plan; empty ones are for the weights to decide.
 *
 * @param epoch the epoch after which it is; -1 before the first
 * @param params elements of the weights of convolutions and linear layers
 * @param allParams elements of everything that training changes
 * @param macs multiply-accumulates of convolutions and linear layers for one sample
 * @param nonzero those of {@code params} that no mask has made zero
 * @param tensors the weights of convolutions and linear layers in the order of the graph, then
 *     whatever else the plan masks
 */
public record Point(
    int epoch,
    OptionalLong params,
    OptionalLong allParams,
    OptionalLong macs,
    OptionalLong nonzero,
    List<TensorCount> tensors) {
  /** Copies the list. */
  public Point {
    tensors = List.copyOf(tensors);
  }
}
