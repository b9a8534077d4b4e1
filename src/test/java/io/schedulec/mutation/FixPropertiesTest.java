package io.schedulec.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.analysis.Analysis;
import io.schedulec.analysis.Analyzer;
import io.schedulec.analysis.Checked;
import io.schedulec.analysis.Fixed;
import io.schedulec.analysis.Fixer;
import io.schedulec.analysis.Models;
import io.schedulec.bind.Target;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Edits;
import io.schedulec.diagnostic.Help;
import io.schedulec.source.SourceFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * What holds for every fix of every broken schedule: it removes the finding that offers it, makes
 * nothing worse, changes what it is about and nothing else, and needs no second time.
 *
 * <p>How many schedules are drawn is the property {@code fix.schedules}.
 */
final class FixPropertiesTest {
  private static final int SCHEDULES = Integer.getInteger("fix.schedules", 10_000);
  private static final Set<DiagnosticKind> ALL = EnumSet.allOf(DiagnosticKind.class);
  private static final Models MODELS = new Models();

  private final Map<String, Integer> made = new TreeMap<>();

  @Test
  void ofSchedulesDrawnAtRandom() {
    List<String> wrong = new ArrayList<>();
    for (int seed = 0; seed < SCHEDULES; seed++) {
      RandomSchedule drawn = RandomSchedule.of(seed);
      Target target = seed % 4 == 3 ? Target.DISTILLER : Target.PLAN;
      Analyzer analyzer = analyzer(Checked.bundled(drawn.model()), target);
      String text = broken(analyzer, drawn.text(), new Random(seed));
      try {
        new Properties(analyzer, Path.of("s.yaml"), made).hold(text);
      } catch (IllegalArgumentException | AssertionError e) {
        wrong.add("seed " + seed + " for " + drawn.model() + ":\n" + text + "\n" + e.getMessage());
      }
    }
    wrong.stream().limit(20).forEach(System.out::println);
    assertThat(wrong.size()).isZero();
    made.forEach((code, count) -> System.out.println("fixes of " + code + ": " + count));
    assertThat(made.keySet())
        .contains(
            "SC001", "SC002", "SC101", "SC102", "SC201", "SC202", "SC203", "SC205", "SC206",
            "SC303", "SC304", "SC306", "SC307", "SC308", "SC309", "SC401", "SC402", "SC404",
            "SC406", "SC407", "SC408", "SC409");
  }

  @Test
  void ofTheCorpus() {
    List<Corpus.Entry> corpus = new ArrayList<>(Corpus.own("err", "ok", "mockups", "plans", "run"));
    corpus.addAll(Corpus.published());
    List<String> wrong = new ArrayList<>();
    for (Corpus.Entry entry : corpus) {
      for (String text : List.of(entry.text(), windows(entry.text()))) {
        try {
          new Properties(entry.analyzer(), entry.file(), made).hold(text);
        } catch (IllegalArgumentException | AssertionError e) {
          wrong.add(entry.file() + ":\n" + e.getMessage());
        }
      }
    }
    wrong.stream().limit(20).forEach(System.out::println);
    assertThat(wrong.size()).isZero();
  }

  private static String windows(String text) {
    return text.replace("\r\n", "\n").replace("\n", "\r\n");
  }

  static Analyzer analyzer(Path model, Target target) {
    return new Analyzer(MODELS, Optional.of(model), target, OptionalInt.empty());
  }

  /** One slip, each kind as often as any other, and sometimes a second one. */
  static String broken(Analyzer analyzer, String text, Random random) {
    String once = slip(analyzer, text, random);
    return random.nextInt(3) == 0 ? slip(analyzer, once, random) : once;
  }

  private static String slip(Analyzer analyzer, String text, Random random) {
    Analysis analysis = analyzer.analyze(SourceFile.of("s.yaml", text), Path.of("s.yaml"));
    if (analysis.bound().isEmpty()) {
      return text;
    }
    Map<String, List<Mutant>> kinds = new TreeMap<>();
    for (Mutant mutant : Mutants.of(analysis)) {
      kinds.computeIfAbsent(mutant.kind(), kind -> new ArrayList<>()).add(mutant);
    }
    List<List<Mutant>> lists = List.copyOf(kinds.values());
    if (lists.isEmpty()) {
      return text;
    }
    List<Mutant> alike = lists.get(random.nextInt(lists.size()));
    return alike.get(random.nextInt(alike.size())).text();
  }

