package io.schedulec.diagnostic.render;

import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The pages that explain kinds of findings, one Markdown file a kind, named by its code. */
public final class Pages {
  private static final List<String> RANGES =
      List.of(
          "file and YAML",
          "names",
          "channels and chains",
          "time and schedule semantics",
          "values and types",
          "plan and run");
  private static final int INDENT = 10;

  private Pages() {}

  /** The page of a kind as it was written, if there is one. */
  public static Optional<String> text(DiagnosticKind kind) {
    try (InputStream in = DiagnosticKind.class.getResourceAsStream(kind.code() + ".md")) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The examples on the page of a kind, in order; none when there is no page. */
  public static List<Example> examples(DiagnosticKind kind) {
    return Example.of(PageParser.parse(text(kind).orElse("")));
  }

  /** The page of a kind laid out for a terminal, if there is one. */
  public static Optional<String> render(DiagnosticKind kind, RenderOptions options) {
    return text(kind).map(text -> PageText.of(kind, PageParser.parse(text), options));
  }

  /** The page of a word that is no kind of finding, laid out for a terminal. */
  public static String render(String word, String title, String text, RenderOptions options) {
    return PageText.of(word, title, PageParser.parse(text), options);
  }

  /** Words that have a page, under a heading, with what each stands for. */
  public static String overview(String heading, Map<String, String> titles, RenderOptions options) {
    Sheet sheet = new Sheet(options.colour(), Severity.INFO);
    sheet.line(new Line().add(heading, Ink.STRONG));
    int names = 0;
    for (String word : titles.keySet()) {
      names = Math.max(names, word.length());
    }
    for (Map.Entry<String, String> entry : titles.entrySet()) {
      Line line = new Line().add("  " + Rows.left(entry.getKey(), names) + "  ");
      row(sheet, line, entry.getValue(), options);
    }
    return sheet.toString();
  }

  /** Every kind in one line, under the headings of the ranges of codes. */
  public static String overview(RenderOptions options) {
    Sheet sheet = new Sheet(options.colour(), Severity.ERROR);
    int names = 0;
    for (DiagnosticKind kind : DiagnosticKind.values()) {
      names = Math.max(names, kind.slug().length());
    }
    char range = ' ';
    for (DiagnosticKind kind : DiagnosticKind.values()) {
      char next = kind.code().charAt(2);
      if (next != range) {
        range = next;
        sheet.blank();
        sheet.line(new Line().add("SC" + range + "xx " + RANGES.get(range - '0'), Ink.STRONG));
      }
      row(sheet, kind, names, options);
    }
    return sheet.toString();
  }

  private static void row(Sheet sheet, DiagnosticKind kind, int names, RenderOptions options) {
    Line line = new Line().add("  " + kind.code() + "  ", Ink.SECONDARY);
    line.add(Rows.left(kind.slug(), names) + "  ");
    line.add(Rows.left(kind.severity().word(), Severity.WARNING.word().length()) + "  ");
    row(sheet, line, kind.title(), options);
  }

  private static void row(Sheet sheet, Line start, String title, RenderOptions options) {
    Line line = start;
    int indent = line.width();
    if (options.width() - indent < options.width() / 3) {
      sheet.line(line);
      indent = INDENT;
      line = new Line();
    }
    for (String part : Wrapping.wrap(title, options.prose() - indent)) {
      sheet.line(line.pad(indent).add(part));
      line = new Line();
    }
  }
}
