package io.schedulec.run;

/** A run that cannot be carried out; the message is one sentence for people. */
public final class UnrunnableException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Takes one sentence, lower case and without full stop. */
  public UnrunnableException(String message) {
    super(message);
  }
}