  /** What is asserted of one schedule. */
  static final class Properties {
    private final Analyzer analyzer;
    private final Path file;
    private final Map<String, Integer> made;

    Properties(Analyzer analyzer, Path file, Map<String, Integer> made) {
      this.analyzer = analyzer;
      this.file = file;
      this.made = made;
    }

    void hold(String text) {
      Analysis before = analyze(text);
      for (Diagnostic finding : before.diagnostics()) {
        for (Help help : finding.helps()) {
          if (!help.edits().isEmpty()) {
            made.merge(finding.kind().code(), 1, Integer::sum);
            holds(before, finding, help);
          }
        }
      }
      for (boolean unsafe : new boolean[] {false, true}) {
        assertDoneWhenDone(before, unsafe);
      }
    }

    private Analysis analyze(String text) {
      return analyzer.analyze(SourceFile.of(file.toString(), text), file);
    }

    private void holds(Analysis before, Diagnostic finding, Help help) {
      String text = before.source().text();
      String after = Edits.apply(text, help.edits());
      Analysis left = analyze(after);
      String what = finding.kind().code() + ", " + help.text() + ":\n" + after;

      assertThat(after.contains("\r\n")).as(what).isEqualTo(text.contains("\r\n"));
      if (text.contains("\r\n")) {
        assertThat(after.replace("\r\n", "")).as(what).doesNotContain("\n");
      }
      if (before.schedule().isEmpty()) {
        assertThat(unread(left)).as(what).isLessThan(unread(before));
        return;
      }
      assertThat(count(left, finding)).as(what).isLessThan(count(before, finding));
      assertNothingHigher(before, left, finding, what);
      if (left.schedule().isPresent()) {
        boolean word = !finding.kind().code().startsWith("SC2");
        assertThat(Loaded.changedElsewhere(before, after, help.edits(), word)).as(what).isEmpty();
      }
    }

    /** How much of a text that is no YAML lies behind its first mistake. */
    private static int unread(Analysis analysis) {
      int length = analysis.source().text().length();
      return analysis.schedule().isPresent()
          ? -1
          : length - analysis.diagnostics().get(0).primary().span().start();
    }

    private static long count(Analysis analysis, Diagnostic like) {
      return analysis.diagnostics().stream().filter(d -> same(d, like)).count();
    }

    private static boolean same(Diagnostic one, Diagnostic other) {
      return one.kind() == other.kind() && one.message().equals(other.message());
    }

    private static void assertNothingHigher(
        Analysis before, Analysis after, Diagnostic finding, String what) {
      Map<String, Integer> known = new HashMap<>();
      before.diagnostics().forEach(d -> known.merge(words(d), 1, Integer::sum));
      for (Diagnostic left : after.diagnostics()) {
        boolean higher = left.severity().compareTo(finding.severity()) < 0;
        if (known.merge(words(left), -1, Integer::sum) < 0) {
          assertThat(higher).as(left.kind() + " " + left.message() + " after " + what).isFalse();
        }
      }
    }

    /** Counts in a message may change: it is the same finding about a longer list. */
    private static String words(Diagnostic finding) {
      return finding.kind()
          + finding.message().replaceAll("\\d+", "N").replaceAll("\\bare\\b", "is");
    }

    private void assertDoneWhenDone(Analysis before, boolean unsafe) {
      Fixer fixer = new Fixer(analyzer, ALL, unsafe);
      Fixed once = fixer.fix(before, file);
      if (!once.changed()) {
        return;
      }
      Fixed twice = fixer.fix(analyze(once.after().source().text()), file);
      assertThat(twice.changed()).isFalse();
      assertThat(Checked.errors(once.after().diagnostics()).size())
          .isLessThanOrEqualTo(
              before.schedule().isEmpty()
                  ? Integer.MAX_VALUE
                  : Checked.errors(before.diagnostics()).size());
    }
  }
}
