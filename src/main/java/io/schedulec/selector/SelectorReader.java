package io.schedulec.selector;

import io.schedulec.grammar.SelectorLexer;
import io.schedulec.grammar.SelectorParser;
import java.nio.CharBuffer;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CodePointBuffer;
import org.antlr.v4.runtime.CodePointCharStream;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/** Reads the text of selectors. */
public final class SelectorReader {
  private static final int LONGEST = 4000;

  private SelectorReader() {}

  /** What a text says. Never throws for what the text holds. */
  public static Parsed read(String text) {
    try {
      if (text.length() > LONGEST) {
        String message = "a selector of " + text.length() + " characters";
        throw Problem.at(0, text.length(), message, "more than " + LONGEST + " are not read");
      }
      return Parsed.of(tree(text));
    } catch (Problem.Found found) {
      return Parsed.failed(found.problem());
    }
  }

  private static Selector tree(String text) {
    SelectorLexer lexer = new SelectorLexer(characters(text));
    lexer.removeErrorListeners();
    CommonTokenStream tokens = new CommonTokenStream(lexer);
    tokens.fill();
    Mistakes mistakes = new Mistakes(text, tokens.getTokens());
    mistakes.checkDepth();
    SelectorParser parser = new SelectorParser(tokens);
    parser.removeErrorListeners();
    parser.setErrorHandler(new BailErrorStrategy());
    parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
    try {
      return new TreeReader(mistakes).read(parser.selector());
    } catch (ParseCancellationException e) {
      if (e.getCause() instanceof RecognitionException mistake) {
        throw mistakes.at(mistake.getOffendingToken());
      }
      throw e;
    }
  }

  /** Characters are code units here, as everywhere where there are spans. */
  private static CodePointCharStream characters(String text) {
    CharBuffer units = CharBuffer.wrap(text.toCharArray());
    return CodePointCharStream.fromBuffer(CodePointBuffer.withChars(units));
  }
}
