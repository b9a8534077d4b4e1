package io.schedulec.bind;

import io.schedulec.schedule.Policy;
import io.schedulec.schedule.Timing;
import io.schedulec.source.Span;

/**
 * A policy whose target and timing are both known.
 *
 * @param policy the policy
 * @param timing when it fires
 */
public record BoundPolicy(Policy policy, Timing timing) {

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

  /** The epochs in which it fires, ascending. */
  public int[] firings() {
    return timing.firings();
  }
}
