package io.schedulec.diagnostic.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.source.SourceFile;
import io.schedulec.source.Span;
import org.junit.jupiter.api.Test;

/** Layout of the source, case by case; each test shows all of it. */
final class SnippetTest {
  private static final RenderOptions NARROW = new RenderOptions(60, false, false);

  private static Diagnostic.Builder at(SourceFile file, String words) {
    return Diagnostic.at(DiagnosticKind.UNKNOWN_KEY, span(file, words), "m").saying("here");
  }

  private static Span span(SourceFile file, String words) {
    return Span.at(file.text().indexOf(words), words.length());
  }

  /** The rows between the place and the end of the source. */
  private static String snippet(SourceFile file, Diagnostic diagnostic, RenderOptions options) {
    String text = new TextRenderer(options).render(file, diagnostic);
    int from = text.indexOf("    │\n") + "    │\n".length();
    return text.substring(from, text.indexOf("    ╰─"));
  }

  private static SourceFile file(String text) {
    return SourceFile.of("a.yaml", text);
  }

  @Test
  void twoLabelsOnOneLine() {
    SourceFile file = file("weights: [alpha, beta]\n");
    Diagnostic diagnostic = at(file, "alpha").label(span(file, "beta"), "and there").build();

    assertThat(snippet(file, diagnostic, NARROW))
        .isEqualTo(
            """
              1 │ weights: [alpha, beta]
                │           ^^^^^  ---- and there
                │           │
                │           here
            """);
  }

  @Test
  void threeLabelsHangFromRightToLeft() {
    SourceFile file = file("a: {b: c, d: e}\n");
    Diagnostic diagnostic =
        at(file, "c").label(span(file, "a"), "first").label(span(file, "e"), "last").build();

    assertThat(snippet(file, diagnostic, NARROW))
        .isEqualTo(
            """
              1 │ a: {b: c, d: e}
                │ -      ^     - last
                │ │      │
                │ │      here
                │ first
            """);
  }

  @Test
  void aPlaceInsideAnother() {
    SourceFile file = file("weights: [alpha, beta]\n");
    Diagnostic diagnostic = at(file, "alpha").label(span(file, "[alpha, beta]"), "list").build();

    assertThat(snippet(file, diagnostic, NARROW))
        .isEqualTo(
            """
              1 │ weights: [alpha, beta]
                │          -^^^^^------- list
                │           │
                │           here
            """);
  }

  @Test
  void severalLabelsOfOnePlace() {
    SourceFile file = file("key: value\n");
    Diagnostic diagnostic = at(file, "key").label(span(file, "key"), "again").build();

    assertThat(snippet(file, diagnostic, NARROW))
        .isEqualTo(
            """
              1 │ key: value
                │ ^^^ here
                │ │
                │ again
            """);
  }

  @Test
  void aPlaceOverSeveralLines() {
    SourceFile file = file("a:\n  - one\n\n  - two\nb: 1\n");
    Diagnostic diagnostic = at(file, "- one\n\n  - two").build();

    assertThat(snippet(file, diagnostic, NARROW))
        .isEqualTo(
            """
              2 │   - one
                │   ^^^^^
              3 │
              4 │   - two
                │   ^^^^^ here
            """);
  }

  @Test
  void aLongPlaceShowsItsEnds() {
    SourceFile file = file("a:\n" + "  - x\n".repeat(20) + "b: 1\n");
    Diagnostic diagnostic =
        at(file, "a").saying("").label(new Span(3, 3 + 6 * 20), "all of these").build();

    assertThat(snippet(file, diagnostic, NARROW))
        .isEqualTo(
            """
              1 │ a:
                │ ^
              2 │   - x
                │ -----
              3 │   - x
                │   ---
                ·
             20 │   - x
                │   ---
             21 │   - x
                │   --- all of these
            """);
  }

