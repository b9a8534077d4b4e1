package io.schedulec.selector;

import io.schedulec.grammar.SelectorLexer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/** Says what is wrong with a token that does not fit. */
final class Mistakes {
  private static final int DEEPEST = 40;
  private static final int LONGEST_SHOWN = 30;
  private static final Set<String> OPERATORS = Set.of("|", "or", ",", "&", "and", "-", "!", "not");

  private final String text;
  private final List<Token> tokens;

  Mistakes(String text, List<Token> tokens) {
    this.text = text;
    this.tokens = tokens;
  }

  /** Brackets nest no deeper than is read. */
  void checkDepth() {
    int depth = 0;
    for (Token token : tokens) {
      depth += opens(token) ? 1 : closes(token) ? -1 : 0;
      if (depth > DEEPEST) {
        String message = "brackets nest deeper than " + DEEPEST + " times";
        throw at(token, message, "one bracket too many");
      }
    }
  }

  /** The problem with a token that does not fit. */
  Problem.Found at(Token token) {
    Optional<Token> open = open(token);
    if (token.getType() == Token.EOF && text.isBlank()) {
      return at(token, "a selector that says nothing", "expected a pattern or a function");
    }
    if (token.getType() == SelectorLexer.STRAY) {
      return stray(token);
    }
    if (follows(token)) {
      String before = before(token);
      String after = before.isEmpty() ? "" : " after `" + before + "`";
      String message = "expected a pattern or a function" + after + ", found " + found(token);
      return at(token, message, "expected a pattern");
    }
    if (open.isPresent() && (token.getType() == Token.EOF || closes(token))) {
      String message = "`" + open.get().getText() + "` is not closed";
      return at(open.get(), message, "opened here, never closed");
    }
    if (closes(token)) {
      String message = "`" + token.getText() + "` closes nothing";
      return at(token, message, "nothing is open here");
    }
    if (open.filter(t -> t.getText().equals("{")).isPresent()) {
      String message = "expected `,` or `}`, found " + found(token);
      return at(token, message, "cannot stand in braces");
    }
    return unjoined(token);
  }

  /** Two patterns without anything between them. */
  Problem.Found unjoined(Token token) {
    String message = "expected `&`, `|` or `-` before " + found(token);
    boolean minus = token.getText().startsWith("-") && token.getText().length() > 1;
    return at(token, message, minus ? "a minus has a blank behind it" : "what joins the two?");
  }

  private Problem.Found stray(Token token) {
    char c = token.getText().charAt(0);
    if (c == '[') {
      return at(token, "`[` is not closed", "opened here, never closed");
    }
    if (c == ']') {
      return at(token, "`]` closes nothing", "nothing is open here");
    }
    String shown =
        c > ' ' && c < 0x7F ? "`" + c + "`" : String.format(Locale.ROOT, "U+%04X", (int) c);
    return at(token, "the character " + shown + " is no part of a selector", "no part of it");
  }

  /** Whether something was to follow the token before. */
  private boolean follows(Token token) {
    String before = before(token);
    boolean braces = open(token).filter(t -> t.getText().equals("{")).isPresent();
    return !braces && (before.isEmpty() || before.equals("(") || OPERATORS.contains(before));
  }

  private String before(Token token) {
    int index = token.getTokenIndex() - 1;
    return index < 0 ? "" : tokens.get(index).getText();
  }

  /** The innermost bracket that is open at a token. */
  private Optional<Token> open(Token token) {
    Deque<Token> open = new ArrayDeque<>();
    for (Token other : tokens.subList(0, token.getTokenIndex())) {
      if (opens(other)) {
        open.push(other);
      } else if (closes(other)) {
        open.poll();
      }
    }
    return Optional.ofNullable(open.peek());
  }

  private static boolean opens(Token token) {
    return token.getText().equals("(") || token.getText().equals("{");
  }

  private static boolean closes(Token token) {
    return token.getText().equals(")") || token.getText().equals("}");
  }

  private static String found(Token token) {
    if (token.getType() == Token.EOF) {
      return "the end";
    }
    String text = token.getText();
    boolean cut = text.length() > LONGEST_SHOWN;
    return "`" + (cut ? text.substring(0, LONGEST_SHOWN - 1) + "…" : text) + "`";
  }

  private Problem.Found at(Token token, String message, String label) {
    boolean end = token.getType() == Token.EOF;
    int start = end ? text.length() : token.getStartIndex();
    return Problem.at(start, end ? start : token.getStopIndex() + 1, message, label);
  }
}
