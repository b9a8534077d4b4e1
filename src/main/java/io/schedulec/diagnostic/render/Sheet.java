package io.schedulec.diagnostic.render;

import io.schedulec.diagnostic.Severity;
import java.util.List;

/**
 * The lines written so far, without blanks at their ends and never with two empty ones together.
 */
final class Sheet {
  private static final String RESET = "\u001B[0m";

  private final StringBuilder out = new StringBuilder(2048);
  private final boolean colour;
  private final Severity severity;

  Sheet(boolean colour, Severity severity) {
    this.colour = colour;
    this.severity = severity;
  }

  /** Writes a line; one without text counts as empty. */
  void line(Line line) {
    List<Line.Run> runs = line.runs();
    if (runs.isEmpty()) {
      blank();
      return;
    }
    for (Line.Run run : runs) {
      if (colour && run.ink() != Ink.PLAIN) {
        out.append(run.ink().code(severity)).append(run.text()).append(RESET);
      } else {
        out.append(run.text());
      }
    }
    out.append('\n');
  }

  /** Writes lines. */
  void lines(List<Line> lines) {
    for (Line line : lines) {
      line(line);
    }
  }

  /** Writes an empty line unless the last one is empty. */
  void blank() {
    int length = out.length();
    if (length > 1 && out.charAt(length - 2) != '\n') {
      out.append('\n');
    }
  }

  /** Everything written. */
  @Override
  public String toString() {
    return out.toString();
  }
}
