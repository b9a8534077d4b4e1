package io.schedulec.selector;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;

/**
 * Reads regular expressions: those that an automaton can follow, so nothing that looks back or
 * ahead.
 */
final class RegexReader {
  private static final int DEEPEST = 40;
  private static final int MOST_TIMES = 1000;

  private final String text;
  private final int offset;
  private int at;
  private int depth;

  private RegexReader(String text, int offset) {
    this.text = text;
    this.offset = offset;
  }

  static Pattern read(Token token) {
    int skipped = SelectorText.REGEX.length();
    String text = token.getText().substring(skipped);
    RegexReader reader = new RegexReader(text, token.getStartIndex() + skipped);
    Expression whole = reader.whole();
    try {
      return Pattern.regex(token.getText(), Program.of(whole));
    } catch (Program.TooLarge e) {
      throw reader.problem(
          0, text.length(), "a regular expression that is too large", "repeats too often");
    }
  }

  private Expression whole() {
    if (text.isBlank()) {
      throw Problem.at(
          offset - SelectorText.REGEX.length(),
          offset + text.length(),
          "a regular expression that says nothing",
          "expected an expression behind `re:`");
    }
    if (more('^')) {
      at++;
    }
    Expression whole = choice();
    if (at < text.length()) {
      throw problem(at, at + 1, "`)` closes nothing", "nothing is open here");
    }
    return whole;
  }

  private boolean more(char c) {
    return at < text.length() && text.charAt(at) == c;
  }

  private Expression choice() {
    List<Expression> choices = new ArrayList<>();
    choices.add(sequence());
    while (more('|')) {
      at++;
      choices.add(sequence());
    }
    return choices.size() == 1 ? choices.get(0) : new Expression.Choice(choices);
  }

  private Expression sequence() {
    List<Expression> parts = new ArrayList<>();
    while (at < text.length() && !more('|') && !more(')')) {
      if (more('$') && at == text.length() - 1) {
        at++;
      } else {
        parts.add(repeated(atom()));
      }
    }
    return new Expression.Sequence(parts);
  }

  private Expression atom() {
    char c = text.charAt(at);
    return switch (c) {
      case '(' -> group();
      case '[' -> new Expression.Chars(set());
      case '\\' -> new Expression.Chars(escape());
      case '.' -> one(new CharSet.Any());
      case '*', '+', '?', '{' ->
          throw problem(
              at, at + 1, "`" + c + "` has nothing to repeat", "expected a character first");
      case '^', '$' ->
          throw problem(at, at + 1, "`" + c + "` inside an expression", "names are matched whole");
      default -> one(new CharSet.One(c));
    };
  }

  private Expression one(CharSet set) {
    at++;
    return new Expression.Chars(set);
  }

  private Expression group() {
    int start = at;
    at++;
    if (text.startsWith("?:", at)) {
      at += 2;
    } else if (more('?')) {
      int end = Math.min(text.length(), at + 2);
      throw problem(start, end, unsupported(text.substring(start, end)), "use a plain group");
    }
    if (++depth > DEEPEST) {
      String message = "groups nest deeper than " + DEEPEST + " times";
      throw problem(start, start + 1, message, "one group too many");
    }
    Expression inner = choice();
    depth--;
    if (!more(')')) {
      throw problem(start, start + 1, "`(` is not closed", "opened here, never closed");
    }
    at++;
    return inner;
  }

  private static String unsupported(String what) {
    return "`" + what + "` is no part of the regular expressions that are matched here";
  }

  private Expression repeated(Expression atom) {
    if (!repeats()) {
      return atom;
    }
    Expression part = repeat(atom);
    if (more('?')) {
      // It asks for the shortest match, but names are matched whole.
      at++;
    }
    if (repeats()) {
      String sign = text.substring(at, at + 1);
      throw problem(at, at + 1, "`" + sign + "` behind another repetition", "one is enough");
    }
    return part;
  }

