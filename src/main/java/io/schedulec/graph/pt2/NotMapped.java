package io.schedulec.graph.pt2;

/** A call that no standard operator stands for; it stays the call it is. */
final class NotMapped extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** For no reason that anybody is told. */
  NotMapped() {
    super("no standard operator does this", null, false, false);
  }
}
