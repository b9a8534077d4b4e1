package io.schedulec.analysis;

import io.schedulec.diagnostic.Applicability;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Edit;
import io.schedulec.diagnostic.Edits;
import io.schedulec.diagnostic.Help;
import io.schedulec.schedule.Schedule;
import io.schedulec.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The edits that are to be made for one finding.
 *
 * @param finding what they are against
 * @param help what they do
 * @param extent the part of the text that no other edit may touch at the same time
 */
record Fix(Diagnostic finding, Help help, Span extent) {

  /** Whether the schedule prunes something else afterwards. */
  boolean unsafe() {
    return help.applicability() == Applicability.UNSAFE;
  }

  /** What can be done first about findings of some kinds, in source order. */
  static List<Fix> of(Analysis analysis, Set<DiagnosticKind> kinds, boolean unsafe) {
    return of(analysis, kinds, unsafe, 0);
  }

  /**
   * What can be done about findings of some kinds, in source order.
   *
   * @param turn which of the ways that are allowed for a finding; those that have fewer are not in
   *     the list
   */
  static List<Fix> of(Analysis analysis, Set<DiagnosticKind> kinds, boolean unsafe, int turn) {
    List<Fix> fixes = new ArrayList<>();
    List<Span> parts = parts(analysis);
    for (Diagnostic finding : analysis.diagnostics()) {
      if (kinds.contains(finding.kind())) {
        help(finding, analysis.source().text().length(), unsafe, turn)
            .ifPresent(help -> fixes.add(new Fix(finding, help, extent(help, parts))));
      }
    }
    return fixes;
  }

  /** The first fixes of a list that have no part of the text in common. */
  static List<Fix> apart(List<Fix> fixes) {
    List<Fix> apart = new ArrayList<>();
    for (Fix fix : fixes) {
      if (apart.stream().noneMatch(f -> touch(f.extent, fix.extent))) {
        apart.add(fix);
      }
    }
    return apart;
  }

  private static Optional<Help> help(Diagnostic finding, int length, boolean unsafe, int turn) {
    int others = turn;
    for (Help help : finding.helps()) {
      boolean allowed =
          help.applicability() == Applicability.SAFE
              || (unsafe && help.applicability() == Applicability.UNSAFE);
      if (allowed && !help.edits().isEmpty() && Edits.applicable(length, help.edits())) {
        if (others == 0) {
          return Optional.of(help);
        }
        others--;
      }
    }
    return Optional.empty();
  }

  /** Instances and policies: two edits of one list lie in the same, and may not know each other. */
  private static List<Span> parts(Analysis analysis) {
    List<Span> parts = new ArrayList<>();
    if (analysis.schedule().isPresent()) {
      Schedule schedule = analysis.schedule().get();
      schedule.instances().forEach(i -> parts.add(i.span()));
      schedule.policies().forEach(p -> parts.add(p.span()));
    }
    return parts;
  }

  private static Span extent(Help help, List<Span> parts) {
    List<Edit> sorted = Edits.sorted(help.edits());
    Span extent = sorted.get(0).span().to(sorted.get(sorted.size() - 1).span());
    for (Span part : parts) {
      if (touch(part, extent)) {
        extent = extent.to(part);
      }
    }
    return extent;
  }

  private static boolean touch(Span one, Span other) {
    return one.start() <= other.end() && other.start() <= one.end();
  }
}
