package io.schedulec.schedule;

import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.yaml.YamlDocument;
import java.util.List;
import java.util.function.Consumer;

/** Reads a schedule by the catalogue. */
public final class ScheduleReader {
  private ScheduleReader() {}

  /** The schedule of a document; every mistake of the language is reported once. */
  public static Schedule read(YamlDocument document, Consumer<Diagnostic> out) {
    return new Schedule(
        document.source(),
        FileKind.SCHEDULE,
        document.root(),
        List.of(),
        List.of(),
        document.directives());
  }
}
