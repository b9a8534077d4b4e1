package io.schedulec.plan;

import java.util.List;

/**
 * Channels that are numbered alike and removed together.
 *
 * @param name what steps call it: the layer of its first writer, made unique
 * @param size number of channels of the model as exported
 * @param members every axis that takes part, in the order of the model
 * @param balances demands on counts
 */
public record Group(String name, int size, List<Member> members, List<Balance> balances) {
  /** Copies the lists. */
  public Group {
    members = List.copyOf(members);
    balances = List.copyOf(balances);
  }

  /**
   * A demand that as many channels go from each of several equal blocks.
   *
   * @param blocks number of blocks
   * @param tensor the parameter that imposes it
   * @param axis its axis
   */
  public record Balance(int blocks, String tensor, int axis) {}
}
