package io.schedulec.analysis;

import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.Severity;
import io.schedulec.schedule.Schedule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes out of what was found what the author, the project or a baseline accepts. */
final class Acceptance {
  private final Optional<Configuration> configuration;
  private final Optional<Baseline> baseline;

  Acceptance(Optional<Configuration> configuration, Optional<Baseline> baseline) {
    this.configuration = configuration;
    this.baseline = baseline;
  }

  /** The analysis with what is left to show. */
  Analysis of(Analysis found, Path file) {
    List<Diagnostic> shown = new ArrayList<>();
    int allowed = allow(found, shown);
    allowed += weigh(shown, file);
    Baseline.Rest rest =
        baseline.isPresent() ? baseline.get().rest(found, file, shown) : Baseline.Rest.all(shown);
    return new Analysis(
        found.source(),
        found.schedule(),
        found.bound(),
        found.model(),
        found.selections(),
        rest.fresh(),
        found.diagnostics(),
        new Hidden(allowed, rest.known(), rest.gone()));
  }

  /** Leaves out what comments allow, and adds what is wrong with them. */
  private static int allow(Analysis found, List<Diagnostic> shown) {
    Optional<Schedule> schedule = found.schedule();
    if (schedule.isEmpty()) {
      shown.addAll(found.diagnostics());
      return 0;
    }
    Allowing allowing = Allowing.in(schedule.get());
    for (Diagnostic diagnostic : found.diagnostics()) {
      if (!allowing.allows(diagnostic)) {
        shown.add(diagnostic);
      }
    }
    int allowed = found.diagnostics().size() - shown.size();
    boolean all = found.bound().isPresent() && found.bound().get().facts().present();
    if (allowing.complain(all, shown)) {
      Analyzer.sort(shown);
    }
    return allowed;
  }

  /** Gives each finding the severity that the configuration gives it; some have none. */
  private int weigh(List<Diagnostic> shown, Path file) {
    if (configuration.isEmpty() || configuration.get().severities().rules().isEmpty()) {
      return 0;
    }
    List<Diagnostic> weighed = new ArrayList<>();
    for (Diagnostic diagnostic : shown) {
      Optional<Severity> severity = configuration.get().severity(diagnostic, file);
      severity.ifPresent(s -> weighed.add(diagnostic.with(s)));
    }
    int off = shown.size() - weighed.size();
    shown.clear();
    shown.addAll(weighed);
    return off;
  }
}
