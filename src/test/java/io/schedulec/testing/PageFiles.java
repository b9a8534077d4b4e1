package io.schedulec.testing;

import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.render.ConciseRenderer;
import io.schedulec.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The pages of findings as files, in which the output of the bad example is written. */
public final class PageFiles {
  private static final Path FOLDER = Path.of("src/main/resources/io/schedulec/diagnostic");
  private static final String OPEN = "```text output\n";
  private static final String FENCE = "\n```\n";

  private PageFiles() {}

  /** Checks that a page shows what is found in its bad example, right below it. */
  public static void checkOutput(DiagnosticKind kind, SourceFile bad, List<Diagnostic> found) {
    Path file = FOLDER.resolve(kind.code() + ".md");
    StringBuilder output = new StringBuilder();
    found.forEach(d -> output.append(new ConciseRenderer(false).render(bad, d)));
    Golden.check(file, with(read(file), output.toString()));
  }

  private static String with(String page, String output) {
    int bad = Math.max(page.indexOf("\n```yaml bad"), page.indexOf("\n```plan bad")) + 1;
    int end = page.indexOf(FENCE, bad) + FENCE.length();
    String rest = page.substring(end).stripLeading();
    if (rest.startsWith(OPEN)) {
      rest = rest.substring(rest.indexOf(FENCE) + FENCE.length()).stripLeading();
    }
    return page.substring(0, end) + "\n" + OPEN + output + "```\n\n" + rest;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
