package io.schedulec.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.bind.Target;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.source.SourceFile;
import io.schedulec.testing.Golden;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A fixer never makes a schedule worse, and is done when it is done. */
final class FixerTest {
  private static final int MUTANTS = Integer.getInteger("fix.mutants", 3);
  private static final Set<DiagnosticKind> ALL = EnumSet.allOf(DiagnosticKind.class);
  private static final Models MODELS = new Models();
  private static final Path CORPUS = Path.of("test-schedules");
  private static final Path MOCKUPS = CORPUS.resolve("mockups");

  static Stream<Path> corpus() {
    return Stream.of("err", "ok", "mockups").flatMap(name -> schedules(CORPUS.resolve(name)));
  }

  static Stream<Path> shown() {
    return schedules(CORPUS.resolve("err"))
        .filter(f -> Files.exists(f.resolveSibling(name(f).replace(".yaml", ".full.txt"))));
  }

  @ParameterizedTest
  @CsvSource({
    "a, resnet20_cifar, 1",
    "b, resnet20_cifar, 1",
    "c2, resnet20_cifar, 1",
    "d, resnet20_cifar, 1",
    "e, resnet20_cifar, 1",
    "e2, resnet20_cifar, 1",
  })
  void aMockupIsWholeAfterwards(String name, String model, int count) {
    Path file = MOCKUPS.resolve(name + ".yaml");
    Analyzer analyzer = analyzer(Optional.of(Checked.bundled(model)), "");

    Fixed fixed = fix(analyzer, file, read(file), true);

    assertThat(fixed.after().diagnostics()).isEmpty();
    assertThat(fixed.count()).isEqualTo(count);
    assertThat(fixed.leftOut()).isZero();
    Golden.check(MOCKUPS.resolve(name + ".fixed.yaml"), fixed.after().source().text());
  }

  @Test
  void ofTwoUnknownNamesTheMisspeltOneIsFixed() {
    Path file = MOCKUPS.resolve("c.yaml");
    Analyzer analyzer = analyzer(Optional.of(Checked.bundled("resnet20_cifar.fused")), "");

    Fixed fixed = fix(analyzer, file, read(file), true);

    assertThat(Checked.codes(fixed.after().diagnostics())).containsExactly("SC101");
    assertThat(fixed.after().diagnostics().get(0).message()).startsWith("1 of 3 weights");
    assertThat(fixed.leftOut()).isZero();
    Golden.check(MOCKUPS.resolve("c.fixed.yaml"), fixed.after().source().text());
  }

  /** What is fixed of the case that shows a finding stands beside it. */
  @ParameterizedTest
  @MethodSource("shown")
  void aShownCaseHasItsFixBesideIt(Path file) {
    String text = read(file);
    Fixed fixed = fix(analyzer(text), file, text, true);
    Path golden = file.resolveSibling(name(file).replace(".yaml", ".fixed.yaml"));
    if (fixed.changed()) {
      Golden.check(golden, fixed.after().source().text());
    } else {
      assertThat(golden).doesNotExist();
    }
  }

  @ParameterizedTest
  @MethodSource("corpus")
  void nothingGetsWorse(Path file) {
    String text = read(file);
    for (boolean unsafe : new boolean[] {false, true}) {
      assertNeverWorse(file, text, unsafe);
      assertNeverWorse(file, text.replace("\r\n", "\n").replace("\n", "\r\n"), unsafe);
    }
  }

  @ParameterizedTest
  @MethodSource("corpus")
  void nothingGetsWorseForDamagedSchedules(Path file) {
    String text = read(file);
    for (int i = 0; i < MUTANTS; i++) {
      Random random = new Random(31L * name(file).hashCode() + i);
      String mutant = mutant(text, random);
      try {
        assertNeverWorse(file, mutant, random.nextInt(4) > 0);
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError("mutant " + i + ":\n" + mutant, e);
      }
    }
  }

  @Test
  void whatIsHiddenIsNotFixed() {
    Path file = MOCKUPS.resolve("a.yaml");
    Analyzer analyzer = analyzer(Optional.of(Checked.bundled("resnet20_cifar")), "");
    Analysis before = analyzer.analyze(SourceFile.of("a.yaml", read(file)), file);

    Set<DiagnosticKind> others = EnumSet.complementOf(EnumSet.of(DiagnosticKind.CHAIN_INCOMPLETE));
    assertThat(new Fixer(analyzer, others, true).fix(before, file).changed()).isFalse();
    assertThat(new Fixer(analyzer, ALL, false).fix(before, file).changed()).isFalse();
    assertThat(new Fixer(analyzer, ALL, true).fix(before, file).changed()).isTrue();
  }

  @Test
  void mistakesThatHideOthersAreFixedOneAfterTheOther() {
    String text = "pruners:\n  p:\n    class:  @a\n    weights: [@b, *]\npolicies: []\n";
    Fixed fixed = fix(analyzer(text), MOCKUPS.resolve("x.yaml"), text, true);

    assertThat(fixed.before().schedule()).isEmpty();
    assertThat(fixed.count()).isGreaterThan(1);
    assertThat(fixed.after().schedule()).isPresent();
  }

