package io.schedulec.analysis;

import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Edit;
import io.schedulec.diagnostic.Edits;
import io.schedulec.graph.UnreadableModelException;
import io.schedulec.source.SourceFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes the edits that findings come with. Fixes that may concern each other are made one after the
 * other, each on a text that was analysed anew; those that would not leave the schedule better are
 * not kept. A text that is no YAML is changed into one that is, or not at all. Nothing is written.
 */
public final class Fixer {
  /** No schedule comes near; it ends what would otherwise not end. */
  private static final int MOST_PASSES = 1000;

  private final Analyzer analyzer;
  private final Set<DiagnosticKind> kinds;
  private final boolean unsafe;

  /**
   * A fixer.
   *
   * @param analyzer says what is wrong with each text on the way
   * @param kinds the kinds of finding that are fixed
   * @param unsafe whether edits are made too that change what the schedule does
   */
  public Fixer(Analyzer analyzer, Set<DiagnosticKind> kinds, boolean unsafe) {
    this.analyzer = analyzer;
    this.kinds = Set.copyOf(kinds);
    this.unsafe = unsafe;
  }

  /**
   * The schedule after all fixes that can be made.
   *
   * @param before what is known of it
   * @param file where it lies, as for {@link Analyzer#analyze}
   */
  public Fixed fix(Analysis before, Path file) {
    Set<String> seen = new HashSet<>();
    Analysis now = before;
    int count = 0;
    for (int pass = 0; pass < MOST_PASSES; pass++) {
      seen.add(now.source().text());
      Optional<Step> step = step(now, file, seen);
      if (step.isEmpty()) {
        break;
      }
      now = step.get().after();
      count += step.get().made().size();
    }
    if (now.schedule().isEmpty()) {
      return new Fixed(before, before, 0, Fix.of(before, kinds, unsafe).size());
    }
    return new Fixed(before, now, count, Fix.of(now, kinds, unsafe).size());
  }

  /** Some fixes that were made together. */
  private record Step(Analysis after, List<Fix> made) {}

  /** Where the first way about no finding leaves the schedule better, the second is tried. */
  private Optional<Step> step(Analysis now, Path file, Set<String> seen) {
    for (int turn = 0; ; turn++) {
      List<Fix> fixes = Fix.of(now, kinds, unsafe, turn);
      if (fixes.isEmpty()) {
        return Optional.empty();
      }
      Optional<Step> step = step(now, file, fixes, seen);
      if (step.isPresent()) {
        return step;
      }
    }
  }

  private Optional<Step> step(Analysis now, Path file, List<Fix> fixes, Set<String> seen) {
    List<Fix> open = new ArrayList<>(fixes);
    while (!open.isEmpty()) {
      List<Fix> together = Fix.apart(open);
      Optional<Step> step = most(now, file, together, seen);
      if (step.isPresent()) {
        return step;
      }
      open.removeAll(together);
    }
    return Optional.empty();
  }

  /** All fixes, or else as many of one half; the others have their turn on the next text. */
  private Optional<Step> most(Analysis now, Path file, List<Fix> fixes, Set<String> seen) {
    Optional<Step> all = all(now, file, fixes, seen);
    int half = fixes.size() / 2;
    if (all.isPresent() || half == 0) {
      return all;
    }
    Optional<Step> first = most(now, file, fixes.subList(0, half), seen);
    return first.isPresent() ? first : most(now, file, fixes.subList(half, fixes.size()), seen);
  }

  private Optional<Step> all(Analysis now, Path file, List<Fix> fixes, Set<String> seen) {
    List<Edit> edits = new ArrayList<>();
    fixes.forEach(fix -> edits.addAll(fix.help().edits()));
    String text = Edits.apply(now.source().text(), edits);
    if (seen.contains(text)) {
      return Optional.empty();
    }
    return analyze(SourceFile.of(now.source().path(), text), file)
        .filter(after -> Improvement.between(now, after, fixes))
        .map(after -> new Step(after, fixes));
  }

  /** An edit that makes the schedule name another model may name one that cannot be had. */
  private Optional<Analysis> analyze(SourceFile source, Path file) {
    try {
      return Optional.of(analyzer.analyze(source, file));
    } catch (UnusableFileException | UnreadableModelException e) {
      return Optional.empty();
    }
  }
}
