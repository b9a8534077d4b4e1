package io.schedulec.equivalence;

import java.util.Optional;

/** What has been found out of the removed channels of one group so far. */
final class Finding {
  private Dropped dropped = Dropped.ZERO;
  private EquivalenceClass equivalence = EquivalenceClass.EXACT;
  private Optional<String> where = Optional.empty();
  private double largest;

  /**
   * A reader of a channel.
   *
   * @param state the number that the channel is there, or NaN where it varies
   * @param own the class as far as this reader goes
   */
  void add(double state, EquivalenceClass own, String reader) {
    boolean varies = Double.isNaN(state);
    dropped = dropped.and(varies ? Dropped.VARYING : state == 0 ? Dropped.ZERO : Dropped.CONSTANT);
    largest = varies ? largest : Math.max(largest, Math.abs(state));
    if (own.compareTo(equivalence) > 0) {
      equivalence = own;
      where = Optional.of(reader);
    }
  }

  /** All of it. */
  Emission emission() {
    return new Emission(dropped, equivalence, where, largest);
  }
}
