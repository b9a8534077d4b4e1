package io.schedulec.bind;

import io.schedulec.schedule.Firings;
import io.schedulec.schedule.Instance;

/**
 * An instance under one of the policies that schedule it.
 *
 * @param instance what acts
 * @param policy when, and with which settings
 * @param firings the epochs of the run in which it acts
 */
public record Act(Instance instance, BoundPolicy policy, Firings firings) {

  /** What acts, in the epochs of its policy. */
  Act(Instance instance, BoundPolicy policy) {
    this(instance, policy, policy.firings());
  }

  /** The name of the instance. */
  public String name() {
    return instance.name().value();
  }
}
