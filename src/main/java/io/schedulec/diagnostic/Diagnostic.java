package io.schedulec.diagnostic;

import io.schedulec.source.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A finding: what is wrong, where, why, and what to write instead. Every renderer reads only this.
 *
 * @param kind which finding
 * @param severity how bad it is here; usually the kind's own severity
 * @param message what is wrong, one line that stands alone, with names and counts
 * @param primary the smallest place that still shows the problem, and what is wrong with it
 * @param labels other places that had a part; an empty place without text only asks that its line
 *     be shown
 * @param figures drawings, in the order in which they are shown
 * @param cause what would happen at run time, and in which epoch; may be empty
 * @param notes further facts
 * @param helps what to do, best first
 * @param data facts for programs, documented on the kind's page; values are strings, numbers,
 *     booleans, or lists of them
 * @param commands commands that show more, after {@code schedulec explain}
 * @param yamlPath the keys that lead to the primary place, e.g. {@code
 *     pruners.stage3_chain.weights[0]}; empty where none do
 */
public record Diagnostic(
    DiagnosticKind kind,
    Severity severity,
    String message,
    Label primary,
    List<Label> labels,
    List<Figure> figures,
    String cause,
    List<String> notes,
    List<Help> helps,
    Map<String, Object> data,
    List<String> commands,
    String yamlPath) {

  /** Copies the collections; {@code data} keeps its order. */
  public Diagnostic {
    primary = new Label(primary.span(), primary.text(), true);
    labels = List.copyOf(labels);
    figures = List.copyOf(figures);
    notes = List.copyOf(notes);
    helps = List.copyOf(helps);
    data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
    commands = List.copyOf(commands);
  }

  /** This finding, as bad as a configuration says. */
  public Diagnostic with(Severity other) {
    return new Diagnostic(
        kind, other, message, primary, labels, figures, cause, notes, helps, data, commands,
        yamlPath);
  }

  /** This finding at a place that keys lead to. */
  public Diagnostic under(String path) {
    return new Diagnostic(
        kind, severity, message, primary, labels, figures, cause, notes, helps, data, commands,
        path);
  }

  /** Starts a finding of the given kind at a place. */
  public static Builder at(DiagnosticKind kind, Span span, String message) {
    return new Builder(kind, span, message);
  }

  /** Collects the parts of one finding. */
  public static final class Builder {
    private final DiagnosticKind kind;
    private final Span span;
    private final String message;
    private Severity severity;
    private String text = "";
    private String cause = "";
    private final List<Label> labels = new ArrayList<>();
    private final List<Figure> figures = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<Help> helps = new ArrayList<>();
    private final Map<String, Object> data = new LinkedHashMap<>();
    private final List<String> commands = new ArrayList<>();

    private Builder(DiagnosticKind kind, Span span, String message) {
      this.kind = kind;
      this.span = span;
      this.message = message;
      this.severity = kind.severity();
    }

    /** Overrides the kind's severity. */
    public Builder severity(Severity value) {
      severity = value;
      return this;
    }

    /** What is wrong with the primary place; must make sense when it is all that is shown. */
    public Builder saying(String value) {
      text = value;
      return this;
    }

    /** Adds another place. */
    public Builder label(Span place, String part) {
      return add(new Label(place, part));
    }

    /** Adds another place that the finding is about. */
    public Builder also(Span place, String wrong) {
      return add(new Label(place, wrong, true));
    }

    private Builder add(Label label) {
      if (label.span().length() == 0 || !said(label)) {
        labels.add(label);
      }
      return this;
    }

    /** Whether a place says so already: a selector stands for many weights in one place. */
    private boolean said(Label label) {
      boolean said = label.span().equals(span) && label.text().equals(text);
      for (Label other : labels) {
        said |= other.span().equals(label.span()) && other.text().equals(label.text());
      }
      return said;
    }

    /** Asks for the line of a place to be shown, without a mark on it. */
    public Builder context(Span place) {
      return label(Span.at(place.start(), 0), "");
    }

    /** Adds a drawing. */
    public Builder figure(Figure figure) {
      figures.add(figure);
      return this;
    }

    /** Says what would happen at run time. */
    public Builder cause(String value) {
      cause = value;
      return this;
    }

    /** Adds a fact. */
    public Builder note(String value) {
      notes.add(value);
      return this;
    }

    /** Adds something to do. */
    public Builder help(Help help) {
      helps.add(help);
      return this;
    }

    /** Adds a fact for programs. */
    public Builder data(String key, Object value) {
      data.put(key, value);
      return this;
    }

    /** Adds a command that shows more. */
    public Builder command(String value) {
      commands.add(value);
      return this;
    }

    /** The finding. */
    public Diagnostic build() {
      return new Diagnostic(
          kind,
          severity,
          message,
          new Label(span, text, true),
          labels,
          figures,
          cause,
          notes,
          helps,
          data,
          commands,
          "");
    }
  }
}
