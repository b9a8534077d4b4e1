package io.schedulec.schedule;

import io.schedulec.diagnostic.Diagnostic;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Passes findings on, each place and kind once: an aliased value is read at every alias. */
final class Findings implements Consumer<Diagnostic> {
  private final Consumer<Diagnostic> out;
  private final Set<String> seen = new HashSet<>();

  Findings(Consumer<Diagnostic> out) {
    this.out = out;
  }

  @Override
  public void accept(Diagnostic finding) {
    if (seen.add(finding.kind() + " " + finding.primary().span())) {
      out.accept(finding);
    }
  }

  /** Passes a finding on. */
  void add(Diagnostic.Builder finding) {
    accept(finding.build());
  }
}
