package io.schedulec.analysis;

import io.schedulec.bind.BoundSchedule;
import io.schedulec.source.Drift;
import io.schedulec.source.SourceFile;
import java.util.Optional;

/**
 * What is known of an open text at one moment. Immutable.
 *
 * @param text the text
 * @param analysis what it says, or what is wrong with it
 * @param readable the last analysis whose text could be read as YAML: the same one, or that of an
 *     earlier text; where there was none yet, the same one, unreadable
 * @param bound the readable schedule joined with its model; where nothing was readable yet, a
 *     schedule of nothing
 * @param drift where places of the readable text are in this one
 */
public record Snapshot(
    OpenText text,
    Analysis analysis,
    Analysis readable,
    Optional<BoundSchedule> bound,
    Drift drift) {

  /** What is known after an analysis of a text that can be read. */
  static Snapshot of(OpenText text, Analysis analysis) {
    return new Snapshot(text, analysis, analysis, analysis.bound(), Drift.none());
  }

  /** What is known of a text that never could be read but has a model. */
  static Snapshot unreadable(OpenText text, Analysis analysis, Optional<BoundSchedule> model) {
    return new Snapshot(text, analysis, analysis, model, Drift.none());
  }

  /** What is known after a newer text, or the same one, could not be read. */
  Snapshot then(OpenText newer, Analysis latest) {
    Drift since = Drift.between(readable.source().text(), newer.source().text());
    return new Snapshot(newer, latest, readable, bound, since);
  }

  /** The text as it is. */
  public SourceFile source() {
    return text.source();
  }
}
