package io.schedulec.bind;

import io.schedulec.schedule.Firings;
import io.schedulec.schedule.Instance;

/**
 * An instance under one of the policies that schedule it.
 *
 * @param instance what acts
 * @param policy when, and with which settings
 */
public record Act(Instance instance, BoundPolicy policy) {

  /** The name of the instance. */
  public String name() {
    return instance.name().value();
  }

  /** The epochs of the run in which it acts. */
  public Firings firings() {
    return policy.firings();
  }
}
