package io.schedulec.graph.pt2;

import io.schedulec.graph.Value;
import org.jspecify.annotations.Nullable;

/**
 * A whole number, or a value that is one when the model runs.
 *
 * @param number the number; meaningless where there is a value
 * @param value the value, a scalar; null for a number
 */
record Size(long number, @Nullable Value value) {

  /** A number. */
  static Size of(long number) {
    return new Size(number, null);
  }

  /** A number that is computed. */
  static Size of(Value value) {
    return new Size(0, value);
  }
}
