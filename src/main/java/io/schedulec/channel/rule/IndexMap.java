package io.schedulec.channel.rule;

/** For each channel of one axis, the channel of another axis that lives and dies with it. */
public sealed interface IndexMap {
  /** The channel that channel {@code i} is tied to. */
  int apply(int i);

  /** A run of the other axis, as in a concatenation. */
  record Shift(int offset) implements IndexMap {
    @Override
    public int apply(int i) {
      return i + offset;
    }
  }

  /** As many neighbours for each channel of the other axis, as in a flattening. */
  record Block(int size) implements IndexMap {
    @Override
    public int apply(int i) {
      return i / size;
    }
  }

  /** The channels of the other axis over and over. */
  record Cycle(int size) implements IndexMap {
    @Override
    public int apply(int i) {
      return i % size;
    }
  }

  /** Any other map; {@code targets} is not copied. */
  @SuppressWarnings("ArrayRecordComponent") // never compared; a list would hold objects
  record Table(int[] targets) implements IndexMap {
    @Override
    public int apply(int i) {
      return targets[i];
    }
  }
}
