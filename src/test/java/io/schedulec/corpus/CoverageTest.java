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

    assertThat(open).as("mistakes with neither a case nor a reason").isEmpty();
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
