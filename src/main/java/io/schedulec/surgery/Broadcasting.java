package io.schedulec.surgery;

import io.schedulec.graph.Value;

/** Operators on tensors that are aligned at the last axis and spread where one has size one. */
final class Broadcasting {
  private Broadcasting() {}

  /** Every input takes part. */
  static void follow(CutNode at) {
    Value out = at.out();
    Labels labels = new Labels(at);
    for (int place = 0; place < at.node().inputs().size(); place++) {
      if (at.node().input(place).isPresent()) {
        labels.operand(place, Labels.aligned(at, at.in(place), out));
      }
    }
    labels.result(out, Labels.plain(at.shape(out).rank()));
  }
}
