package io.schedulec.channel;

import java.util.List;

/**
 * A demand on how many channels go, not on which: as many from each block.
 *
 * @param blocks number of blocks
 * @param tensor a parameter that imposes it
 * @param axis its axis
 * @param channels the channels of the group in each block; empty where the blocks are equal runs of
 *     that axis
 */
public record Constraint(int blocks, String tensor, int axis, List<List<Integer>> channels) {
  /** Copies the list. */
  public Constraint {
    channels = List.copyOf(channels);
  }

  /** As many from each of some equal runs of an axis. */
  public Constraint(int blocks, String tensor, int axis) {
    this(blocks, tensor, axis, List.of());
  }
}
