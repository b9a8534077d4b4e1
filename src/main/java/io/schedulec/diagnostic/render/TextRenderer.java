package io.schedulec.diagnostic.render;

import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.Edit;
import io.schedulec.diagnostic.Figure;
import io.schedulec.diagnostic.Help;
import io.schedulec.source.SourceFile;
import java.util.ArrayList;
import java.util.List;

/** Shows findings to people, with the source they are about. */
public final class TextRenderer {
  private final RenderOptions options;
  private final Glyphs glyphs;

  /** A renderer with the given layout. */
  public TextRenderer(RenderOptions options) {
    this.options = options;
    this.glyphs = Glyphs.of(options);
  }

  /** The finding as lines that end in {@code \n}, none wider than the width save for long names. */
  public String render(SourceFile file, Diagnostic diagnostic) {
    Sheet sheet = new Sheet(options.colour(), diagnostic.severity());
    Excerpt excerpt = Excerpt.of(file, diagnostic);
    Gutter gutter = new Gutter(glyphs, lastLine(file, diagnostic, excerpt));
    Margin margin = new Margin(glyphs, gutter, words(diagnostic));
    header(diagnostic, sheet);
    new Snippet(file, excerpt, gutter, options).write(diagnostic, sheet);
    figures(diagnostic, margin, sheet);
    int cause = prose("cause", diagnostic.cause(), margin, sheet);
    if (cause > 1 || (cause == 0 && prose(diagnostic.notes(), margin, sheet))) {
      separate(sheet);
    }
    helps(file, diagnostic, margin, gutter, sheet);
    if (cause > 0) {
      prose(diagnostic.notes(), margin, sheet);
    }
    more(diagnostic, margin, sheet);
    return sheet.toString();
  }

  private static int lastLine(SourceFile file, Diagnostic diagnostic, Excerpt excerpt) {
    int last = excerpt.rows().lastKey();
    for (Help help : diagnostic.helps()) {
      for (Edit edit : help.edits()) {
        last = Math.max(last, file.position(edit.span().end()).line());
      }
    }
    return last;
  }

  private static List<String> words(Diagnostic diagnostic) {
    List<String> words = new ArrayList<>(List.of("cause"));
    for (Figure figure : diagnostic.figures()) {
      words.add(FigureText.word(figure));
    }
    return words;
  }

  private void header(Diagnostic diagnostic, Sheet sheet) {
    String kind = diagnostic.kind().code() + " " + diagnostic.kind().slug();
    Line line = new Line().add(diagnostic.severity().word() + "[" + kind + "]", Ink.PRIMARY);
    line.add(": ", Ink.STRONG);
    int indent = line.width() > options.width() / 2 ? 4 : line.width();
    int room = options.prose() - indent;
    String message = glyphs.text(diagnostic.message());
    for (String part : Wrapping.wrap(message, options.prose() - line.width(), room)) {
      sheet.line(line.pad(indent).add(part, Ink.STRONG));
      line = new Line();
    }
  }

  private void figures(Diagnostic diagnostic, Margin margin, Sheet sheet) {
    for (Figure figure : diagnostic.figures()) {
      List<Line> lines = FigureText.of(figure, margin, options);
      sheet.lines(lines);
      if (lines.size() > 1) {
        separate(sheet);
      }
    }
  }

  private int prose(String word, String text, Margin margin, Sheet sheet) {
    return text.isEmpty() ? 0 : margin.prose(sheet, word, text, options.prose());
  }

  private boolean prose(List<String> notes, Margin margin, Sheet sheet) {
    for (String note : notes) {
      margin.prose(sheet, "note", note, options.prose());
    }
    return !notes.isEmpty();
  }

  private void helps(
      SourceFile file, Diagnostic diagnostic, Margin margin, Gutter gutter, Sheet sheet) {
    HelpText text = new HelpText(file, margin, gutter, options);
    for (Help help : diagnostic.helps()) {
      text.write(help, sheet);
    }
  }

  private void more(Diagnostic diagnostic, Margin margin, Sheet sheet) {
    List<String> commands = new ArrayList<>();
    commands.add("schedulec explain " + diagnostic.kind().code());
    for (String command : diagnostic.commands()) {
      if (!command.isBlank()) {
        commands.add(glyphs.text(command).strip());
      }
    }
    int column = margin.column("more");
    String separator = options.ascii() ? "; " : " · ";
    Line line = margin.start("more");
    for (int i = 0; i < commands.size(); i++) {
      String next = i > 0 && line.width() > column ? separator : "";
      if (i > 0 && line.width() + Columns.of(next + commands.get(i)) > options.prose()) {
        sheet.line(line);
        line = new Line().pad(column);
        next = "";
      }
      line.add(next + commands.get(i));
    }
    sheet.line(line);
  }

  /** ASCII parts have their own sign at the left and need no space between. */
  private void separate(Sheet sheet) {
    if (!options.ascii()) {
      sheet.blank();
    }
  }
}
