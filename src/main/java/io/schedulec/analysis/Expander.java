package io.schedulec.analysis;

import io.schedulec.bind.BoundSchedule;
import io.schedulec.bind.Selection;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Edits;
import io.schedulec.diagnostic.Severity;
import io.schedulec.expand.Expansion;
import io.schedulec.schedule.Argument;
import io.schedulec.schedule.Instance;
import io.schedulec.source.SourceFile;
import io.schedulec.source.Span;
import io.schedulec.source.Spanned;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes schedules as the original trainer reads them: with names in the place of selectors. */
public final class Expander {
  private static final Set<DiagnosticKind> ABOUT_SELECTORS =
      EnumSet.of(
          DiagnosticKind.SELECTOR_SYNTAX,
          DiagnosticKind.SELECTOR_EMPTY,
          DiagnosticKind.SELECTOR_FUNCTION);

  private final Analyzer analyzer;

  /** An expander of what an analyzer finds. */
  public Expander(Analyzer analyzer) {
    this.analyzer = analyzer;
  }

  /**
   * What became of a schedule. Immutable.
   *
   * @param analysis what is known of it
   * @param text the schedule without selectors; empty if that cannot be had
   * @param reasons the findings that say why not
   */
  public record Expanded(Analysis analysis, Optional<String> text, List<Diagnostic> reasons) {
    /** Copies the list. */
    public Expanded {
      reasons = List.copyOf(reasons);
    }
  }

  /** The schedule without its selectors; see {@link Analyzer#analyze} for what is thrown. */
  public Expanded expand(SourceFile source, Path file) {
    Analysis before = analyzer.analyze(source, file);
    List<Diagnostic> reasons = reasons(before);
    if (!reasons.isEmpty()) {
      return new Expanded(before, Optional.empty(), reasons);
    }
    String text = Edits.apply(source.text(), Expansion.edits(source, before.selections()));
    Analysis after = analyzer.analyze(SourceFile.of(source.path(), text), file);
    return same(before, after)
        ? new Expanded(before, Optional.of(text), List.of())
        : new Expanded(before, Optional.empty(), List.of(differs(before)));
  }

  private static List<Diagnostic> reasons(Analysis analysis) {
    List<Diagnostic> reasons = new ArrayList<>();
    for (Diagnostic finding : analysis.diagnostics()) {
      boolean concerns =
          analysis.bound().isEmpty()
              || ABOUT_SELECTORS.contains(finding.kind())
              || aboutList(analysis, finding);
      if (finding.severity() == Severity.ERROR && concerns) {
        reasons.add(finding);
      }
    }
    Optional<Span> obstacle = Expansion.obstacle(analysis.source(), analysis.selections());
    obstacle.ifPresent(
        place ->
            reasons.add(
                cannot(place, "an anchor, a tag or a comment is in the way of names here", "")));
    return reasons;
  }

  /** Whether a finding is about a list that could not be read, so that selectors are unread. */
  private static boolean aboutList(Analysis analysis, Diagnostic finding) {
    for (Instance instance : analysis.bound().orElseThrow().schedule().instances()) {
      Optional<Argument> weights = instance.argument("weights").filter(list -> !list.valid());
      if (weights.isPresent() && weights.get().span().contains(finding.primary().span())) {
        return true;
      }
    }
    return false;
  }

  private static Diagnostic differs(Analysis analysis) {
    List<Selection> selections = analysis.selections();
    Span place = selections.isEmpty() ? new Span(0, 0) : selections.get(0).argument().key().span();
    return cannot(
        place,
        "the schedule would not read the same with names in the place of its selectors",
        "probably an anchored value that is used again");
  }

  private static Diagnostic cannot(Span place, String message, String label) {
    return Diagnostic.at(DiagnosticKind.SELECTOR_TARGET, place, message).saying(label).build();
  }

  private static boolean same(Analysis before, Analysis after) {
    return after.selections().isEmpty() && names(before.bound()).equals(names(after.bound()));
  }

  private static List<List<String>> names(Optional<BoundSchedule> bound) {
    List<List<String>> all = new ArrayList<>();
    for (Instance instance : bound.orElseThrow().schedule().instances()) {
      List<String> names = new ArrayList<>();
      instance.weights().ifPresent(w -> w.items().forEach(i -> names.add(i.name().value())));
      instance.parameterKeys().stream().map(Spanned::value).forEach(names::add);
      all.add(names);
    }
    return all;
  }
}
