package io.schedulec.diagnostic.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Edit;
import io.schedulec.diagnostic.Help;
import io.schedulec.source.SourceFile;
import io.schedulec.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PreviewTest {
  private static final SourceFile FILE = SourceFile.of("a.yaml", "one: 1\ntwo: 2\nthree: 3\n");

  private static String preview(Edit... edits) {
    StringBuilder out = new StringBuilder();
    for (Preview.Row row : Preview.of(FILE, List.of(edits))) {
      out.append(row.number()).append(row.mark()).append(row.text()).append('\n');
    }
    return out.toString();
  }

  private static Edit edit(int start, int end, String text) {
    return new Edit(new Span(start, end), text);
  }

  @Test
  void aReplacementTouchesItsLine() {
    assertThat(preview(edit(12, 13, "4"))).isEqualTo("2~two: 4\n");
  }

  @Test
  void aLineThatGoesAway() {
    assertThat(preview(edit(7, 14, ""))).isEqualTo("2-two: 2\n");
  }

  @Test
  void aLineBeforeAnother() {
    assertThat(preview(edit(7, 7, "new: 0\n"))).isEqualTo("1+new: 0\n");
    assertThat(preview(edit(0, 0, "new: 0\n"))).isEqualTo("0+new: 0\n");
  }

  @Test
  void aLineAfterAnotherShowsBoth() {
    assertThat(preview(edit(6, 6, "\nnew: 0"))).isEqualTo("1~one: 1\n1+new: 0\n");
  }

  @Test
  void linesThatAreJoined() {
    assertThat(preview(edit(6, 7, ", "))).isEqualTo("1~one: 1, two: 2\n2-two: 2\n");
  }

  @Test
  void editsOfOneLineAreShownTogether() {
    assertThat(preview(edit(0, 3, "a"), edit(5, 6, "b"), edit(21, 22, "c")))
        .isEqualTo("1~a: b\n3~three: c\n");
  }

  @Test
  void editsThatOverlapShowNothing() {
    assertThat(preview(edit(0, 3, "a"), edit(2, 5, "b"))).isEmpty();
  }

  @Test
  void aLongPreviewIsCutInTheMiddle() {
    SourceFile file = SourceFile.of("a.yaml", "- x\n".repeat(30));
    List<Edit> edits = new ArrayList<>();
    for (int line = 0; line < 30; line++) {
      edits.add(edit(4 * line + 2, 4 * line + 3, "y"));
    }
    Diagnostic diagnostic =
        Diagnostic.at(DiagnosticKind.UNKNOWN_KEY, new Span(0, 1), "m")
            .help(Help.safe("say y", edits))
            .build();
    String text = new TextRenderer(new RenderOptions(60, false, false)).render(file, diagnostic);

    assertThat(text).contains("       6 ~ - y\n           … 18 more lines\n      25 ~ - y\n");
  }
}
