package io.schedulec.diagnostic.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.testing.Golden;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PagesTest {
  private static final Path GOLDENS = Path.of("src/test/resources/pages");
  private static final String PAGE =
      """
      # SC201 chain-incomplete

      A chain is a set of layers whose filters are *numbered alike*; see
      [the list](https://example.org/chains) and **all** of `inspect --groups`, or [another](SC202.md).

      ## Why it matters

      - the first reason, which is long enough that it has to be broken over two lines of eighty
        columns, with a hanging indent
      - the second
        1. with a number

      | epoch | what happens |
      |------:|:-------------|
      | 0     | `a \\| b`, a rather long cell that goes on until it is broken, and then a little further than that |
      | 28    | nothing |

      ```yaml bad model=resnet20 target=distiller
      pruners:
        p: {class: X}  # 50 % → less
      ```

      Text between.

      ```yaml good
      version: 1
      ```

      ```text
      not an example
      ```
      """;

  @Test
  void examplesCarryTheirLabelAndOptions() {
    List<Example> examples = Example.of(PageParser.parse(PAGE));

    assertThat(examples)
        .containsExactly(
            new Example(
                "yaml",
                "bad",
                Map.of("model", "resnet20", "target", "distiller"),
                "pruners:\n  p: {class: X}  # 50 % → less\n"),
            new Example("yaml", "good", Map.of(), "version: 1\n"));
  }

  @Test
  void aPageIsLaidOutForTheTerminal() {
    Golden.check(GOLDENS.resolve("page80.txt"), page(new RenderOptions(80, false, false)));
    Golden.check(GOLDENS.resolve("page40.ascii.txt"), page(new RenderOptions(40, true, false)));
  }

  @Test
  void colourAddsNothing() {
    String coloured = page(new RenderOptions(80, false, true));

    assertThat(coloured).contains("\u001B[");
    assertThat(Shown.withoutColour(coloured)).isEqualTo(page(new RenderOptions(80, false, false)));
  }

  @Test
  void anUnfinishedFenceEndsWithThePage() {
    assertThat(Example.of(PageParser.parse("```yaml bad\na: 1")))
        .containsExactly(new Example("yaml", "bad", Map.of(), "a: 1\n"));
  }

  @Test
  void starsInCodeAreNotBold() {
    RenderOptions options = new RenderOptions(80, false, false);
    String page = Pages.render("x", "y", "**bold** `a ** b` and **`c`**", options);

    assertThat(page).contains("bold `a ** b` and `c`");
  }

  @Test
  void theOverviewHasEveryKind() {
    String overview = Pages.overview(new RenderOptions(100, false, false));

    for (DiagnosticKind kind : DiagnosticKind.values()) {
      assertThat(overview).contains("  " + kind.code() + "  " + kind.slug() + " ");
      assertThat(overview).contains(kind.title());
    }
    assertThat(Shown.widest(Pages.overview(new RenderOptions(40, false, false))))
        .isLessThanOrEqualTo(40);
  }

  private static String page(RenderOptions options) {
    return PageText.of(DiagnosticKind.CHAIN_INCOMPLETE, PageParser.parse(PAGE), options);
  }
}
