package io.schedulec.lower;

import io.schedulec.plan.Member;

/**
 * An axis of a tensor.
 *
 * @param tensor the parameter
 * @param axis axis of the stored tensor
 * @param convInput whether its indices are numbered over the input channels of a grouped
 *     convolution
 */
record Axis(String tensor, int axis, boolean convInput) {

  static Axis of(Member member) {
    return new Axis(member.tensor(), member.axis(), member.convInput());
  }
}
