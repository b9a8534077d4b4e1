package io.schedulec.diagnostic.render;

import io.schedulec.diagnostic.Figure;
import java.util.ArrayList;
import java.util.List;

/** Figures as lines, with their word in the margin. */
final class FigureText {
  private static final String GRAPH = "graph";
  private static final int INDENT = 6;

  private final Margin margin;
  private final RenderOptions options;
  private final Glyphs glyphs;

  private FigureText(Margin margin, RenderOptions options) {
    this.margin = margin;
    this.options = options;
    this.glyphs = Glyphs.of(options);
  }

  /** The word in the margin that has text beside it; empty when there is none. */
  static String word(Figure figure) {
    if (figure instanceof Figure.Lines lines) {
      return lines.title();
    }
    return figure instanceof Figure.Timeline ? "" : GRAPH;
  }

  /** The lines of a figure. */
  static List<Line> of(Figure figure, Margin margin, RenderOptions options) {
    return new FigureText(margin, options).lines(figure);
  }

  private List<Line> lines(Figure figure) {
    int room = options.width() - indent();
    if (figure instanceof Figure.Joins joins) {
      return graph(
          joins.caption(), JoinsText.of(joins, glyphs, room), legend(anyMissing(joins), "missing"));
    } else if (figure instanceof Figure.Chains chains) {
      return graph(
          chains.caption(), ChainsText.of(chains, glyphs, room), legend(true, "not listed"));
    } else if (figure instanceof Figure.Sources sources) {
      return graph(sources.caption(), SourcesText.of(sources, glyphs, room), "");
    } else if (figure instanceof Figure.Timeline timeline) {
      return TimelineText.of(timeline, margin, options);
    } else if (figure instanceof Figure.Lines plain) {
      return plain(plain);
    }
    throw new AssertionError(figure);
  }

  private int indent() {
    return glyphs == Glyphs.ASCII ? margin.column(GRAPH) : INDENT;
  }

  private static boolean anyMissing(Figure.Joins joins) {
    for (Figure.Joins.Joined row : joins.rows()) {
      if (!row.listed()) {
        return true;
      }
    }
    return false;
  }

  private List<Line> graph(String caption, List<String> drawing, String legend) {
    List<Line> lines = new ArrayList<>();
    Line line = margin.start(GRAPH);
    int column = margin.column(GRAPH);
    for (String part : Wrapping.wrap(glyphs.text(caption), options.prose() - column)) {
      lines.add(line.pad(column).add(part));
      line = new Line();
    }
    if (drawing.isEmpty()) {
      return lines;
    }
    space(lines);
    for (String row : drawing) {
      lines.add(new Line().pad(indent()).add(row));
    }
    if (!legend.isEmpty()) {
      space(lines);
      lines.addAll(Preformatted.lines(legend, indent(), options.width()));
    }
    return lines;
  }

  /** What the two marks mean; in ASCII in brackets, as no blank line sets it off from the rows. */
  private String legend(boolean hollow, String word) {
    return glyphs == Glyphs.ASCII
        ? "([x] listed in `weights`" + (hollow ? ", [ ] " + word : "") + ")"
        : "● listed in `weights`" + (hollow ? "    ○ " + word : "");
  }

  private void space(List<Line> lines) {
    if (glyphs == Glyphs.UNICODE) {
      lines.add(new Line());
    }
  }

  private List<Line> plain(Figure.Lines figure) {
    List<Line> lines = new ArrayList<>();
    int column = margin.column(figure.title());
    Line line = figure.title().isEmpty() ? new Line() : margin.start(figure.title());
    for (String text : figure.lines()) {
      for (String part : Preformatted.fit(glyphs.text(text), options.width() - column)) {
        lines.add(line.pad(column).add(part));
        line = new Line();
      }
    }
    return lines;
  }
}
