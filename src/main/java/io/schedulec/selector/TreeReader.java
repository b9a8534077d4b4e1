package io.schedulec.selector;

import io.schedulec.grammar.SelectorParser;
import io.schedulec.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** Makes selectors of the tree that the parser leaves. */
final class TreeReader {
  private final Mistakes mistakes;

  TreeReader(Mistakes mistakes) {
    this.mistakes = mistakes;
  }

  Selector read(SelectorParser.SelectorContext tree) {
    return union(tree.union());
  }

  private Selector union(SelectorParser.UnionContext tree) {
    return either(tree, tree.intersection());
  }

  private Selector either(ParserRuleContext tree, List<SelectorParser.IntersectionContext> parts) {
    List<Selector> operands = new ArrayList<>();
    for (SelectorParser.IntersectionContext part : parts) {
      operands.add(intersection(part));
    }
    if (operands.size() == 1) {
      return operands.get(0);
    }
    for (Selector operand : operands) {
      if (operand instanceof Selector.Not not) {
        String message = "`not` beside `|` or a comma means all other weights";
        throw Problem.at(
            not.span().start(), not.span().end(), message, "write `not (a | b)`, or `- a` behind");
      }
    }
    return new Selector.Either(span(tree), operands);
  }

  private Selector intersection(SelectorParser.IntersectionContext tree) {
    List<Selector> operands = new ArrayList<>();
    operands.add(factor(tree.factor(0)));
    for (int i = 0; i < tree.operator().size(); i++) {
      Selector factor = factor(tree.factor(i + 1));
      boolean minus = tree.operator(i).getText().equals("-");
      operands.add(minus ? new Selector.Not(factor.span(), factor) : factor);
    }
    return operands.size() == 1 ? operands.get(0) : new Selector.Both(span(tree), operands);
  }

  private Selector factor(SelectorParser.FactorContext tree) {
    Selector primary = primary(tree.primary());
    boolean negated = tree.negation().size() % 2 == 1;
    return negated ? new Selector.Not(span(tree), primary) : primary;
  }

  private Selector primary(SelectorParser.PrimaryContext tree) {
    if (tree.union() != null) {
      return union(tree.union());
    }
    if (tree.REGEX() != null) {
      Token token = tree.REGEX().getSymbol();
      return new Selector.Names(span(tree), RegexReader.read(token));
    }
    return tree.call() == null ? names(tree.pattern()) : call(tree);
  }

  private Selector names(SelectorParser.PatternContext tree) {
    checkWhole(tree, tree.getStart().getStartIndex());
    return new Selector.Names(span(tree), GlobReader.read(tree));
  }

  private Selector call(SelectorParser.PrimaryContext tree) {
    checkWhole(tree.pattern(), tree.pattern().getStart().getStartIndex());
    Token open = tree.call().getStart();
    if (open.getStartIndex() != tree.pattern().getStop().getStopIndex() + 1) {
      throw mistakes.unjoined(open);
    }
    List<Selector> arguments = new ArrayList<>();
    for (SelectorParser.ArgumentContext argument : tree.call().argument()) {
      arguments.add(either(argument, argument.intersection()));
    }
    return new Selector.Call(span(tree), tree.pattern().getText(), span(tree.pattern()), arguments);
  }

  /** A pattern holds no blanks. */
  private void checkWhole(SelectorParser.PatternContext tree, int start) {
    int at = start;
    for (SelectorParser.PieceContext piece : tree.piece()) {
      if (piece.getStart().getStartIndex() != at) {
        throw mistakes.unjoined(piece.getStart());
      }
      at = piece.getStop().getStopIndex() + 1;
    }
  }

  private static Span span(ParserRuleContext tree) {
    return new Span(tree.getStart().getStartIndex(), tree.getStop().getStopIndex() + 1);
  }
}
