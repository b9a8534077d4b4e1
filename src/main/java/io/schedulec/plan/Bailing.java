package io.schedulec.plan;

import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

/**
 * Leaves the rule that was asked for at the first token that does not fit, before any choice is
 * made, so that everything that was possible there is known. Whoever asked decides where to go on.
 */
final class Bailing extends DefaultErrorStrategy {

  /** Carries the first mistake out of a rule. */
  static final class Stopped extends RuntimeException {
    private final transient RecognitionException mistake;

    private Stopped(RecognitionException mistake) {
      super(mistake);
      this.mistake = mistake;
    }

    RecognitionException mistake() {
      return mistake;
    }
  }

  @Override
  public void reportError(Parser parser, RecognitionException mistake) {}

  @Override
  public void recover(Parser parser, RecognitionException mistake) {
    throw new Stopped(mistake);
  }

  @Override
  public Token recoverInline(Parser parser) {
    throw new Stopped(new InputMismatchException(parser));
  }

  @Override
  public void sync(Parser parser) {
    int next = parser.getInputStream().LA(1);
    IntervalSet here = parser.getATN().nextTokens(parser.getATN().states.get(parser.getState()));
    boolean fits =
        here.contains(next)
            || (here.contains(Token.EPSILON) && parser.getExpectedTokens().contains(next));
    if (!fits) {
      throw new InputMismatchException(parser);
    }
  }
}
