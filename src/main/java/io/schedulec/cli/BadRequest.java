package io.schedulec.cli;

/** A request that cannot be carried out; the message is all that its author gets to read. */
final class BadRequest extends Exception {
  private static final long serialVersionUID = 1;

  /** Takes one sentence, lower case and without full stop. */
  BadRequest(String message) {
    super(message);
  }
}