  @Test
  void aFixThatBringsAnotherErrorIsNotKept() {
    Path file = CORPUS.resolve("err/SC402/agp-missing-underscore.yaml");
    Fixed fixed = fix(analyzer(read(file)), file, read(file), true);

    assertThat(fixed.before().diagnostics().get(0).helps().get(0).edits()).isNotEmpty();
    assertThat(fixed.changed()).isFalse();
    assertThat(fixed.count()).isZero();
    assertThat(fixed.leftOut()).isOne();
  }

  @Test
  void marksTabsAndLineEndsStay() {
    Path file = MOCKUPS.resolve("c2.yaml");
    String text = "\uFEFF" + read(file).replace("\n", " # \t\uD83D\uDE00\u00e4\r\n");
    Analyzer analyzer = analyzer(Optional.of(Checked.bundled("resnet20_cifar")), "");

    Fixed fixed = fix(analyzer, file, text, true);

    assertThat(fixed.count()).isEqualTo(1);
    assertThat(fixed.after().source().text()).isEqualTo(text.replace("module.model.", ""));
  }

  private static void assertNeverWorse(Path file, String text, boolean unsafe) {
    Analyzer analyzer = analyzer(text);
    Fixed fixed = fix(analyzer, file, text, unsafe);
    Fixed again = fix(analyzer, file, fixed.after().source().text(), unsafe);

    assertThat(again.after().source().text()).isEqualTo(fixed.after().source().text());
    assertThat(again.count()).isZero();
    assertThat(again.leftOut()).isEqualTo(fixed.leftOut());
    assertThat(fixed.changed()).isEqualTo(fixed.count() > 0);
    assertThat(fixed.changed() && fixed.after().schedule().isEmpty()).isFalse();
    assertThat(fixed.after().diagnostics()).isEqualTo(again.before().diagnostics());
    if (fixed.before().schedule().isPresent()) {
      assertThat(fixed.after().schedule()).isPresent();
      assertThat(errors(fixed.after())).isLessThanOrEqualTo(errors(fixed.before()));
      assertThat(fixed.after().model()).isEqualTo(fixed.before().model());
    }
  }

  private static int errors(Analysis analysis) {
    List<Diagnostic> errors = Checked.errors(analysis.diagnostics());
    return errors.size();
  }

  private static Fixed fix(Analyzer analyzer, Path file, String text, boolean unsafe) {
    String path = file.toString().replace('\\', '/');
    Analysis before = analyzer.analyze(SourceFile.of(path, text), file);
    return new Fixer(analyzer, ALL, unsafe).fix(before, file);
  }

  /**
   * The analyzer for what a schedule says of itself; without a word of a model, for a common one.
   */
  private static Analyzer analyzer(String text) {
    Optional<Path> model =
        text.contains("schedulec: model=")
            ? Optional.empty()
            : Optional.of(Checked.bundled("resnet20_cifar"));
    return analyzer(text.contains("SC006") ? Optional.empty() : model, text);
  }

  private static Analyzer analyzer(Optional<Path> model, String text) {
    Target target = text.contains("target=distiller") ? Target.DISTILLER : Target.PLAN;
    Matcher epochs = Pattern.compile("epochs=(\\d+)").matcher(text);
    OptionalInt length =
        epochs.find() ? OptionalInt.of(Integer.parseInt(epochs.group(1))) : OptionalInt.empty();
    return new Analyzer(MODELS, model, target, length);
  }

  /**
   * A schedule, below the line that names its model, with the slips of a hand: lost letters, lost
   * and doubled lines, other indents.
   */
  private static String mutant(String text, Random random) {
    StringBuilder out = new StringBuilder(text);
    int start = Math.max(0, text.indexOf('\n', Math.max(0, text.indexOf("schedulec: model="))));
    for (int n = 1 + random.nextInt(3); n > 0 && out.length() > start + 2; n--) {
      int at = start + 1 + random.nextInt(out.length() - start - 1);
      int lineEnd = Math.max(at, out.indexOf("\n", at));
      int lineStart = out.lastIndexOf("\n", at - 1) + 1;
      switch (random.nextInt(7)) {
        case 0 -> out.deleteCharAt(at);
        case 1 -> out.insert(at, out.charAt(at));
        case 2 -> out.delete(lineStart, lineEnd);
        case 3 -> out.insert(lineStart, out.substring(lineStart, lineEnd) + "\n");
        case 4 -> out.insert(lineStart, "  ");
        case 5 -> out.insert(lineStart, "\t");
        default -> out.setCharAt(at, "0'\"[]{}:,-#*9".charAt(random.nextInt(13)));
      }
    }
    return out.toString();
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  private static String read(Path file) {
    return Sources.read(file.toString(), file).text();
  }

  private static Stream<Path> schedules(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(f -> name(f).endsWith(".yaml") && !name(f).endsWith(".fixed.yaml"))
          .sorted()
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
