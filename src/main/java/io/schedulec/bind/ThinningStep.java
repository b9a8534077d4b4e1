package io.schedulec.bind;

import io.schedulec.schedule.Instance;

/**
 * One moment at which zeroed structures are removed.
 *
 * @param instance the extension that does it
 * @param policy the policy that schedules it
 * @param epoch the epoch
 * @param filters whether filters are removed
 * @param channels whether input channels are removed
 */
public record ThinningStep(
    Instance instance, BoundPolicy policy, int epoch, boolean filters, boolean channels) {

  /** Whether it removes structures of the given kind. */
  public boolean removes(Structure kind) {
    return kind == Structure.FILTERS ? filters : kind == Structure.CHANNELS && channels;
  }

  /** Whether a policy's firing in an epoch comes before this moment. */
  public boolean comesAfter(int firingEpoch, BoundPolicy firing) {
    return firingEpoch < turn(firing);
  }

  /** The first epoch whose firing of a policy comes after this moment. */
  public int turn(BoundPolicy firing) {
    return firing.index() < policy.index() ? epoch + 1 : epoch;
  }
}
