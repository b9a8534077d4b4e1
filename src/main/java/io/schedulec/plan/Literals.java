package io.schedulec.plan;

import io.schedulec.diagnostic.Edit;
import io.schedulec.diagnostic.Help;
import io.schedulec.grammar.PlanLexer;
import io.schedulec.grammar.PlanParser.NameContext;
import io.schedulec.grammar.PlanParser.NumberContext;
import io.schedulec.grammar.PlanParser.RangeContext;
import io.schedulec.source.Nearest;
import io.schedulec.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/**
 * Numbers, names and words as values. What is wrong with one is reported, and a value stands in.
 */
final class Literals {
  /** No training lasts so many epochs. */
  static final int LAST_EPOCH = 1_000_000;

  /** All ranges of a text together stand for no more numbers, so that short texts stay small. */
  private static final int MOST_IN_RANGES = 20_000_000;

  private final Problems problems;
  private int inRanges;

  Literals(Problems problems) {
    this.problems = problems;
  }

  static Span span(Token token) {
    return new Span(token.getStartIndex(), token.getStopIndex() + 1);
  }

  static Span span(ParserRuleContext context) {
    return span(context.getStart()).to(span(context.getStop()));
  }

  /** A count, index or size. */
  int whole(Token token) {
    return whole(token, Integer.MAX_VALUE);
  }

  /** An epoch. */
  int epoch(Token token) {
    return whole(token, LAST_EPOCH);
  }

  private int whole(Token token, int most) {
    String digits = token.getText();
    if (digits.startsWith("-")) {
      problems.syntax(span(token), "`" + digits + "` is below 0", "counted from 0");
      return 0;
    }
    long value = 0;
    for (int i = 0; i < digits.length() && value <= most; i++) {
      value = 10 * value + (digits.charAt(i) - '0');
    }
    if (value > most) {
      problems.syntax(span(token), "`" + shown(digits) + "` is too large", "at most " + most);
      return 0;
    }
    return (int) value;
  }

  private static String shown(String digits) {
    return digits.length() > 24 ? digits.substring(0, 20) + "…" : digits;
  }

  double number(NumberContext context) {
    String text = context.getText();
    return switch (text) {
      case "nan" -> Double.NaN;
      case "inf" -> Double.POSITIVE_INFINITY;
      case "-inf" -> Double.NEGATIVE_INFINITY;
      default -> finite(context, text);
    };
  }

  private double finite(NumberContext context, String text) {
    double value = Double.parseDouble(text);
    if (Double.isInfinite(value)) {
      String message = "`" + shown(text) + "` is too large for a double";
      problems.syntax(span(context), message, "at most " + Numerals.of(Double.MAX_VALUE));
    } else if (value == 0 && !zero(text)) {
      String message = "`" + shown(text) + "` is too small to tell from 0";
      problems.syntax(span(context), message, "at least " + Numerals.of(Double.MIN_VALUE));
    }
    return value;
  }

  private static boolean zero(String text) {
    for (int i = 0; i < text.length() && Character.toLowerCase(text.charAt(i)) != 'e'; i++) {
      if (text.charAt(i) >= '1' && text.charAt(i) <= '9') {
        return false;
      }
    }
    return true;
  }

  /** Indices, in the order in which they are written. */
  List<Integer> indices(List<RangeContext> ranges) {
    List<Integer> numbers = new ArrayList<>();
    for (RangeContext range : ranges) {
      range(range, Integer.MAX_VALUE, numbers);
    }
    return numbers;
  }

  /** Epochs, in the order in which they are written. */
  List<Integer> epochs(List<RangeContext> ranges) {
    List<Integer> numbers = new ArrayList<>();
    for (RangeContext range : ranges) {
      range(range, LAST_EPOCH, numbers);
    }
    return numbers;
  }

  private void range(RangeContext range, int most, List<Integer> into) {
    int first = whole(range.first, most);
    if (range.last == null) {
      into.add(first);
      return;
    }
    int last = whole(range.last, most);
    int step = range.by == null ? 1 : whole(range.by, most);
    if (sound(range, first, last, step)) {
      for (int i = 0; i <= (last - first) / step; i++) {
        into.add(first + i * step);
      }
    } else {
      into.add(first);
    }
  }

