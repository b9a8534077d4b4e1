package io.schedulec.analysis;

import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Label;
import io.schedulec.diagnostic.Severity;
import io.schedulec.schedule.FileKind;
import io.schedulec.schedule.Schedule;
import java.util.Collection;
import java.util.List;

/**
 * Whether fixes left a schedule better than it was.
 *
 * <p>A safe fix only shows what had been wrong before, so as much may be found afterwards; an
 * unsafe one has to leave less: fewer findings, or a finding about fewer places. What a text that
 * is no YAML hides cannot be counted: to be read is better.
 */
final class Improvement {
  private final Analysis before;
  private final Analysis after;
  private final List<Fix> made;

  private Improvement(Analysis before, Analysis after, List<Fix> made) {
    this.before = before;
    this.after = after;
    this.made = made;
  }

  static boolean between(Analysis before, Analysis after, List<Fix> made) {
    return new Improvement(before, after, made).holds();
  }

  private boolean holds() {
    if (before.schedule().isEmpty()) {
      return after.schedule().isPresent() || unread(after) < unread(before);
    }
    return checkedAsMuch() && (notMore() || smaller()) && made.stream().allMatch(this::gone);
  }

  /** How much of a text that is no YAML lies behind its first mistake. */
  private static int unread(Analysis analysis) {
    int length = analysis.source().text().length();
    return analysis.diagnostics().stream()
        .mapToInt(d -> length - d.primary().span().start())
        .max()
        .orElse(length);
  }

  /** A text that is no schedule any more, or has lost its model, has few findings for a reason. */
  private boolean checkedAsMuch() {
    boolean model = before.model().isEmpty() || before.model().equals(after.model());
    return after.schedule().isPresent() && model && (isSchedule(after) || !isSchedule(before));
  }

  private static boolean isSchedule(Analysis analysis) {
    return analysis
        .schedule()
        .map(Schedule::fileKind)
        .filter(FileKind.SCHEDULE::equals)
        .isPresent();
  }

  /** At and above every severity that was fixed. */
  private boolean notMore() {
    for (Severity severity : Severity.values()) {
      long unsafe = made.stream().filter(f -> f.unsafe() && atLeast(f.finding(), severity)).count();
      if (count(after, severity) > count(before, severity) - unsafe) {
        return false;
      }
      if (made.stream().allMatch(f -> atLeast(f.finding(), severity))) {
        return true;
      }
    }
    return true;
  }

  /** One finding of many places, of which some are left: misspelt names, one of them unknown. */
  private boolean smaller() {
    return made.size() == 1 && kinds(after).equals(kinds(before)) && places(after) < places(before);
  }

  private static List<DiagnosticKind> kinds(Analysis analysis) {
    return analysis.diagnostics().stream().map(Diagnostic::kind).sorted().toList();
  }

  private static long places(Analysis analysis) {
    return analysis.diagnostics().stream()
        .flatMap(d -> d.labels().stream())
        .filter(Label::primary)
        .count();
  }

  private static long count(Analysis analysis, Severity severity) {
    return analysis.diagnostics().stream().filter(d -> atLeast(d, severity)).count();
  }

  private static boolean atLeast(Diagnostic finding, Severity severity) {
    return finding.severity().compareTo(severity) <= 0;
  }

  private boolean gone(Fix fix) {
    Collection<Diagnostic> fixed = made.stream().map(Fix::finding).toList();
    long left = alike(before.diagnostics(), fix) - alike(fixed, fix);
    return alike(after.diagnostics(), fix) <= left;
  }

  private static long alike(Collection<Diagnostic> findings, Fix fix) {
    DiagnosticKind kind = fix.finding().kind();
    String message = fix.finding().message();
    return findings.stream().filter(d -> d.kind() == kind && d.message().equals(message)).count();
  }
}
