package io.schedulec.channel;

import io.schedulec.graph.Parameter;

/** An axis of a parameter, and what has been stated of it. */
final class Slot {
  final Parameter parameter;
  final int axis;
  final int space;
  final boolean acrossGroups;
  Role role = Role.OTHER;
  boolean depthwise;
  int blocks;

  /**
   * A slot.
   *
   * @param space the space of its channels
   * @param acrossGroups whether it is numbered over the channels of all groups of a convolution
   */
  Slot(Parameter parameter, int axis, int space, boolean acrossGroups) {
    this.parameter = parameter;
    this.axis = axis;
    this.space = space;
    this.acrossGroups = acrossGroups;
  }

  /** A role stated later stands back behind an earlier one. */
  void state(Role stated) {
    if (role == Role.OTHER) {
      role = stated;
    }
  }
}
