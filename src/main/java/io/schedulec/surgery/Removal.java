package io.schedulec.surgery;

import io.schedulec.channel.CoupledGroup;
import java.util.List;

/**
 * Channels of one group that go.
 *
 * @param group the group, as it is in the model file
 * @param channels their numbers in the group, ascending
 */
public record Removal(CoupledGroup group, List<Integer> channels) {
  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if the channels are not ascending numbers of the group
   */
  public Removal {
    channels = List.copyOf(channels);
    int last = -1;
    for (int channel : channels) {
      if (channel <= last || channel >= group.size()) {
        throw new IllegalArgumentException(
            "channel " + channel + " after " + last + " in a group of " + group.size());
      }
      last = channel;
    }
  }
}
