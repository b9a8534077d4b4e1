package io.schedulec.diagnostic;

import java.util.ArrayList;
import java.util.List;

/** Figures in words. */
final class FigureSentences {
  private FigureSentences() {}

  static List<String> of(Figure.Joins figure) {
    List<String> lines = new ArrayList<>();
    List<Figure.Joins.Joined> rows = figure.rows();
    for (int i = 1; i < rows.size(); i++) {
      Figure.Joins.Joined row = rows.get(i);
      String join = row.join().isEmpty() ? "" : row.join() + " ";
      lines.add(rows.get(i - 1).layer() + " -> " + join + "<- " + row.layer());
    }
    return lines;
  }

  static List<String> of(Figure.Chains figure) {
    List<String> lines = new ArrayList<>();
    for (Figure.Chains.Chain chain : figure.chains()) {
      List<String> names = chain.layers().stream().map(Figure.Chains.Layer::name).toList();
      String tied = chain.tiedAt().isEmpty() ? "" : ", tied at " + chain.tiedAt();
      lines.add(
          chain.name()
              + ", "
              + chain.size()
              + " "
              + chain.unit()
              + ": "
              + String.join(", ", names)
              + tied);
    }
    return lines;
  }

  static List<String> of(Figure.Sources figure) {
    List<String> lines = new ArrayList<>();
    String via = figure.operator().isEmpty() ? "" : figure.operator() + " ";
    for (Figure.Sources.Source source : figure.sources()) {
      String range = "[" + source.from() + ".." + source.to() + "]";
      lines.add(figure.layer() + " <- " + via + "<- " + source.layer() + " " + range);
    }
    return lines;
  }

  static List<String> of(Figure.Timeline figure) {
    List<String> lines = new ArrayList<>();
    for (Figure.Timeline.Firings row : figure.rows()) {
      lines.add(row.name() + ": epochs " + row.epochs());
    }
    return lines;
  }
}
