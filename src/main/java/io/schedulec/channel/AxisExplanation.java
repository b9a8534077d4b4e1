package io.schedulec.channel;

import java.util.List;

/**
 * Why the channels that an axis has in one group are as they are.
 *
 * @param member the axis
 * @param group the group
 * @param channels the indices of the axis that belong to the group
 * @param holdings the reasons why they cannot be removed, nearest first; empty when they can
 * @param couplings the axes of parameters they are coupled with, nearest first
 */
public record AxisExplanation(
    Member member,
    CoupledGroup group,
    IndexRanges channels,
    List<Holding> holdings,
    List<Coupling> couplings) {

  /** Copies the lists. */
  public AxisExplanation {
    holdings = List.copyOf(holdings);
    couplings = List.copyOf(couplings);
  }
}