  private boolean sound(RangeContext range, int first, int last, int step) {
    if (step == 0) {
      problems.syntax(span(range.by), "a step of 0 goes nowhere", "at least 1");
      return false;
    }
    if (last < first) {
      String message = "`" + first + ".." + last + "` ends before it starts";
      problems.syntax(span(range), message, "holds no number");
      return false;
    }
    if ((last - first) % step != 0) {
      int reached = last - (last - first) % step;
      String message = "steps of " + step + " from " + first + " do not reach " + last;
      Help help = Help.safe("write `" + reached + "`", edit(range.last, reached));
      problems.syntax(span(range.last), message, "the last one is " + reached, help);
      return false;
    }
    return affordable(range, (last - first) / step);
  }

  private boolean affordable(RangeContext range, int more) {
    boolean before = inRanges <= MOST_IN_RANGES;
    inRanges = (int) Math.min(Integer.MAX_VALUE, (long) inRanges + more);
    if (before && inRanges > MOST_IN_RANGES) {
      String message = "the ranges up to here stand for over " + MOST_IN_RANGES + " numbers";
      problems.syntax(span(range), message, "too many");
    }
    return inRanges <= MOST_IN_RANGES;
  }

  private static List<Edit> edit(Token token, int number) {
    return List.of(new Edit(span(token), Integer.toString(number)));
  }

  String name(NameContext name) {
    Token token = name.getStart();
    return token.getType() == PlanLexer.STRING ? text(token) : token.getText();
  }

  /** The text between quotes. */
  String text(Token token) {
    String quoted = token.getText();
    StringBuilder out = new StringBuilder();
    int at = 1;
    while (at < quoted.length() - 1) {
      char c = quoted.charAt(at);
      int length = c == '\\' ? escape(token, quoted, at, out) : 1;
      if (c != '\\') {
        out.append(c);
      }
      at += length;
    }
    return out.toString();
  }

  /** Adds the character that an escape stands for, and answers the length of the escape. */
  private int escape(Token token, String quoted, int at, StringBuilder out) {
    char kind = quoted.charAt(at + 1);
    int simple = "\"\\nrt".indexOf(kind);
    if (simple >= 0) {
      out.append("\"\\\n\r\t".charAt(simple));
      return 2;
    }
    int code = kind == 'u' ? hexadecimal(quoted, at + 2) : -1;
    if (code >= 0) {
      out.append((char) code);
      return 6;
    }
    Span place = Span.at(token.getStartIndex() + at, 2);
    String message = "`\\" + kind + "` stands for no character";
    problems.syntax(place, message, "`\\\"`, `\\\\`, `\\n`, `\\r`, `\\t` or `\\u` and four digits");
    return 2;
  }

  private static int hexadecimal(String text, int from) {
    int code = 0;
    for (int i = from; i < from + 4; i++) {
      int digit = i < text.length() - 1 ? digit(text.charAt(i)) : -1;
      if (digit < 0) {
        return -1;
      }
      code = 16 * code + digit;
    }
    return code;
  }

  private static int digit(char c) {
    return c < 0x7F ? Character.digit(c, 16) : -1;
  }

  /** One of several values by its word; the first where there is no such word. */
  <T> T choice(Token token, List<T> values, Function<T, String> word) {
    String text = token.getText();
    for (T value : values) {
      if (word.apply(value).equals(text)) {
        return value;
      }
    }
    unknown(token, values.stream().map(word).toList());
    return values.get(0);
  }

  /** Reports a word that is none of some. */
  void unknown(Token token, List<String> words) {
    String choices = Expectations.either(words.stream().map(w -> "`" + w + "`").toList());
    String message = "expected " + choices + ", found `" + token.getText() + "`";
    Help[] helps =
        Nearest.of(token.getText(), words)
            .map(w -> Help.safe("write `" + w + "`", List.of(new Edit(span(token), w))))
            .stream()
            .toArray(Help[]::new);
    problems.syntax(span(token), message, "expected " + choices, helps);
  }

  /** A whole number that an amount is written with; a number that is none is reported. */
  int epoch(NumberContext context) {
    if (context.INT() != null) {
      return epoch(context.INT().getSymbol());
    }
    problems.syntax(span(context), "an epoch is a whole number", "expected a whole number");
    return 0;
  }
}
