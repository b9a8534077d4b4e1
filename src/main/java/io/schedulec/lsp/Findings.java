package io.schedulec.lsp;

import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Label;
import io.schedulec.diagnostic.Severity;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticRelatedInformation;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DiagnosticTag;
import org.eclipse.lsp4j.Location;

/** Findings as the protocol has them. */
final class Findings {
  private static final String SOURCE = "schedulec";

  private final String uri;
  private final Positions positions;
  private final boolean related;

  Findings(String uri, Positions positions, boolean related) {
    this.uri = uri;
    this.positions = positions;
    this.related = related;
  }

  List<Diagnostic> all(List<io.schedulec.diagnostic.Diagnostic> findings) {
    return findings.stream().map(this::one).toList();
  }

  Diagnostic one(io.schedulec.diagnostic.Diagnostic finding) {
    Diagnostic diagnostic = new Diagnostic();
    diagnostic.setRange(positions.range(finding.primary().span()));
    diagnostic.setSeverity(severity(finding.severity()));
    diagnostic.setCode(finding.kind().code());
    diagnostic.setSource(SOURCE);
    String cause = finding.cause();
    diagnostic.setMessage(cause.isEmpty() ? finding.message() : finding.message() + "\n" + cause);
    if (related) {
      diagnostic.setRelatedInformation(places(finding));
    }
    if (finding.kind() == DiagnosticKind.NEVER_USED) {
      diagnostic.setTags(List.of(DiagnosticTag.Unnecessary));
    }
    return diagnostic;
  }

  private List<DiagnosticRelatedInformation> places(io.schedulec.diagnostic.Diagnostic finding) {
    List<DiagnosticRelatedInformation> places = new ArrayList<>();
    for (Label label : finding.labels()) {
      if (!label.text().isEmpty()) {
        Location location = new Location(uri, positions.range(label.span()));
        places.add(new DiagnosticRelatedInformation(location, label.text()));
      }
    }
    return places;
  }

  private static DiagnosticSeverity severity(Severity severity) {
    return switch (severity) {
      case ERROR -> DiagnosticSeverity.Error;
      case WARNING -> DiagnosticSeverity.Warning;
      case INFO -> DiagnosticSeverity.Information;
    };
  }
}
