package io.schedulec.kernel;

/** A step of a plan cannot be carried out with these weights; the message is one sentence. */
public final class KernelException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int epoch;
  private final int block;
  private final int step;

  KernelException(String sentence, Occurrence where) {
    super("epoch " + where.epoch() + ", " + where.place() + ": " + sentence);
    epoch = where.epoch();
    block = where.block();
    step = where.step();
  }

  /** The epoch in which it was to happen. */
  public int epoch() {
    return epoch;
  }

  /** The block of the plan, counted from 0. */
  public int block() {
    return block;
  }

  /** The step in its block, counted from 0. */
  public int step() {
    return step;
  }
}
