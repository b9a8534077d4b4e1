package io.schedulec.kernel;

/** Something cannot be done with these weights; whoever knows the step says where. */
final class Impossible extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The message is one sentence without a full stop. */
  Impossible(String sentence) {
    super(sentence);
  }
}
