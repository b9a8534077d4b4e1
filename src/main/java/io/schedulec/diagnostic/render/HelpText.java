package io.schedulec.diagnostic.render;

import io.schedulec.diagnostic.Applicability;
import io.schedulec.diagnostic.Help;
import io.schedulec.source.SourceFile;
import java.util.ArrayList;
import java.util.List;

/** A help: what to do, what the lines become, and whether that may be done unread. */
final class HelpText {
  private static final String WORD = "help";
  private static final int MOST_ROWS = 12;

  private final SourceFile file;
  private final Margin margin;
  private final Gutter gutter;
  private final Glyphs glyphs;
  private final RenderOptions options;
  private String tag = "";

  HelpText(SourceFile file, Margin margin, Gutter gutter, RenderOptions options) {
    this.file = file;
    this.margin = margin;
    this.gutter = gutter;
    this.glyphs = Glyphs.of(options);
    this.options = options;
  }

  /** Writes a help. */
  void write(Help help, Sheet sheet) {
    tag = tag(help);
    Line line = margin.start(WORD);
    int column = margin.column(WORD);
    List<Line> lines = new ArrayList<>();
    for (String part : Wrapping.wrap(glyphs.text(help.text()), options.prose() - column)) {
      lines.add(line.pad(column).add(part));
      line = new Line();
    }
    tag(lines.get(lines.size() - 1));
    edits(help, lines);
    if (!tag.isEmpty()) {
      Line own = new Line();
      lines.add(own);
      tag(own);
    }
    extra(help, lines);
    sheet.lines(lines);
  }

  private String tag(Help help) {
    if (help.applicability() == Applicability.NONE) {
      return "";
    }
    String effect = help.effect().isEmpty() ? "" : ": " + glyphs.text(help.effect());
    return "[" + help.applicability().word() + " fix" + effect + "]";
  }

  /** Adds the tag at the right, once, to the first line that has room for it. */
  private void tag(Line line) {
    int column = Math.max(0, options.prose() - Columns.of(tag));
    if (!tag.isEmpty() && line.width() + 1 < Math.max(column, 2)) {
      line.pad(column).add(tag, Ink.STRONG);
      tag = "";
    }
  }

  private void edits(Help help, List<Line> lines) {
    List<Preview.Row> rows = Preview.of(file, help.edits());
    int half = MOST_ROWS / 2;
    for (int i = 0; i < rows.size(); i++) {
      if (rows.size() > MOST_ROWS && i == half) {
        int left = rows.size() - MOST_ROWS;
        lines.add(mark("", Ink.MARGIN).add(glyphs.text(" … " + left + " more lines")));
        i += left;
      }
      lines.add(row(rows.get(i)));
      if (i == 0) {
        tag(lines.get(lines.size() - 1));
      }
    }
  }

  private Line row(Preview.Row row) {
    Ink ink = row.mark() == '-' ? Ink.REMOVED : Ink.ADDED;
    boolean added = row.mark() == '+';
    int number = added ? row.number() + 1 : row.number();
    String shown = added && row.anchored() ? "" : Integer.toString(number);
    Line line = mark(shown + " " + row.mark(), ink).add(" ");
    SourceLine text = SourceLine.of(row.text(), glyphs);
    Window window = Window.of(text, List.of(), options.width() - line.width(), glyphs);
    return line.add(window.show(text), ink);
  }

  /** A line that starts with right-aligned text, its mark before the column of the help. */
  private Line mark(String text, Ink ink) {
    int end = glyphs == Glyphs.ASCII ? gutter.bar() + 1 : margin.column(WORD) - 1;
    return new Line().pad(end - text.length()).add(text, ink);
  }

  private void extra(Help help, List<Line> lines) {
    boolean apart = !help.lines().isEmpty() && !help.edits().isEmpty();
    if (apart) {
      lines.add(new Line());
    }
    int column = margin.column(WORD);
    for (String text : help.lines()) {
      lines.addAll(Preformatted.lines(glyphs.text(text), column, options.width()));
    }
    if (apart && glyphs == Glyphs.UNICODE) {
      lines.add(new Line());
    }
  }
}
