package io.schedulec.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.testing.Golden;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which findings and mistakes there are cases for. */
final class CoverageTest {
  private static final Path README = Path.of("test-schedules", "README.md");

  /** Rows that have neither a case nor a reason so far; none may be added. */
  private static final Set<String> MISSING =
      Set.of(
          """
          A22
          B1 B2 B3 B4 B5 B6 B7 B8 B9 B10 B11 B12 B13 B14 B15 B16 B18 B19 B20 B21
          B22 B23 B24 B25 B26 B27 B28 B29 B30 B31 B32
          C1 C2 C3 C4 C8 C9 C10 C11 C16 C17 C19 C20 C21 C22 C23 C24 C25 C26 C27
          D3 D4 D5 D6 D7 D8 D9 D10 D11 D12 D13 D14 D15 D16 D17
          E1 E2 E3 E4 E5 E6 E7 E8 E9 E10 E11 E12 E13 E14 E15 E16 E17 E18 E19 E20
          E21 E22 E23 E24 E25 E26 E27 E28 E29 E30 E31 E32 E33 E34 E35 E36 E37
          E38 E39 E40 E41 E42 E43 E44
          """
              .strip()
              .split("\\s+", -1));

  private final CoverageTable table = CoverageTable.read();

  @ParameterizedTest
  @MethodSource("io.schedulec.analysis.PagesTest#kinds")
  void eachKindHasANearMiss(DiagnosticKind kind) {
    assertThat(table.nearMisses().getOrDefault(kind.code(), List.of()))
        .as("silent cases in test-schedules/ok with the last line # near-miss: %s", kind.code())
        .isNotEmpty();
  }

  @Test
  void nearMissesAreSilentCasesOfKindsThatExist() {
    for (CoverageTable.Entry entry : table.entries()) {
      for (String code : entry.notes().nearMisses()) {
        assertThat(entry.of().kind()).as("%s", entry.of().name()).isEqualTo(Case.Kind.OK);
        assertThat(DiagnosticKind.find(code)).as("%s in %s", code, entry.of().name()).isPresent();
      }
    }
  }

  @Test
  void rowsOfMistakesExist() {
    for (CoverageTable.Entry entry : table.entries()) {
      assertThat(table.mistakes().keySet())
          .as("the rows that %s is the case for", entry.of().name())
          .containsAll(entry.notes().mistakes());
    }
    assertThat(table.mistakes().keySet()).containsAll(table.reasons().keySet());
  }

  @Test
  void eachMistakeHasACaseOrAReason() {
    Set<String> open = new TreeSet<>(table.mistakes().keySet());
    open.removeAll(table.cases().keySet());
    open.removeAll(table.reasons().keySet());

    assertThat(MISSING).as("mistakes with neither a case nor a reason").containsAll(open);
  }

  @Test
  void aReasonIsGivenOnlyWhereThereIsNoCase() {
    List<String> both = new ArrayList<>(table.reasons().keySet());
    both.retainAll(table.cases().keySet());

    assertThat(both).as("mistakes with a case and a reason against one").isEmpty();
    for (Map.Entry<String, String> reason : table.reasons().entrySet()) {
      assertThat(reason.getValue()).as("%s", reason.getKey()).hasSizeGreaterThan(20);
    }
  }

  @Test
  void theTableShowsIt() {
    Golden.check(README, table.markdown());
  }
}
