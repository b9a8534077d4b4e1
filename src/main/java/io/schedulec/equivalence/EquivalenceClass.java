package io.schedulec.equivalence;

/** How the model without some channels compares with the masked model; best first. */
public enum EquivalenceClass {
  /** At every reader each channel is zero, or the reader's weights for it are. */
  EXACT("exact"),
  /** The same once the constants that channels emit have been added to the readers' biases. */
  EXACT_AFTER_FOLD("exact-after-fold"),
  /** Anything else. */
  APPROXIMATE("approximate");

  private final String word;

  EquivalenceClass(String word) {
    this.word = word;
  }

  /** The word that reports have. */
  public String word() {
    return word;
  }
}
