package io.schedulec.surgery;

/** What a cut would leave of a value has no shape, though what is made of it later may have one. */
final class NoBlockException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final CannotCutException refusal;

  /** Why channels cannot be cut, unless the value can be avoided. */
  NoBlockException(CannotCutException cause) {
    super(cause);
    this.refusal = cause;
  }

  /** Why channels cannot be cut if the value cannot be avoided. */
  CannotCutException refusal() {
    return refusal;
  }
}
