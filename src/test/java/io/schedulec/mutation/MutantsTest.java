package io.schedulec.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.analysis.Analysis;
import io.schedulec.analysis.Analyzer;
import io.schedulec.analysis.Checked;
import io.schedulec.analysis.Compilation;
import io.schedulec.bind.Target;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.lower.LoweringOptions;
import io.schedulec.source.SourceFile;
import io.schedulec.source.UnifiedDiff;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Every slip of the listed kinds in a schedule without errors is found by the code that is meant
 * for it, or changes nothing that the plan says. Prints how many of each kind are, and which are
 * not.
 */
final class MutantsTest {
  private static final int DRAWN = Integer.getInteger("mutants.schedules", 40);
  private static final int ALIKE = Integer.getInteger("mutants.alike", 8);
  private static final double LEAST = 0.98;

  private final Map<String, Tally> tallies = new TreeMap<>();
  private final Map<String, List<String>> survivors = new TreeMap<>();

  /** How many mutants of a kind there were, and what became of them. */
  private static final class Tally {
    int found;
    int equal;
    int left;
  }

  @Test
  void everySlipIsFound() {
    for (int seed = 0; seed < DRAWN; seed++) {
      RandomSchedule drawn = RandomSchedule.of(seed);
      Analyzer analyzer = FixPropertiesTest.analyzer(Checked.bundled(drawn.model()), Target.PLAN);
      mutate("seed " + seed, Path.of("s.yaml"), drawn.text(), analyzer);
    }
    List<Corpus.Entry> corpus = new ArrayList<>(Corpus.own("ok", "plans", "run"));
    corpus.addAll(Corpus.published());
    for (Corpus.Entry entry : corpus) {
      mutate(entry.file().toString(), entry.file(), entry.text(), entry.analyzer());
    }
    int found = tallies.values().stream().mapToInt(t -> t.found).sum();
    int left = tallies.values().stream().mapToInt(t -> t.left).sum();
    print(found, left);

    assertThat(tallies.size()).isGreaterThan(40);
    assertThat((double) found / (found + left)).isGreaterThanOrEqualTo(LEAST);
  }

  private void mutate(String name, Path file, String text, Analyzer analyzer) {
    Analysis before = analyzer.analyze(SourceFile.of(file.toString(), text), file);
    if (before.bound().isEmpty() || !Checked.errors(before.diagnostics()).isEmpty()) {
      return;
    }
    Map<String, List<Mutant>> kinds = new LinkedHashMap<>();
    for (Mutant mutant : Mutants.of(before)) {
      kinds.computeIfAbsent(mutant.kind(), kind -> new ArrayList<>()).add(mutant);
    }
    for (List<Mutant> alike : kinds.values()) {
      int step = Math.max(1, alike.size() / ALIKE);
      for (int i = 0; i < alike.size(); i += step) {
        judge(name, file, before, alike.get(i), analyzer);
      }
    }
  }

  private void judge(String name, Path file, Analysis before, Mutant mutant, Analyzer analyzer) {
    Analysis after = analyzer.analyze(SourceFile.of(file.toString(), mutant.text()), file);
    Tally tally = tallies.computeIfAbsent(mutant.kind(), kind -> new Tally());
    Set<String> known = new HashSet<>();
    before.diagnostics().forEach(d -> known.add(d.kind() + d.message()));
    List<Diagnostic> fresh = new ArrayList<>(after.diagnostics());
    fresh.removeIf(d -> known.contains(d.kind() + d.message()));
    if (fresh.stream().anyMatch(d -> d.kind().code().matches(mutant.codes()))) {
      tally.found++;
    } else if (plan(before).isPresent() && plan(before).equals(plan(after))) {
      tally.equal++;
    } else {
      tally.left++;
      survivors
          .computeIfAbsent(mutant.kind() + " " + Checked.codes(fresh), kind -> new ArrayList<>())
          .add(name + "\n" + UnifiedDiff.of("x", before.source().text(), mutant.text()));
    }
  }

  /** What a schedule does, without where it says so. */
  private static Optional<String> plan(Analysis analysis) {
    return Compilation.of(analysis, LoweringOptions.DEFAULT)
        .result()
        .map(plan -> plan.text().replaceAll("(?m)^schedule .*$|#.*$", ""));
  }

  private void print(int found, int left) {
    System.out.printf("%-34s %7s %7s %7s %8s%n", "slip", "found", "equal", "left", "rate");
    tallies.forEach((kind, t) -> System.out.println(row(kind, t.found, t.equal, t.left)));
    int equal = tallies.values().stream().mapToInt(t -> t.equal).sum();
    System.out.println(row("all", found, equal, left));
    survivors.forEach(
        (kind, list) ->
            System.out.println("left: " + kind + " x" + list.size() + "\n" + list.get(0)));
  }

  private static String row(String kind, int found, int equal, int left) {
    double rate = found + left == 0 ? 1 : (double) found / (found + left);
    return String.format("%-34s %7d %7d %7d %7.1f%%", kind, found, equal, left, 100 * rate);
  }
}
