package io.schedulec.diagnostic.render;

import io.schedulec.diagnostic.Applicability;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.Figure;
import io.schedulec.diagnostic.Help;
import io.schedulec.diagnostic.Label;
import io.schedulec.diagnostic.Severity;
import io.schedulec.source.Position;
import io.schedulec.source.SourceFile;
import io.schedulec.source.Span;
import java.util.List;

/** Tells a finding in sentences, one a line, for those who listen to it. */
public final class NarratedRenderer {

  /** The finding as lines that end in {@code \n}, without drawings and without marks on text. */
  public String render(SourceFile file, Diagnostic diagnostic) {
    Narration lines = new Narration();
    lines.say(head(file, diagnostic));
    lines.say(diagnostic.message());
    if (!diagnostic.primary().text().isEmpty()) {
      lines.say("There: " + diagnostic.primary().text());
    }
    for (Label label : diagnostic.labels()) {
      if (!label.text().isEmpty()) {
        lines.say(Narration.capital(place(file, label.span())) + ": " + label.text());
      }
    }
    for (Figure figure : diagnostic.figures()) {
      NarratedFigures.tell(figure, lines);
    }
    lines.say(diagnostic.cause());
    for (String note : diagnostic.notes()) {
      lines.say("Note: " + note);
    }
    helps(file, diagnostic.helps(), lines);
    lines.say("More: schedulec explain " + diagnostic.kind().code());
    return lines.toString();
  }

  private static String head(SourceFile file, Diagnostic diagnostic) {
    return Narration.capital(severity(diagnostic.severity()))
        + " "
        + diagnostic.kind().code()
        + ", "
        + diagnostic.kind().slug()
        + ". File "
        + file.path()
        + ", "
        + place(file, diagnostic.primary().span());
  }

  private static String severity(Severity severity) {
    return severity == Severity.INFO ? "remark" : severity.word();
  }

  private static String place(SourceFile file, Span span) {
    Position start = file.position(span.start());
    Position end = file.position(span.end());
    if (start.line() != end.line()) {
      return "lines " + start.line() + " to " + end.line();
    }
    String line = "line " + start.line() + ", column";
    int last = Math.max(start.column(), end.column() - 1);
    return last == start.column()
        ? line + " " + start.column()
        : line + "s " + start.column() + " to " + last;
  }

  private static void helps(SourceFile file, List<Help> helps, Narration lines) {
    int fixes = 0;
    for (Help help : helps) {
      fixes += isFix(help) ? 1 : 0;
    }
    int number = 0;
    for (Help help : helps) {
      if (isFix(help)) {
        number++;
        lines.say("Fix " + number + " of " + fixes + fix(help));
        NarratedEdits.tell(file, help.edits(), lines);
      } else {
        lines.say("Advice: " + help.text());
      }
      help.lines().forEach(lines::show);
    }
  }

  private static boolean isFix(Help help) {
    return help.applicability() != Applicability.NONE && !help.edits().isEmpty();
  }

  private static String fix(Help help) {
    String effect = help.effect().isEmpty() ? "" : ", " + help.effect();
    return ", " + help.applicability().word() + effect + ": " + help.text();
  }
}
