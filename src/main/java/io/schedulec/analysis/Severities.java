package io.schedulec.analysis;

import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Severity;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How bad findings are in a project.
 *
 * @param rules what is said, in file order; the last that fits counts
 */
record Severities(List<Rule> rules) {
  /** Findings are as bad as they are of themselves. */
  static final Severities NONE = new Severities(List.of());

  /** Copies the rules. */
  Severities {
    rules = List.copyOf(rules);
  }

  /**
   * What is said of some files.
   *
   * @param files which, relative to the folder of the configuration; empty for all
   * @param severities the severity of each kind that is spoken of; empty for none at all
   */
  record Rule(Optional<PathMatcher> files, Map<DiagnosticKind, Optional<Severity>> severities) {
    /** Copies the severities. */
    Rule {
      severities = new EnumMap<>(severities);
    }
  }

  /** The severity of a finding in a file; empty if it is not to be shown. */
  Optional<Severity> of(Diagnostic diagnostic, Path relative) {
    Optional<Severity> severity = Optional.of(diagnostic.severity());
    for (Rule rule : rules) {
      Optional<Severity> said = rule.severities().get(diagnostic.kind());
      if (said != null && (rule.files().isEmpty() || rule.files().get().matches(relative))) {
        severity = said;
      }
    }
    return severity;
  }
}
