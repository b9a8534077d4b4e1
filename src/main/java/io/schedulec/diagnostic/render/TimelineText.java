package io.schedulec.diagnostic.render;

import io.schedulec.diagnostic.Figure.Timeline;
import java.util.ArrayList;
import java.util.List;

/** Firings on an axis of epochs, with as many epochs in a column as the width asks for. */
final class TimelineText {
  private static final String WORD = "epochs";
  private static final int TICK = 10;
  private static final int LONGEST_NAME = 24;
  private static final int LEAST_NAME = 12;
  private static final int[] STEPS = {1, 2, 5};

  private final Timeline figure;
  private final Glyphs glyphs;
  private final Margin margin;
  private final int longestName;
  private final int start;
  private final int room;
  private final int last;
  private final int origin;
  private final int scale;

  private TimelineText(Timeline figure, Margin margin, RenderOptions options) {
    this.figure = figure;
    this.glyphs = Glyphs.of(options);
    this.margin = margin;
    this.longestName = Math.max(LEAST_NAME, Math.min(LONGEST_NAME, options.width() / 4));
    int names = WORD.length() + (options.ascii() ? 1 : 0);
    int latest = 0;
    int earliest = Integer.MAX_VALUE;
    for (Timeline.Firings row : figure.rows()) {
      names = Math.max(names, Columns.of(name(row)));
      for (int epoch : row.epochs()) {
        latest = Math.max(latest, epoch);
        earliest = Math.min(earliest, epoch);
      }
      latest = Math.max(latest, row.end());
    }
    this.start = margin.words() + names + 2;
    this.room = options.width() - start;
    this.last = latest;
    this.origin = latest < room ? 0 : Math.max(0, Math.min(earliest, latest) / TICK * TICK);
    this.scale = scale(latest - origin, room);
  }

  /** The lines of a figure. */
  static List<Line> of(Timeline figure, Margin margin, RenderOptions options) {
    return new TimelineText(figure, margin, options).lines();
  }

  private static int scale(int epochs, int room) {
    for (int power = 1; ; power *= 10) {
      for (int step : STEPS) {
        if (epochs / (step * power) < room) {
          return step * power;
        }
      }
    }
  }

  private String name(Timeline.Firings row) {
    return Rows.name(glyphs.text(row.name()), longestName, glyphs);
  }

  private List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    lines.add(axis());
    int shown = Math.min(figure.rows().size(), Rows.MOST);
    for (Timeline.Firings row : figure.rows().subList(0, shown)) {
      lines.add(row(row));
    }
    if (shown < figure.rows().size()) {
      String more = glyphs.text("… " + (figure.rows().size() - shown) + " more");
      lines.add(new Line().pad(margin.words()).add(more));
    }
    if (!figure.clashes().isEmpty()) {
      clashes(lines);
    }
    if (scale > 1) {
      String text = "(one column is " + scale + " epochs)";
      lines.add(new Line().pad(start - Math.max(0, text.length() - room)).add(text));
    }
    return lines;
  }

  private Line axis() {
    Line line = margin.start(WORD);
    for (int column = 0; origin + column * scale <= last; column += TICK) {
      String label = Integer.toString(origin + column * scale);
      if (column + label.length() <= room) {
        line.pad(start + column).add(label);
      }
    }
    return line;
  }

  private Line row(Timeline.Firings row) {
    StringBuilder cells = new StringBuilder(" ".repeat(column(last) + 1));
    if (row.end() >= origin) {
      cells.setCharAt(column(row.end()), '·');
    }
    for (int epoch : row.epochs()) {
      cells.setCharAt(column(epoch), '■');
    }
    String shown = glyphs.text(cells.toString());
    return new Line().pad(margin.words()).add(name(row)).pad(start).add(shown);
  }

  private void clashes(List<Line> lines) {
    StringBuilder marks = new StringBuilder();
    for (int epoch : figure.clashes()) {
      int column = column(epoch);
      while (marks.length() <= column) {
        marks.append(' ');
      }
      marks.setCharAt(column, '^');
    }
    Line line = new Line().pad(start).add(marks.toString(), Ink.PRIMARY);
    int beside = room - marks.length() - 2;
    String list = list(Math.max(beside, room));
    if (Columns.of(list(beside)) <= beside) {
      lines.add(line.add("  " + list(beside)));
    } else {
      lines.add(line);
      lines.add(new Line().pad(start).add(list));
    }
  }

  /** The clashing epochs, cut in the middle when they take more than so many columns. */
  private String list(int columns) {
    List<Integer> epochs = figure.clashes();
    for (int ends = (epochs.size() + 1) / 2; ends > 1; ends--) {
      String list = list(epochs, ends);
      if (Columns.of(list) <= columns) {
        return list;
      }
    }
    return list(epochs, 1);
  }

  private String list(List<Integer> epochs, int ends) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < epochs.size(); i++) {
      if (i == ends && epochs.size() > 2 * ends) {
        out.append(glyphs.text("… "));
        i = epochs.size() - ends;
      }
      out.append(epochs.get(i)).append(' ');
    }
    return out.toString().stripTrailing();
  }

  private int column(int epoch) {
    return Math.max(0, Math.min(epoch, last) - origin) / scale;
  }
}
