package io.schedulec.run;

import java.util.List;

/**
 * A parameter that became smaller.
 *
 * @param tensor its name
 * @param before its sizes before
 * @param after its sizes after
 */
public record ShapeChange(String tensor, List<Long> before, List<Long> after) {
  /** Copies the sizes. */
  public ShapeChange {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }
}
