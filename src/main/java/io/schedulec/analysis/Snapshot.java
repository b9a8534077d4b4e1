package io.schedulec.analysis;

import io.schedulec.source.Drift;
import io.schedulec.source.SourceFile;

/**
 * What is known of an open text at one moment. Immutable.
 *
 * @param text the text
 * @param analysis what it says, or what is wrong with it
 * @param readable the last analysis whose text could be read as YAML: the same one, or that of an
 *     earlier text; where there was none yet, the same one, unreadable
 * @param drift where places of the readable text are in this one
 */
public record Snapshot(OpenText text, Analysis analysis, Analysis readable, Drift drift) {

  /** What is known after a first analysis. */
  static Snapshot first(OpenText text, Analysis analysis) {
    return new Snapshot(text, analysis, analysis, Drift.none());
  }

  /** What is known after a later analysis of a newer text, or of the same one. */
  Snapshot then(OpenText newer, Analysis latest) {
    if (latest.schedule().isPresent() || readable.schedule().isEmpty()) {
      return first(newer, latest);
    }
    Drift since = Drift.between(readable.source().text(), newer.source().text());
    return new Snapshot(newer, latest, readable, since);
  }

  /** The text as it is. */
  public SourceFile source() {
    return text.source();
  }
}
