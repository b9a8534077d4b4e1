package io.schedulec.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.render.Pages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The exceptions of the original trainer lead to the pages of what is found in their place. */
final class TracebacksTest {
  private static final Path TABLE = Path.of("src/test/resources/corpus/exceptions.tsv");

  /** An exception and the codes of the pages that it belongs to. */
  record Row(String text, List<String> codes) {
    Row {
      codes = List.copyOf(codes);
    }
  }

  static Stream<Row> table() throws IOException {
    return Files.readAllLines(TABLE).stream()
        .map(line -> line.split("\t", -1))
        .map(row -> new Row(row[0], List.of(row[1].split(" ", -1))));
  }

  @ParameterizedTest
  @EnumSource(DiagnosticKind.class)
  void eachPageSaysWhatTheOriginalTrainerDoes(DiagnosticKind kind) {
    assertThat(Pages.text(kind).orElse("").split("\n\\s*\n", -1))
        .as("a paragraph of %s.md with its exception, or that it says nothing", kind.code())
        .anyMatch(paragraph -> paragraph.startsWith("The original trainer"));
  }

  @ParameterizedTest
  @MethodSource("table")
  void anExceptionIsOnThePagesItBelongsTo(Row row) {
    assertThat(codes(kindsNaming(row.text()))).containsExactlyElementsOf(row.codes());
  }

  @ParameterizedTest
  @MethodSource("table")
  void anExceptionLeadsToItsPages(Row row) {
    if (row.text().contains("Error")) {
      assertThat(codes(Tracebacks.find(row.text()))).containsAll(row.codes());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "RuntimeError: The size of tensor a (31) must match the size of tensor b (64) at"
            + " non-singleton dimension 1 | SC201",
        "ValueError: Class named 'L1RankedPruner' does not exist | SC402",
        "KeyError: 'layer3.0.conv2.wieght' | SC101",
        "ValueError: SensitivityPruner does not accept the following arguments: ['x'] | SC404",
        "AssertionError: Pruner q was not defined in the list of pruners | SC306 SC401",
        "scanner.ScannerError: found character '\\t' that cannot start any token | SC001",
      })
  void namesAndNumbersMayBeOthers(String line, String codes) {
    assertThat(codes(Tracebacks.find(line))).isEqualTo(List.of(codes.split(" ", -1)));
  }

  @Test
  void theLastLineOfATracebackCounts() {
    String traceback =
        """
        Traceback (most recent call last):
          File "config.py", line 192, in build
        KeyError: 'class'

        """;

    assertThat(codes(Tracebacks.find(traceback))).containsExactly("SC405", "SC406");
  }

  @Test
  void aBareAssertionIsThatAndNothingElse() {
    assertThat(codes(Tracebacks.find("AssertionError"))).contains("SC302", "SC309");
    assertThat(Tracebacks.find("AssertionError: the disk is full of eels")).isEmpty();
    assertThat(Tracebacks.find("")).isEmpty();
    assertThat(Tracebacks.find("conv1")).isEmpty();
  }

  @Test
  void pagesAreSearchedForAllWords() {
    assertThat(PageSearch.find("BatchNorm")).isEqualTo(PageSearch.find(" batchnorm "));
    assertThat(codes(PageSearch.find("squeeze-and-excitation sigmoid"))).contains("SC201");
    assertThat(PageSearch.find("squeeze-and-excitation eels")).isEmpty();
    assertThat(PageSearch.find(" ")).isEmpty();
  }

  private static List<DiagnosticKind> kindsNaming(String text) {
    return Arrays.stream(DiagnosticKind.values())
        .filter(kind -> Pages.text(kind).orElse("").replaceAll("\\s+", " ").contains(text))
        .toList();
  }

  private static List<String> codes(List<DiagnosticKind> kinds) {
    return kinds.stream().map(DiagnosticKind::code).toList();
  }
}
