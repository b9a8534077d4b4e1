package io.schedulec.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.bind.Target;
import io.schedulec.corpus.Case;
import io.schedulec.corpus.CaseRunner;
import io.schedulec.corpus.Suite;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Edits;
import io.schedulec.diagnostic.Help;
import io.schedulec.diagnostic.render.Example;
import io.schedulec.diagnostic.render.Pages;
import io.schedulec.lower.Compiled;
import io.schedulec.lower.LoweringOptions;
import io.schedulec.source.SourceFile;
import io.schedulec.testing.PageFiles;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every kind of finding has a page, and the page's examples show what it says. Those whose examples
 * are plans are tested where plans are.
 */
final class PagesTest {

  /** The kinds that are about schedules; one without a page is among them. */
  static Stream<DiagnosticKind> kinds() {
    return Arrays.stream(DiagnosticKind.values())
        .filter(kind -> Pages.examples(kind).stream().noneMatch(e -> e.language().equals("plan")));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void theBadExampleYieldsThisKindAndTheGoodOneNothing(DiagnosticKind kind) {
    String page = Pages.text(kind).orElseThrow(() -> new AssertionError("no page for " + kind));
    List<Example> examples = Pages.examples(kind);

    assertThat(page).startsWith("# " + kind.code() + " " + kind.slug() + "\n\n");
    assertThat(page).contains("original trainer").contains("\nData:");
    assertThat(examples).extracting(Example::label).containsExactly("bad", "good");
    assertThat(Checked.codes(findings(examples.get(0), examples.get(0).text())))
        .isNotEmpty()
        .containsOnly(kind.code());
    assertThat(findings(examples.get(1), examples.get(1).text())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void theOutputOfTheBadExampleStandsBelowIt(DiagnosticKind kind) {
    Example bad = Pages.examples(kind).get(0);
    SourceFile source = SourceFile.of("schedule.yaml", bad.text());
    PageFiles.checkOutput(kind, source, findings(bad, bad.text()));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void theDataOfEachCaseIsDocumented(DiagnosticKind kind) {
    String page = Pages.text(kind).orElseThrow();
    String data = page.substring(page.indexOf("\nData:"));
    CaseRunner runner = new CaseRunner(new Models(), Optional.empty(), List.of(Target.values()));
    for (Case one : Suite.at(Path.of("test-schedules/err").resolve(kind.code())).cases()) {
      for (Target target : Target.values()) {
        Analysis analysis = runner.analyze(one, CaseRunner.source(one), target);
        for (Diagnostic finding : analysis.diagnostics()) {
          if (finding.kind() == kind) {
            finding.data().keySet().forEach(k -> assertThat(data).contains("`" + k + "`"));
          }
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void anEditOfTheBadExampleRemovesTheFinding(DiagnosticKind kind) {
    Example bad = Pages.examples(kind).get(0);
    for (Diagnostic finding : findings(bad, bad.text())) {
      for (Help help : finding.helps()) {
        if (!help.edits().isEmpty()) {
          String repaired = Edits.apply(bad.text(), help.edits());
          assertThat(findings(bad, repaired)).as(repaired).isEmpty();
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void theDataOfTheFindingIsDocumented(DiagnosticKind kind) {
    String page = Pages.text(kind).orElseThrow();
    String data = page.substring(page.indexOf("\nData:"));
    Example bad = Pages.examples(kind).get(0);
    for (Diagnostic finding : findings(bad, bad.text())) {
      for (String key : finding.data().keySet()) {
        assertThat(data).contains("`" + key + "`");
      }
    }
  }

  private static List<Diagnostic> findings(Example example, String yaml) {
    Map<String, String> options = example.options();
    String name = options.getOrDefault("model", "resnet20_cifar");
    Optional<Path> model =
        name.equals("none") ? Optional.empty() : Optional.of(Checked.bundled(name));
    Target target =
        options.getOrDefault("target", "plan").equals("distiller") ? Target.DISTILLER : Target.PLAN;
    return options.getOrDefault("command", "check").equals("compile")
        ? Compiled.text("schedule.yaml", yaml, model.orElseThrow(), LoweringOptions.DEFAULT)
            .diagnostics()
        : Checked.analysis("schedule.yaml", yaml, model, target, epochs(options)).diagnostics();
  }

  private static OptionalInt epochs(Map<String, String> options) {
    String epochs = options.getOrDefault("epochs", "");
    return epochs.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(epochs));
  }
}
