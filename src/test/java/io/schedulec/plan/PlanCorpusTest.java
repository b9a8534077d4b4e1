package io.schedulec.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.corpus.Claim;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Edits;
import io.schedulec.diagnostic.Help;
import io.schedulec.diagnostic.render.Example;
import io.schedulec.diagnostic.render.Pages;
import io.schedulec.diagnostic.render.RenderOptions;
import io.schedulec.diagnostic.render.TextRenderer;
import io.schedulec.source.SourceFile;
import io.schedulec.testing.Golden;
import io.schedulec.testing.PageFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Plans that say what is wrong with them, as schedules do, and the pages about plans. */
final class PlanCorpusTest {
  private static final Path ERR = Path.of("test-schedules", "err");

  static Stream<DiagnosticKind> kinds() {
    return Arrays.stream(DiagnosticKind.values())
        .filter(kind -> Pages.examples(kind).stream().anyMatch(e -> e.language().equals("plan")));
  }

  static Stream<Path> plans() {
    return kinds().flatMap(kind -> plans(kind).stream());
  }

  @ParameterizedTest
  @MethodSource("plans")
  void eachFindingIsClaimedAndEachClaimMet(Path file) {
    SourceFile source = SourceFile.of(file.toString().replace('\\', '/'), read(file));
    List<Claim> open = new ArrayList<>(Claim.in(source.text()));
    List<String> unclaimed = new ArrayList<>();
    StringBuilder shown = new StringBuilder();
    for (Diagnostic finding : findings(source)) {
      Optional<Claim> claim = open.stream().filter(c -> c.fits(source, finding)).findFirst();
      claim.ifPresentOrElse(
          open::remove, () -> unclaimed.add(Claim.of(source, finding).toString()));
      shown.append(new TextRenderer(new RenderOptions(100, false, false)).render(source, finding));
    }

    assertThat(unclaimed).as("findings without a claim in %s", file).isEmpty();
    assertThat(open).as("claims without a finding in %s", file).isEmpty();
    String name = file.getFileName().toString().replace(".plan", ".full.txt");
    Golden.check(file.resolveSibling(name), shown.toString());
  }

  @ParameterizedTest
  @MethodSource("plans")
  void otherLineEndsAndAMarkInFrontChangeNothing(Path file) {
    String text = read(file);
    List<String> plain = claims(text);

    assertThat(claims(text.replace("\n", "\r\n"))).isEqualTo(plain);
    assertThat(claims("\uFEFF" + text).stream().map(c -> c.replaceFirst("^1:.*\\] 2", "1: 1")))
        .hasSameSizeAs(plain);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void eachKindHasCases(DiagnosticKind kind) {
    assertThat(plans(kind)).isNotEmpty();
    for (Path plan : plans(kind)) {
      List<Diagnostic> found = findings(SourceFile.of("a.plan", read(plan)));
      assertThat(found).extracting(Diagnostic::kind).containsOnly(kind);
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void theBadExampleYieldsThisKindAndTheGoodOneNothing(DiagnosticKind kind) {
    String page = Pages.text(kind).orElseThrow();
    List<Example> examples = Pages.examples(kind);

    assertThat(page).startsWith("# " + kind.code() + " " + kind.slug() + "\n\n");
    assertThat(page).contains("original trainer").contains("\nData:");
    assertThat(examples).extracting(Example::label).containsExactly("bad", "good");
    List<Diagnostic> found = findings(source(examples.get(0).text()));
    assertThat(found).isNotEmpty().extracting(Diagnostic::kind).containsOnly(kind);
    assertThat(found).allMatch(finding -> finding.data().isEmpty());
    PageFiles.checkOutput(kind, source(examples.get(0).text()), found);
    assertThat(findings(source(examples.get(1).text()))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("plans")
  void anEditRemovesItsFinding(Path file) {
    String text = read(file);
    List<Diagnostic> before = findings(source(text));
    for (Diagnostic finding : before) {
      for (Help help : finding.helps()) {
        List<Diagnostic> after = findings(source(Edits.apply(text, help.edits())));
        assertThat(after)
            .extracting(Diagnostic::message)
            .as(help.text())
            .doesNotContain(finding.message());
      }
    }
  }

  private static List<Diagnostic> findings(SourceFile source) {
    PlanParser.Result result = PlanParser.parse(source);
    if (result.plan().isEmpty()) {
      return result.problems();
    }
    ParsedPlan parsed = result.plan().get();
    Bundled model = Bundled.model(parsed.plan().header().model().replace(".onnx", ""));
    Verdict verdict = PlanVerifier.verify(parsed, model.graph(), model.spaces());
    return verdict instanceof Verdict.Broken broken ? broken.problems() : List.of();
  }

  private static List<String> claims(String text) {
    SourceFile source = source(text);
    return findings(source).stream().map(finding -> Claim.of(source, finding).toString()).toList();
  }

  private static SourceFile source(String text) {
    return SourceFile.of("a.plan", text);
  }

  private static List<Path> plans(DiagnosticKind kind) {
    try (Stream<Path> files = Files.list(ERR.resolve(kind.code()))) {
      return files.filter(f -> f.toString().endsWith(".plan")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
