package io.schedulec.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ParagraphsTest {
  private static List<String> trace(int stops) {
    List<String> words = new ArrayList<>(List.of("first"));
    for (int i = 1; i < stops; i++) {
      words.add("->");
      words.add("Relu " + i);
    }
    return words;
  }

  @Test
  void tracesAreBrokenBeforeArrows() {
    Paragraphs text = new Paragraphs(24, false);
    text.trace(2, trace(5));

    assertThat(text.toString())
        .isEqualTo("  first -> Relu 1\n    -> Relu 2 -> Relu 3\n    -> Relu 4\n");
  }

  @Test
  void theMiddleOfALongTraceIsLeftOut() {
    Paragraphs shown = new Paragraphs(200, false);
    shown.trace(0, trace(14));
    Paragraphs cut = new Paragraphs(200, false);
    cut.trace(0, trace(30));

    assertThat(shown.toString()).contains("-> Relu 12 -> Relu 13").doesNotContain("more");
    assertThat(cut.toString()).contains("Relu 7 … 18 more … -> Relu 26").endsWith("Relu 29\n");
  }

  @Test
  void rowsThatAreTooWideStandBelowTheirLastCell() {
    List<List<String>> rows =
        List.of(
            List.of("a.long.name", "filters", "at Add one"),
            List.of("b", "channels", "at Add one"),
            List.of("c", "channels", "after Relu two"));
    Paragraphs wide = new Paragraphs(60, false);
    wide.rows(2, rows);
    Paragraphs narrow = new Paragraphs(30, false);
    narrow.rows(2, rows);

    assertThat(wide.toString())
        .startsWith("  a.long.name  filters   at Add one\n  b            channels  at Add one\n");
    assertThat(narrow.toString())
        .isEqualTo(
            """
              at Add one
                a.long.name  filters
                b            channels
              after Relu two
                c            channels
            """);
  }

  @Test
  void namesFromAModelStayOnTheirLineAndAsciiIsKept() {
    Paragraphs text = new Paragraphs(80, true);
    text.prose(0, "a\u0007b … c");

    assertThat(text.toString()).isEqualTo("a b ... c\n");
  }
}
