package io.schedulec.plan;

import java.util.List;

/**
 * Steps that happen in the same epochs.
 *
 * @param epochs the epochs, ascending, each once, at least one
 * @param steps what happens in each of them, in this order; at least one
 */
public record Block(List<Integer> epochs, List<Step> steps) {
  /** Copies the lists. */
  public Block {
    epochs = List.copyOf(epochs);
    steps = List.copyOf(steps);
  }
}
