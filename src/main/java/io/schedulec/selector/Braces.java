package io.schedulec.selector;

import io.schedulec.grammar.SelectorParser;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;

/** Reads {@code {a,b}} and {@code {1..3}}. */
final class Braces {
  private static final int MOST = 1000;

  private Braces() {}

  static Expression read(SelectorParser.BracesContext tree) {
    List<Expression> choices = new ArrayList<>();
    for (SelectorParser.ChoiceContext choice : tree.choice()) {
      boolean range = choice.getChildCount() == 1 && choice.piece(0) != null;
      if (range && choice.piece(0).RANGE() != null) {
        range(choice.piece(0).RANGE().getSymbol(), choices);
      } else {
        choices.add(choice(choice));
      }
    }
    return new Expression.Choice(choices);
  }

  private static Expression choice(SelectorParser.ChoiceContext tree) {
    List<Expression> parts = new ArrayList<>();
    for (int i = 0; i < tree.getChildCount(); i++) {
      ParseTree child = tree.getChild(i);
      parts.add(
          child instanceof SelectorParser.PieceContext piece
              ? GlobReader.inside(piece)
              : Expression.text(child.getText()));
    }
    return new Expression.Sequence(parts);
  }

  private static void range(Token token, List<Expression> choices) {
    String text = token.getText();
    int dots = text.indexOf("..");
    String low = text.substring(0, dots);
    String high = text.substring(dots + 2);
    boolean numbers = low.length() < 10 && high.length() < 10;
    long count = numbers ? Long.parseLong(high) - Long.parseLong(low) + 1 : Long.MAX_VALUE;
    if (count <= 0) {
      throw at(token, "the range `" + text + "` counts down", "the smaller number comes first");
    }
    if (count > MOST) {
      throw at(
          token,
          "the range `" + shown(text) + "` has more than " + MOST + " numbers",
          "`*` stands for every number");
    }
    int width = low.startsWith("0") ? low.length() : 1;
    for (long number = Long.parseLong(low); number <= Long.parseLong(high); number++) {
      String digits = Long.toString(number);
      choices.add(Expression.text("0".repeat(Math.max(0, width - digits.length())) + digits));
    }
  }

  private static String shown(String text) {
    return text.length() > 24 ? text.substring(0, 23) + "…" : text;
  }

  private static Problem.Found at(Token token, String message, String label) {
    return Problem.at(token.getStartIndex(), token.getStopIndex() + 1, message, label);
  }
}
