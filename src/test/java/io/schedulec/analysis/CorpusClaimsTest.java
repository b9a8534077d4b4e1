package io.schedulec.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.bind.Target;
import io.schedulec.corpus.Case;
import io.schedulec.corpus.CaseRunner;
import io.schedulec.corpus.Claim;
import io.schedulec.corpus.GoldenFiles;
import io.schedulec.corpus.Goldens;
import io.schedulec.corpus.Suite;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.source.Position;
import io.schedulec.source.SourceFile;
import io.schedulec.testing.Golden;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schedules that come with the project, by the runner that users have. */
final class CorpusClaimsTest {
  private static final Path FOLDER = Path.of("test-schedules");
  private static final Suite SUITE = Suite.at(FOLDER);
  private static final CaseRunner RUNNER =
      new CaseRunner(new Models(), Optional.empty(), List.of(Target.values()));

  static Stream<Case> cases() {
    return SUITE.cases().stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void eachFindingIsClaimedAndEachClaimMet(Case one) {
    assertThat(RUNNER.run(one)).as("%s", one.name()).isEmpty();
    if (!Boolean.getBoolean("golden.update")) {
      assertThat(new GoldenFiles(new Goldens(RUNNER), Optional.empty()).check(one)).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void otherLineEndsAndAMarkInFrontChangeNothing(Case one) {
    String text = CaseRunner.source(one).text();
    List<String> plain = findings(one, text);

    assertThat(findings(one, text.replace("\r\n", "\n").replace("\n", "\r\n"))).isEqualTo(plain);
    assertThat(findings(one, text.replace("\r\n", "\n"))).isEqualTo(plain);
  }

  @ParameterizedTest
  @MethodSource("io.schedulec.analysis.PagesTest#kinds")
  void eachKindHasCasesAndOneOfThemIsShown(DiagnosticKind kind) {
    List<Case> cases =
        SUITE.cases().stream().filter(one -> one.code().equals(kind.code())).toList();
    assertThat(cases).as("cases of %s", kind).isNotEmpty();
    List<Case> shown =
        cases.stream().filter(one -> Files.exists(one.beside(Goldens.FULL))).toList();
    for (Case one : shown.isEmpty() ? cases.subList(0, 1) : shown) {
      for (String ending : List.of(Goldens.FULL, Goldens.ASCII)) {
        Golden.check(one.beside(ending), new Goldens(RUNNER).report(one, ending));
      }
    }
  }

  @Test
  void claimsAreReadAsTheyStand() {
    assertThat(Claim.in("a\nb: 1 #~ error[SC405] 5 \"x\" #~ distiller info[SC006] 1 \"\""))
        .containsExactly(
            new Claim("", 2, 5, "error", "SC405", "x"),
            new Claim("distiller", 2, 1, "info", "SC006", ""));
  }

  private static List<String> findings(Case one, String text) {
    Analysis analysis = RUNNER.analyze(one, SourceFile.of(one.name(), text));
    List<String> found = new ArrayList<>();
    for (Diagnostic finding : analysis.diagnostics()) {
      Position end = analysis.source().position(finding.primary().span().end());
      found.add(Claim.of(analysis.source(), finding) + " to " + end);
    }
    return found;
  }
}