  @Test
  void manyMarkedLinesAreCutInTheMiddle() {
    SourceFile file = file("- x\n".repeat(40));
    Diagnostic.Builder builder = Diagnostic.at(DiagnosticKind.UNKNOWN_KEY, new Span(2, 3), "m");
    for (int line = 2; line <= 40; line++) {
      builder.label(Span.at(file.lineStart(line) + 2, 1), "l" + line);
    }
    String text = snippet(file, builder.build(), NARROW);

    assertThat(text).contains("  6 │ - x\n    │   - l6\n    ·   (and 28 more between)\n 35 │ - x");
    assertThat(text).contains(" 40 │ - x");
  }

  @Test
  void tabsAreExpanded() {
    SourceFile file = file("a:\n\tb:\tvalue\n");

    assertThat(snippet(file, at(file, "value").build(), NARROW))
        .isEqualTo(
            """
              2 │     b:  value
                │         ^^^^^ here
            """);
  }

  @Test
  void wideCharactersTakeTwoColumns() {
    SourceFile file = file("名前: 😀 value e\u0301x\n");
    Diagnostic diagnostic = at(file, "value").label(span(file, "x"), "last").build();

    assertThat(snippet(file, diagnostic, NARROW))
        .isEqualTo(
            """
              1 │ 名前: 😀 value e\u0301x
                │          ^^^^^  - last
                │          │
                │          here
            """);
  }

  @Test
  void aLongLineIsShownAroundThePlace() {
    SourceFile file = file("k: " + "x".repeat(300) + " value " + "y".repeat(300) + "\n");

    assertThat(snippet(file, at(file, "value").build(), NARROW))
        .isEqualTo(
            """
              1 │ …xxxxxx value yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy…
                │         ^^^^^ here
            """);
  }

  @Test
  void anEmptyPlaceAndTheEndOfALine() {
    SourceFile file = file("key:\nb: 1\n");
    Diagnostic diagnostic =
        Diagnostic.at(DiagnosticKind.MISSING_KEY, new Span(4, 4), "m").saying("no value").build();

    assertThat(snippet(file, diagnostic, NARROW))
        .isEqualTo(
            """
              1 │ key:
                │     ^ no value
            """);
  }

  @Test
  void theEndOfTheFile() {
    SourceFile file = file("key: 1\n");
    Diagnostic diagnostic =
        Diagnostic.at(DiagnosticKind.MISSING_KEY, new Span(7, 7), "m").saying("nothing").build();

    assertThat(snippet(file, diagnostic, NARROW))
        .isEqualTo(
            """
              2 │
                │ ^ nothing
            """);
  }

  @Test
  void aLineBreakOfTwoCharacters() {
    SourceFile file = file("a: 1\r\nb: two\r\n");
    Diagnostic diagnostic = at(file, "two\r\n").build();

    assertThat(snippet(file, diagnostic, NARROW))
        .isEqualTo(
            """
              2 │ b: two
                │    ^^^ here
            """);
  }

  @Test
  void aLabelThatDoesNotFitBesideItsMarkHangs() {
    SourceFile file = file("a: " + "x".repeat(50) + "\n");
    Diagnostic diagnostic = at(file, "x".repeat(50)).saying("this place is at fault").build();

    assertThat(snippet(file, diagnostic, NARROW))
        .isEqualTo(
            "  1 │ a: "
                + "x".repeat(50)
                + "\n    │    "
                + "^".repeat(50)
                + "\n    │    this place is at fault\n");
  }

  @Test
  void controlCharactersCannotReachTheTerminal() {
    SourceFile file = file("a: \u001B[31mred\u0007\u009B\u202Ekey\n");
    Diagnostic diagnostic = at(file, "red").saying("\u001B]0;title\u0007").build();
    String text = new TextRenderer(NARROW).render(file, diagnostic);

    assertThat(text).contains("  1 │ a: ␛[31mred␇\uFFFD\uFFFDkey\n");
    assertThat(text).contains("^^^ ␛]0;title␇\n");
  }

  @Test
  void inAsciiOtherCharactersOfTheSourceAreQuestionMarks() {
    SourceFile file = file("größe: 1 # 😀\n");
    Diagnostic diagnostic = at(file, "1").build();
    String text = new TextRenderer(new RenderOptions(60, true, false)).render(file, diagnostic);

    assertThat(text).contains("1 | gr??e: 1 # ?\n  |        ^ here\n");
  }
}
