package io.schedulec.bind;

/** What a pruner removes at a time. */
public enum Structure {
  /** Whole filters; the tensor is pruned as a writer of channels. */
  FILTERS("filters"),
  /** All that reads one input channel; the tensor is pruned as a reader of channels. */
  CHANNELS("channels"),
  /** Small blocks inside a tensor; no channel goes. */
  BLOCKS("blocks"),
  /** Single elements; no channel goes. */
  ELEMENTS("elements");

  private final String plural;

  Structure(String plural) {
    this.plural = plural;
  }

  /** The word for several of them. */
  public String plural() {
    return plural;
  }

  /** Whether channels go. */
  public boolean wholeChannels() {
    return this == FILTERS || this == CHANNELS;
  }
}
