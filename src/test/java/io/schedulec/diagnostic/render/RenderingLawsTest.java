package io.schedulec.diagnostic.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.Edit;
import io.schedulec.diagnostic.Edits;
import io.schedulec.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

final class RenderingLawsTest {

  @Property
  void noLineIsWiderThanTheWidth(
      @ForAll long seed, @ForAll @IntRange(min = 40, max = 130) int width, @ForAll boolean ascii) {
    String text = text(new Findings(seed, false).next(), new RenderOptions(width, ascii, false));

    for (String line : Shown.lines(text)) {
      assertThat(Columns.of(line)).as(line).isLessThanOrEqualTo(width);
    }
  }

  @Property
  void noLineEndsInABlank(
      @ForAll long seed, @ForAll @IntRange(min = 40, max = 130) int width, @ForAll boolean ascii) {
    String text = text(new Findings(seed, false).next(), new RenderOptions(width, ascii, false));

    assertThat(text).endsWith("\n").doesNotEndWith("\n\n").doesNotContain(" \n", "\n\n\n");
  }

  @Property
  void asciiOutputIsAscii(@ForAll long seed, @ForAll boolean asciiInput) {
    String text = text(new Findings(seed, asciiInput).next(), new RenderOptions(80, true, false));

    assertThat(text.chars()).allMatch(c -> c == '\n' || (c >= ' ' && c <= '~'));
  }

  @Property
  void nothingCommandsTheTerminal(@ForAll long seed) {
    String text = text(new Findings(seed, false).next(), new RenderOptions(80, false, false));

    assertThat(text.codePoints())
        .noneMatch(c -> (c != '\n' && Character.isISOControl(c)) || c == 0x202E || c == 0x2028);
  }

  @Property
  void colourAddsNothing(@ForAll long seed, @ForAll boolean ascii) {
    Findings.Finding finding = new Findings(seed, false).next();
    String coloured = text(finding, new RenderOptions(100, ascii, true));

    assertThat(Shown.withoutColour(coloured))
        .isEqualTo(text(finding, new RenderOptions(100, ascii, false)));
  }

  @Property
  void aConciseFindingIsOneLine(@ForAll long seed, @ForAll boolean ascii) {
    Findings.Finding finding = new Findings(seed, false).next();
    String line = new ConciseRenderer(ascii).render(finding.file(), finding.diagnostic());

    assertThat(line.lines()).hasSize(1);
    assertThat(line).startsWith("dir/a.yaml:").endsWith("]\n");
  }

  @Property
  void jsonHoldsAllThatTextShows(@ForAll long seed) {
    Findings.Finding finding = new Findings(seed, false).next();
    String json =
        JsonRenderer.render(
            List.of(new FileResult(finding.file(), null, List.of(finding.diagnostic()))));
    Diagnostic read = DiagnosticJson.read(json, finding.file());

    RenderOptions options = new RenderOptions(100, false, false);
    assertThat(new TextRenderer(options).render(finding.file(), read))
        .isEqualTo(text(finding, options));
    assertThat(read.labels()).isEqualTo(finding.diagnostic().labels());
    assertThat(read.primary()).isEqualTo(finding.diagnostic().primary());
  }

  @Property
  void thePreviewIsWhatTheEditsMake(@ForAll long seed) {
    Findings findings = new Findings(seed, false);
    SourceFile file = SourceFile.of("a.yaml", findings.text(60));
    List<Edit> edits = findings.edits(file.text().length());
    SourceFile edited = SourceFile.of("a.yaml", Edits.apply(file.text(), edits));

    assertThat(previewed(file, Preview.of(file, edits))).isEqualTo(lines(edited));
  }

  private static List<String> lines(SourceFile file) {
    List<String> lines = new ArrayList<>();
    for (int line = 1; line <= file.lineCount(); line++) {
      lines.add(file.line(line));
    }
    return lines;
  }

  /** The lines of a file after what a preview says. */
  private static List<String> previewed(SourceFile file, List<Preview.Row> rows) {
    List<String> lines = new ArrayList<>();
    for (int line = 0; line <= file.lineCount(); line++) {
      List<String> own = new ArrayList<>(line == 0 ? List.of() : List.of(file.line(line)));
      for (Preview.Row row : rows) {
        if (row.number() == line && row.mark() == '~') {
          own.set(0, row.text());
        } else if (row.number() == line && row.mark() == '-') {
          own.remove(0);
        } else if (row.number() == line) {
          own.add(row.text());
        }
      }
      lines.addAll(own);
    }
    return lines;
  }

  private static String text(Findings.Finding finding, RenderOptions options) {
    return new TextRenderer(options).render(finding.file(), finding.diagnostic());
  }
}
