package io.schedulec.plan;

import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Edit;
import io.schedulec.diagnostic.Help;
import io.schedulec.grammar.PlanLexer;
import io.schedulec.source.Nearest;
import io.schedulec.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

/** Says what is wrong with a token that does not fit. */
final class Mistakes {
  private static final int DEEPEST = 64;
  private static final int LONGEST_SHOWN = 40;
  private static final Set<String> SELDOM =
      Set.of("`grouped`", "`each`", "`step`", "`width`", "`table`", "`at`", "`balance`");

  private final CommonTokenStream tokens;
  private final Problems problems;

  Mistakes(CommonTokenStream tokens, Problems problems) {
    this.tokens = tokens;
    this.problems = problems;
  }

  /** The place of a token; of the end, the place behind the last token. */
  Span span(Token token) {
    if (token.getType() != Token.EOF) {
      return new Span(token.getStartIndex(), token.getStopIndex() + 1);
    }
    int last = token.getTokenIndex() - 1;
    return last < 0 ? Span.at(0, 0) : Span.at(tokens.get(last).getStopIndex() + 1, 0);
  }

  boolean shallow() {
    int depth = 0;
    for (Token token : tokens.getTokens()) {
      String text = token.getType() == Token.EOF ? "" : token.getText();
      depth += text.equals("[") ? 1 : text.equals("]") ? -1 : 0;
      if (depth > DEEPEST) {
        String message = "lists nest deeper than " + DEEPEST + " times";
        problems.syntax(span(token), message, "one list too many");
        return false;
      }
    }
    return true;
  }

  /** A token where a group or a block should start. */
  void between(Token token) {
    String expected = "`group`, `epoch` or `epochs`";
    Diagnostic.Builder problem = problem(token, expected, "");
    keyword(token, List.of("group", "epoch", "epochs")).ifPresent(problem::help);
    problems.add(problem);
  }

  void report(RecognitionException mistake) {
    Token token = mistake.getOffendingToken();
    IntervalSet all = mistake.getExpectedTokens();
    Optional<Token> brace = open(token, all);
    if (brace.isPresent() && ends(token)) {
      problems.add(problem(token, "`}`", "").label(span(brace.get()), "opened here"));
      return;
    }
    IntervalSet possible = likely(all);
    String expected = Expectations.of(possible, mistake.getCtx());
    Diagnostic.Builder problem = problem(token, expected, Expectations.place(mistake.getCtx()));
    keyword(token, candidates(all, mistake)).ifPresent(problem::help);
    if (isWord(token) && possible.contains(PlanLexer.STRING)) {
      String shown = shown(token);
      problem.note("`" + shown + "` is a word of the language; as a name it is quoted");
    }
    problems.add(problem);
  }

  /** Whether a token shows that whatever is open should have been closed before. */
  private static boolean ends(Token token) {
    return token.getType() == Token.EOF
        || List.of("group", "epoch", "epochs").contains(token.getText());
  }

  /** What could stand at many places and is hardly what is missing at this one is left out. */
  private static IntervalSet likely(IntervalSet all) {
    IntervalSet likely = new IntervalSet();
    boolean member = all.size() == 2 && has(all, "`axis`");
    for (int token : all.toArray()) {
      String literal = Expectations.literal(token);
      if (!SELDOM.contains(literal) && !(member && literal.equals("`{`"))) {
        likely.add(token);
      }
    }
    return likely.isNil() ? all : likely;
  }

  private Diagnostic.Builder problem(Token token, String expected, String place) {
    String message =
        switch (token.getType()) {
          case PlanLexer.UNCLOSED -> "a quote that is not closed on its line";
          case PlanLexer.STRAY -> "the character " + character(token) + " is no part of a plan";
          default -> "expected " + expected + place + ", found " + found(token);
        };
    return Diagnostic.at(DiagnosticKind.PLAN_SYNTAX, span(token), message)
        .saying("expected " + expected);
  }

  private static String found(Token token) {
    return token.getType() == Token.EOF ? "the end of the file" : "`" + shown(token) + "`";
  }

  private static String shown(Token token) {
    String text = token.getText();
    return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN - 1) + "…";
  }

  private static String character(Token token) {
    char c = token.getText().charAt(0);
    boolean visible = c > ' ' && c < 0x7F;
    return visible ? "`" + c + "`" : String.format(Locale.ROOT, "U+%04X", (int) c);
  }

  private static boolean isWord(Token token) {
    return token.getType() != Token.EOF && Quoting.KEYWORDS.contains(token.getText());
  }

  private static boolean has(IntervalSet tokens, String literal) {
    return tokens.toList().stream().anyMatch(t -> Expectations.literal(t).equals(literal));
  }

  /** The words that could stand here, without signs. */
  private static List<String> candidates(IntervalSet possible, RecognitionException mistake) {
    List<String> words = new ArrayList<>();
    if (possible.contains(PlanLexer.WORD)) {
      words.addAll(Expectations.words(mistake.getCtx()));
    }
    for (int token : possible.toArray()) {
      String word = Expectations.literal(token).replace("`", "");
      if (Quoting.KEYWORDS.contains(word)) {
        words.add(word);
      }
    }
    return words;
  }

  private Optional<Help> keyword(Token token, List<String> candidates) {
    if (token.getType() != PlanLexer.WORD) {
      return Optional.empty();
    }
    return Nearest.of(token.getText(), candidates)
        .map(word -> Help.safe("write `" + word + "`", List.of(new Edit(span(token), word))));
  }

  /** The innermost brace that is still open where another was to close it. */
  private Optional<Token> open(Token at, IntervalSet possible) {
    if (!has(possible, "`}`")) {
      return Optional.empty();
    }
    int closed = 0;
    for (int i = at.getTokenIndex() - 1; i >= 0; i--) {
      String text = tokens.get(i).getText();
      closed += text.equals("}") ? 1 : text.equals("{") ? -1 : 0;
      if (closed < 0) {
        return Optional.of(tokens.get(i));
      }
    }
    return Optional.empty();
  }
}
