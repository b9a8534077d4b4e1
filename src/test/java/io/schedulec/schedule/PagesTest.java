package io.schedulec.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Edit;
import io.schedulec.diagnostic.Help;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The explain pages of the language's findings. */
final class PagesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SC001", "SC002", "SC003", "SC004", "SC005", "SC007", "SC305", "SC306", "SC307", "SC308",
        "SC309", "SC401", "SC402", "SC403", "SC404", "SC405", "SC406", "SC407", "SC408"
      })
  void theExamplesShowWhatThePageSays(String code) throws IOException {
    String page = page(code);
    DiagnosticKind kind = DiagnosticKind.find(code).orElseThrow();

    assertThat(page).startsWith("# " + code + " " + kind.slug() + "\n\n");
    assertThat(page).contains("original trainer").contains("\nData:\n");
    assertThat(Language.read(block(page, "bad")).codes()).containsExactly(code);
    assertThat(Language.read(block(page, "good")).codes()).isEmpty();
    assertEditsRepair(block(page, "bad"));
    assertDataIsDocumented(block(page, "bad"), page);
  }

  private static void assertEditsRepair(String bad) {
    for (Diagnostic finding : Language.read(bad).findings()) {
      for (Help help : finding.helps()) {
        List<Edit> edits = help.edits();
        if (!edits.isEmpty()) {
          String repaired = Language.apply(bad, edits);
          assertThat(Language.read(repaired).codes()).as(repaired).isEmpty();
        }
      }
    }
  }

  private static void assertDataIsDocumented(String bad, String page) {
    String data = page.substring(page.indexOf("\nData:\n"));
    for (Diagnostic finding : Language.read(bad).findings()) {
      for (String key : finding.data().keySet()) {
        assertThat(data).contains("`" + key + "`");
      }
    }
  }

  private static String page(String code) throws IOException {
    try (InputStream in = DiagnosticKind.class.getResourceAsStream(code + ".md")) {
      return new String(Objects.requireNonNull(in, code).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String block(String page, String name) {
    String fence = "```yaml " + name + "\n";
    int start = page.indexOf(fence) + fence.length();
    return page.substring(start, page.indexOf("```", start));
  }
}
