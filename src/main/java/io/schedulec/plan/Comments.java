package io.schedulec.plan;

import java.util.List;
import java.util.Map;

/**
 * What a printed plan says beside its groups and steps: counts and schedule lines. No part of the
 * plan; the parser skips them.
 *
 * @param groups by group name
 * @param steps by block and place in the block
 */
public record Comments(Map<String, String> groups, List<List<String>> steps) {
  /** No comments at all. */
  public static final Comments NONE = new Comments(Map.of(), List.of());

  /** Copies the collections. */
  public Comments {
    groups = Map.copyOf(groups);
    steps = steps.stream().map(List::copyOf).toList();
  }

  /** What is said of a step; empty for nothing. */
  public String step(int block, int step) {
    return block < steps.size() && step < steps.get(block).size() ? steps.get(block).get(step) : "";
  }
}
