package io.schedulec.ide;

import io.schedulec.analysis.Analysis;
import io.schedulec.analysis.Snapshot;
import io.schedulec.diagnostic.Applicability;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.Edit;
import io.schedulec.diagnostic.Edits;
import io.schedulec.diagnostic.Help;
import io.schedulec.diagnostic.Label;
import io.schedulec.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The helps of findings, where they are edits. */
public final class QuickFixes {
  private QuickFixes() {}

  /** What can be done about the findings that a place touches, in source order, best first. */
  public static List<QuickFix> in(Snapshot snapshot, Span place) {
    List<QuickFix> fixes = new ArrayList<>();
    for (Diagnostic diagnostic : snapshot.analysis().diagnostics()) {
      if (concerns(diagnostic, place)) {
        fixes.addAll(of(snapshot.analysis(), diagnostic));
      }
    }
    return fixes;
  }

  private static boolean concerns(Diagnostic diagnostic, Span place) {
    return Stream.concat(
            Stream.of(diagnostic.primary()), diagnostic.labels().stream().filter(Label::primary))
        .map(Label::span)
        .anyMatch(span -> span.start() <= place.end() && place.start() <= span.end());
  }

  private static List<QuickFix> of(Analysis analysis, Diagnostic diagnostic) {
    List<QuickFix> fixes = new ArrayList<>();
    for (Help help : diagnostic.helps()) {
      boolean edits = help.applicability() != Applicability.NONE && !help.edits().isEmpty();
      if (edits && Edits.applicable(analysis.source().text().length(), help.edits())) {
        boolean safe = help.applicability() == Applicability.SAFE && fixes.isEmpty();
        List<Edit> sorted = Edits.sorted(help.edits());
        fixes.add(new QuickFix(title(help), diagnostic, sorted, safe));
      }
    }
    return fixes;
  }

  private static String title(Help help) {
    String title = help.text().replace("`", "");
    return help.effect().isEmpty() ? title : title + " (" + help.effect() + ")";
  }
}