  private boolean repeats() {
    return at < text.length() && "*+?{".indexOf(text.charAt(at)) >= 0;
  }

  private Expression repeat(Expression part) {
    char c = text.charAt(at);
    if (c == '{') {
      return counted(part);
    }
    at++;
    return new Expression.Repeat(part, c == '+' ? 1 : 0, c == '?' ? 1 : -1);
  }

  private Expression counted(Expression part) {
    int start = at++;
    int least = number(start);
    int most = least;
    if (more(',')) {
      at++;
      most = more('}') ? -1 : number(start);
    }
    if (!more('}')) {
      throw problem(start, Math.min(text.length(), at + 1), "`{` is not closed", "as in `{2,3}`");
    }
    at++;
    if (most >= 0 && most < least) {
      String message = "the range `" + text.substring(start, at) + "` counts down";
      throw problem(start, at, message, "the smaller number comes first");
    }
    return new Expression.Repeat(part, least, most);
  }

  private int number(int start) {
    int number = 0;
    int from = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      number = Math.min(MOST_TIMES + 1, number * 10 + text.charAt(at) - '0');
      at++;
    }
    if (at == from) {
      throw problem(start, Math.min(text.length(), at + 1), "`{` needs a number", "as in `{2,3}`");
    }
    if (number > MOST_TIMES) {
      throw problem(from, at, "a repetition of more than " + MOST_TIMES + " times", "use `*`");
    }
    return number;
  }

  private CharSet escape() {
    if (at + 1 >= text.length()) {
      throw problem(at, at + 1, "`\\` has nothing behind it", "`\\\\` is a backslash");
    }
    char c = text.charAt(at + 1);
    at += 2;
    return switch (c) {
      case 'd' -> new CharSet.Ranges("09", false);
      case 'D' -> new CharSet.Ranges("09", true);
      case 'w' -> new CharSet.Ranges("azAZ09__", false);
      case 'W' -> new CharSet.Ranges("azAZ09__", true);
      case 's' -> new CharSet.Ranges("  \t\r", false);
      case 'S' -> new CharSet.Ranges("  \t\r", true);
      default -> {
        if (Character.isLetterOrDigit(c)) {
          throw problem(at - 2, at, unsupported("\\" + c), "no such escape");
        }
        yield new CharSet.One(c);
      }
    };
  }

  private CharSet set() {
    int start = at++;
    boolean negated = more('^');
    at += negated ? 1 : 0;
    StringBuilder bounds = new StringBuilder();
    while (at < text.length() && !(more(']') && bounds.length() > 0)) {
      bounds.append(member());
    }
    if (at >= text.length()) {
      throw problem(start, start + 1, "`[` is not closed", "opened here, never closed");
    }
    at++;
    return new CharSet.Ranges(bounds.toString(), negated);
  }

  /** The bounds of one member of a set: a character, a range of them, or a class. */
  private String member() {
    int start = at;
    if (more('\\')) {
      CharSet set = escape();
      if (set instanceof CharSet.Ranges ranges) {
        if (ranges.negated()) {
          throw problem(start, at, unsupported("[" + text.substring(start, at) + "]"), "use `[^`");
        }
        return ranges.bounds();
      }
    } else {
      at++;
    }
    char low = text.charAt(at - 1);
    boolean range = more('-') && at + 1 < text.length() && text.charAt(at + 1) != ']';
    if (!range) {
      return "" + low + low;
    }
    at++;
    at += more('\\') ? 1 : 0;
    if (at >= text.length()) {
      return "" + low + low;
    }
    char high = text.charAt(at++);
    if (high < low) {
      throw problem(start, at, "the range `" + text.substring(start, at) + "` counts down", "");
    }
    return "" + low + high;
  }

  private Problem.Found problem(int start, int end, String message, String label) {
    return Problem.at(offset + start, offset + end, message, label);
  }
}
