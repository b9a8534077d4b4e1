package io.schedulec.plan;

import io.schedulec.grammar.PlanLexer;
import io.schedulec.grammar.PlanParser;
import io.schedulec.source.SourceFile;
import java.nio.CharBuffer;
import java.util.Optional;
import java.util.function.Supplier;
import org.antlr.v4.runtime.CodePointBuffer;
import org.antlr.v4.runtime.CodePointCharStream;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;

/**
 * Splits a text into header, groups and blocks. What does not fit is reported once; reading goes on
 * at the next group or block that starts a line.
 */
final class PlanSyntax {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final CommonTokenStream tokens;
  private final PlanParser parser;
  private final Mistakes mistakes;

  PlanSyntax(SourceFile source, Problems problems) {
    PlanLexer lexer = new PlanLexer(characters(source.text()));
    lexer.removeErrorListeners();
    tokens = new CommonTokenStream(lexer);
    tokens.fill();
    parser = new PlanParser(tokens);
    parser.removeErrorListeners();
    parser.setErrorHandler(new Bailing());
    parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
    mistakes = new Mistakes(tokens, problems);
  }

  /** Characters are code units here, as everywhere where there are spans. */
  private static CodePointCharStream characters(String text) {
    CharBuffer units = CharBuffer.wrap(text.toCharArray());
    CodePointCharStream stream = CodePointCharStream.fromBuffer(CodePointBuffer.withChars(units));
    if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
      stream.seek(1);
    }
    return stream;
  }

  /** Whether brackets nest no deeper than is read. */
  boolean shallow() {
    return mistakes.shallow();
  }

  Optional<PlanParser.HeaderContext> header() {
    return attempt(parser::header);
  }

  /** What starts next. */
  enum Next {
    GROUP,
    BLOCK,
    END
  }

  /** Finds out what starts next, over whatever else may stand there. */
  Next next() {
    Token token = tokens.LT(1);
    Next next = kind(token);
    if (next == Next.END && token.getType() != Token.EOF) {
      mistakes.between(token);
      tokens.consume();
      skip();
      return kind(tokens.LT(1));
    }
    return next;
  }

  private static Next kind(Token token) {
    return switch (Expectations.literal(token.getType())) {
      case "`group`" -> Next.GROUP;
      case "`epoch`", "`epochs`" -> Next.BLOCK;
      default -> Next.END;
    };
  }

  Optional<PlanParser.GroupContext> group() {
    return attempt(parser::group);
  }

  Optional<PlanParser.BlockContext> block() {
    return attempt(parser::block);
  }

  private <T extends ParserRuleContext> Optional<T> attempt(Supplier<T> rule) {
    try {
      return Optional.of(rule.get());
    } catch (Bailing.Stopped e) {
      mistakes.report(e.mistake());
      skip();
      return Optional.empty();
    }
  }

  private void skip() {
    Token token = tokens.LT(1);
    while (token.getType() != Token.EOF && !(kind(token) != Next.END && startsLine(token))) {
      tokens.consume();
      token = tokens.LT(1);
    }
  }

  private boolean startsLine(Token token) {
    int before = token.getTokenIndex() - 1;
    return before < 0 || tokens.get(before).getLine() < token.getLine();
  }
}
