package io.schedulec.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.Edit;
import io.schedulec.diagnostic.Help;
import io.schedulec.source.SourceFile;
import io.schedulec.yaml.YamlDocument;
import io.schedulec.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads schedules and compares what is said about them. */
final class Language {
  private Language() {}

  /** What reading a text gives. */
  record Reading(SourceFile source, Optional<Schedule> schedule, List<Diagnostic> findings) {

    /** Each finding as {@code line SCxxx severity}. */
    List<String> summary() {
      List<String> lines = new ArrayList<>();
      for (Diagnostic finding : findings) {
        int line = source.position(finding.primary().span().start()).line();
        lines.add(line + " " + finding.kind().code() + " " + finding.severity().word());
      }
      return lines;
    }

    List<String> codes() {
      return findings.stream().map(finding -> finding.kind().code()).toList();
    }

    Schedule get() {
      return schedule.orElseThrow(() -> new AssertionError("nothing was read: " + findings));
    }
  }

  static Reading read(String... lines) {
    return read(SourceFile.of("a.yaml", String.join("\n", lines)));
  }

  static Reading read(SourceFile source) {
    List<Diagnostic> findings = new ArrayList<>();
    Optional<YamlDocument> document = YamlReader.read(source, findings::add);
    Optional<Schedule> schedule = document.map(found -> ScheduleReader.read(found, findings::add));
    return new Reading(source, schedule, findings);
  }

  static Reading assertValid(String... lines) {
    Reading reading = read(lines);
    assertThat(reading.findings()).as(String.join("\n", lines)).isEmpty();
    return reading;
  }

  /** Exactly one finding, at a line, with a part of its message. */
  static Diagnostic assertInvalid(String code, int line, String message, String... lines) {
    Reading reading = read(lines);
    assertThat(reading.findings()).as(String.join("\n", lines)).hasSize(1);
    Diagnostic finding = reading.findings().get(0);
    assertThat(reading.summary().get(0)).startsWith(line + " " + code + " ");
    assertThat(finding.message()).contains(message);
    return finding;
  }

  /** The text after the edits of a finding's first help that has some. */
  static String fixed(Diagnostic finding, String... lines) {
    for (Help help : finding.helps()) {
      if (!help.edits().isEmpty()) {
        return apply(String.join("\n", lines), help.edits());
      }
    }
    throw new AssertionError("no help with edits: " + finding.helps());
  }

  static String apply(String text, List<Edit> edits) {
    StringBuilder result = new StringBuilder(text);
    for (int i = edits.size() - 1; i >= 0; i--) {
      Edit edit = edits.get(i);
      result.replace(edit.span().start(), edit.span().end(), edit.newText());
    }
    return result.toString();
  }
}
