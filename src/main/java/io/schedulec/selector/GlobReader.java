package io.schedulec.selector;

import io.schedulec.grammar.SelectorParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/** Makes a pattern of its pieces. */
final class GlobReader {
  private final List<SelectorParser.PieceContext> pieces;
  private final List<Expression> parts = new ArrayList<>();

  private GlobReader(List<SelectorParser.PieceContext> pieces) {
    this.pieces = pieces;
  }

  static Pattern read(SelectorParser.PatternContext tree) {
    String text = tree.getText();
    Optional<Wrap> wrap = Wrappers.first(text);
    List<SelectorParser.PieceContext> pieces = tree.piece();
    if (pieces.stream().allMatch(GlobReader::isText)) {
      return Pattern.name(text, Wrappers.without(text, true, true), wrap);
    }
    try {
      return Pattern.glob(text, Program.of(new GlobReader(pieces).expression()), wrap);
    } catch (Program.TooLarge e) {
      Token start = tree.getStart();
      String message = "a pattern that stands for too many names";
      throw Problem.at(
          start.getStartIndex(), tree.getStop().getStopIndex() + 1, message, "use `*` instead");
    }
  }

  private static boolean isText(SelectorParser.PieceContext piece) {
    return piece.TEXT() != null || piece.RANGE() != null;
  }

  private Expression expression() {
    boolean skipsStop = false;
    for (int i = 0; i < pieces.size(); i++) {
      SelectorParser.PieceContext piece = pieces.get(i);
      if (isText(piece)) {
        String text = Wrappers.without(piece.getText(), i == 0, i == pieces.size() - 1);
        parts.add(Expression.text(skipsStop ? text.substring(1) : text));
        skipsStop = false;
      } else {
        skipsStop = components(i);
        Expression sign = sign(piece);
        parts.add(skipsStop ? optional(sign) : sign);
      }
    }
    return new Expression.Sequence(parts);
  }

  /** Whether a piece stands for whole components, with the full stop behind the last of them. */
  private boolean components(int place) {
    boolean first = place == 0 || pieces.get(place - 1).getText().endsWith(".");
    boolean more = place + 1 < pieces.size() && pieces.get(place + 1).getText().startsWith(".");
    return pieces.get(place).getText().equals("**") && first && more;
  }

  /** {@code a.**.b} matches {@code a.b} too: several components can be none. */
  private static Expression optional(Expression components) {
    List<Expression> stopped = List.of(components, Expression.text("."));
    return new Expression.Repeat(new Expression.Sequence(stopped), 0, 1);
  }

  private static Expression sign(SelectorParser.PieceContext piece) {
    if (piece.braces() != null) {
      return Braces.read(piece.braces());
    }
    if (piece.CLASS() != null) {
      CharSet set = ClassReader.glob(piece.CLASS().getSymbol());
      return new Expression.Chars(new CharSet.Component(set));
    }
    return switch (piece.getText()) {
      case "**" -> Expression.many(new CharSet.Any());
      case "*" -> Expression.many(new CharSet.Inside());
      case "?" -> new Expression.Chars(new CharSet.Inside());
      default -> Expression.text(piece.getText());
    };
  }

  /** The pieces inside braces. */
  static Expression inside(SelectorParser.PieceContext piece) {
    return sign(piece);
  }
}
