package io.schedulec.diagnostic.render;

import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.Severity;
import io.schedulec.source.Position;
import io.schedulec.source.SourceFile;
import java.util.List;
import java.util.function.Predicate;

/** Writes findings as a report on tests, a suite for each file. */
public final class JunitRenderer {
  private final Predicate<Severity> fails;
  private final StringBuilder out = new StringBuilder();

  private JunitRenderer(Predicate<Severity> fails) {
    this.fails = fails;
  }

  /**
   * The findings of some files, ended by {@code \n}; a file without any is a test that passed.
   *
   * @param fails which findings are failures; the others are tests that passed and have something
   *     to say
   */
  public static String render(List<FileResult> files, Predicate<Severity> fails) {
    return new JunitRenderer(fails).render(files);
  }

  private String render(List<FileResult> files) {
    int tests = 0;
    int failures = 0;
    for (FileResult file : files) {
      tests += tests(file);
      failures += failures(file);
    }
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites");
    attribute("name", "schedulec");
    counts(tests, failures);
    out.append(">\n");
    for (FileResult file : files) {
      suite(file);
    }
    return out.append("</testsuites>\n").toString();
  }

  private void suite(FileResult file) {
    out.append("  <testsuite");
    attribute("name", file.source().path());
    counts(tests(file), failures(file));
    out.append(" time=\"0\">\n");
    for (Diagnostic diagnostic : file.diagnostics()) {
      test(file.source(), diagnostic);
    }
    if (file.diagnostics().isEmpty()) {
      out.append("    <testcase");
      attribute("name", "nothing found");
      attribute("classname", file.source().path());
      out.append(" time=\"0\"/>\n");
    }
    out.append("  </testsuite>\n");
  }

  private void test(SourceFile source, Diagnostic diagnostic) {
    Position at = source.position(diagnostic.primary().span().start());
    String place = at.line() + ":" + at.column();
    out.append("    <testcase");
    attribute("name", diagnostic.kind().code() + " " + diagnostic.kind().slug() + " at " + place);
    attribute("classname", source.path());
    out.append(" time=\"0\">\n");
    String text = new NarratedRenderer().render(source, diagnostic);
    if (fails.test(diagnostic.severity())) {
      out.append("      <failure");
      attribute("type", diagnostic.severity().word());
      attribute("message", diagnostic.message());
      out.append('>').append(escaped(text)).append("</failure>\n");
    } else {
      out.append("      <system-out>").append(escaped(text)).append("</system-out>\n");
    }
    out.append("    </testcase>\n");
  }

  private void counts(int tests, int failures) {
    attribute("tests", String.valueOf(tests));
    attribute("failures", String.valueOf(failures));
    attribute("errors", "0");
  }

  private static int tests(FileResult file) {
    return Math.max(1, file.diagnostics().size());
  }

  private int failures(FileResult file) {
    int failures = 0;
    for (Diagnostic diagnostic : file.diagnostics()) {
      failures += fails.test(diagnostic.severity()) ? 1 : 0;
    }
    return failures;
  }

  private void attribute(String name, String value) {
    out.append(' ').append(name).append("=\"").append(escaped(Glyphs.UNICODE.text(value)));
    out.append('"');
  }

  /** A text as XML can hold it; some characters it cannot, not even escaped. */
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        default -> escaped.appendCodePoint(allowed(c) ? c : 0xFFFD);
      }
      i += Character.charCount(c);
    }
    return escaped.toString();
  }

  private static boolean allowed(int c) {
    boolean control = c < ' ' && c != '\n' && c != '\t' && c != '\r';
    return !control && c != 0xFFFE && c != 0xFFFF && (c < 0xD800 || c > 0xDFFF);
  }
}
