package io.schedulec.graph.onnx;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.schedulec.graph.UnreadableModelException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What files are refused for. */
final class Refusals {
  private Refusals() {}

  /** The sentence that something is refused with. */
  static String of(ThrowingCallable call) {
    UnreadableModelException refusal = catchThrowableOfType(UnreadableModelException.class, call);
    return String.valueOf(refusal.getMessage());
  }
}
