package io.schedulec.kernel;

import java.util.List;

/**
 * What one thinning removed from one group.
 *
 * @param epoch the epoch
 * @param group the group's name in the plan
 * @param channels the channels that went, ascending, numbered as in the model file; none where no
 *     mask has zeroed any
 */
public record Thinning(int epoch, String group, List<Integer> channels) {
  /** Copies the list. */
  public Thinning {
    channels = List.copyOf(channels);
  }
}
