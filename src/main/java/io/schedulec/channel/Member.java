package io.schedulec.channel;

import io.schedulec.graph.Parameter;
import java.util.List;

/**
 * An axis of a parameter that takes part in a group.
 *
 * @param parameter the parameter
 * @param axis axis of the stored tensor
 * @param role what the axis does with the channels
 * @param indices which indices of the axis go with each channel of the group
 * @param convInput whether indices are numbered over the input channels of a grouped convolution
 *     (index i is column {@code i mod (C/groups)} of the rows of group {@code i div (C/groups)})
 * @param depthwise whether the parameter is the weight of a depthwise convolution, whose filters
 *     follow its input and need never be listed
 */
public record Member(
    Parameter parameter,
    int axis,
    Role role,
    Indices indices,
    boolean convInput,
    boolean depthwise) {

  /** For each channel of a group, the indices of one axis that go with it. */
  public interface Indices {
    /** Whether channel i is index i alone, for every i. */
    boolean identity();

    /** The indices that go with a channel, ascending. */
    List<Integer> of(int channel);
  }

  /** Whether the axis produces channels that a schedule has to list. */
  public boolean writer() {
    return role == Role.FILTERS && !depthwise;
  }

  /** Whether the axis consumes channels. */
  public boolean reader() {
    return role == Role.CHANNELS;
  }
}
