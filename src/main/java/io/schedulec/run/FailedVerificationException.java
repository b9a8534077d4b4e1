package io.schedulec.run;

/** The thinned model does not compute what it should; the message is one sentence for people. */
public final class FailedVerificationException extends RuntimeException {
  private static final long serialVersionUID = 1;

  FailedVerificationException(String message) {
    super(message);
  }
}
