package io.schedulec.surgery;

import io.schedulec.graph.Value;
import java.util.Optional;

/** Operators on tensors that are aligned at the last axis and spread where one has size one. */
final class Broadcasting {
  private Broadcasting() {}

  /** Every input takes part. */
  static void follow(CutNode at) {
    Value out = at.out();
    Labels labels = new Labels(at);
    for (Optional<Value> operand : at.node().inputs()) {
      if (operand.isPresent()) {
        labels.operand(operand.get(), Labels.aligned(at, operand.get(), out));
      }
    }
    labels.result(out, Labels.plain(at.shape(out).rank()));
  }
}
