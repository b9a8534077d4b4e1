package io.schedulec.bind;

import io.schedulec.schedule.Firings;
import io.schedulec.schedule.Policy;
import io.schedulec.schedule.Timing;
import io.schedulec.source.Span;
import java.util.OptionalInt;

/**
 * A policy whose target and timing are both known.
 *
 * @param policy the policy
 * @param timing when it fires
 * @param epochs the length of the training run, if that is known
 */
public record BoundPolicy(Policy policy, Timing timing, OptionalInt epochs) {

  /** Its place among the policies of the file. */
  public int index() {
    return policy.index();
  }

  /** Where it stands. */
  public Span span() {
    return policy.span();
  }

  /** Where it names its target. */
  public Span referenceSpan() {
    return policy.referenceSpan();
  }

  /** Where it says when it fires. */
  public Span timingSpan() {
    return timing.span();
  }

  /** The epochs of the run in which it fires. */
  public Firings firings() {
    Firings all = timing.firings();
    return epochs.isPresent() ? all.until(epochs.getAsInt()) : all;
  }
}
