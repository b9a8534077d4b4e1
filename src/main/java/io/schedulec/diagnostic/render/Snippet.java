package io.schedulec.diagnostic.render;

import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.source.Position;
import io.schedulec.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The part of the source that a finding is about, with its places marked. */
final class Snippet {
  private final SourceFile file;
  private final Excerpt excerpt;
  private final Gutter gutter;
  private final Glyphs glyphs;
  private final int room;

  Snippet(SourceFile file, Excerpt excerpt, Gutter gutter, RenderOptions options) {
    this.file = file;
    this.excerpt = excerpt;
    this.gutter = gutter;
    this.glyphs = Glyphs.of(options);
    this.room = options.width() - gutter.width();
  }

  /** Writes the place, the lines and what is marked on them. */
  void write(Diagnostic diagnostic, Sheet sheet) {
    Position at = file.position(diagnostic.primary().span().start());
    sheet.line(gutter.arrow(glyphs.text(file.path()) + ":" + at.line() + ":" + at.column()));
    sheet.line(gutter.row());
    int before = 0;
    for (Map.Entry<Integer, List<Piece>> row : excerpt.rows().entrySet()) {
      gap(sheet, before, row.getKey());
      sheet.lines(lines(row.getKey(), row.getValue()));
      before = row.getKey();
    }
    gap(sheet, before, Integer.MAX_VALUE);
    sheet.line(gutter.end());
  }

  private void gap(Sheet sheet, int before, int line) {
    int omitted = excerpt.omittedBetween(before, line);
    boolean edge = before == 0 || line == Integer.MAX_VALUE;
    if (omitted > 0) {
      String where = before == 0 ? "above)" : line == Integer.MAX_VALUE ? "below)" : "between)";
      sheet.line(gutter.gap("(and " + omitted + " more " + where));
    } else if (!edge && line > before + 1) {
      sheet.line(gutter.gap(""));
    }
  }

  private List<Line> lines(int number, List<Piece> pieces) {
    SourceLine line = SourceLine.of(file.line(number), glyphs);
    Window window = Window.of(line, pieces, room, glyphs);
    List<Line> lines = new ArrayList<>();
    lines.add(gutter.row(number).add(window.show(line)));
    lines.addAll(Underlines.of(Mark.of(pieces, line, window, glyphs), gutter, room, glyphs));
    return lines;
  }
}
