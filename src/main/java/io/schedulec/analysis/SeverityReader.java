package io.schedulec.analysis;

import io.schedulec.analysis.Severities.Rule;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Severity;
import io.schedulec.source.Nearest;
import io.schedulec.source.SourceFile;
import io.schedulec.source.Span;
import io.schedulec.source.Spanned;
import io.schedulec.yaml.YamlValue;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads what a configuration says of severities. */
final class SeverityReader {
  private static final String OFF = "off";

  private final SourceFile source;

  /** A reader of parts of a text. */
  SeverityReader(SourceFile source) {
    this.source = source;
  }

  /** What the value of {@code severity} says of all files. */
  Rule rule(YamlValue value) {
    return new Rule(Optional.empty(), severities(value));
  }

  /** What the value of {@code overrides} says of some. */
  List<Rule> overrides(YamlValue value) {
    if (!(value instanceof YamlValue.Sequence list)) {
      throw wrong(value.span(), "`overrides` is a list of maps with `files` and `severity`");
    }
    List<Rule> rules = new ArrayList<>();
    for (YamlValue item : list.items()) {
      rules.add(override(item.resolved()));
    }
    return rules;
  }

  private Rule override(YamlValue value) {
    if (!(value instanceof YamlValue.Mapping mapping)) {
      throw wrong(value.span(), "a map with `files` and `severity` is expected");
    }
    Optional<PathMatcher> files = Optional.empty();
    Map<DiagnosticKind, Optional<Severity>> severities = Map.of();
    for (YamlValue.Entry entry : mapping.entries()) {
      switch (entry.key().text()) {
        case "files" -> files = Optional.of(glob(entry.value().resolved()));
        case "severity" -> severities = severities(entry.value().resolved());
        default -> throw Configuration.unknownKey(source, entry, List.of("files", "severity"));
      }
    }
    if (files.isEmpty() || severities.isEmpty()) {
      throw wrong(value.span(), "an override needs `files` and `severity`");
    }
    return new Rule(files, severities);
  }

  private PathMatcher glob(YamlValue value) {
    if (value instanceof YamlValue.Scalar scalar) {
      return Configuration.glob(source, new Spanned<>(scalar.text(), scalar.span()));
    }
    throw wrong(value.span(), "`files` is one glob of schedules");
  }

  private Map<DiagnosticKind, Optional<Severity>> severities(YamlValue value) {
    if (!(value instanceof YamlValue.Mapping mapping)) {
      throw wrong(value.span(), "`severity` maps codes to off, info, warning or error");
    }
    Map<DiagnosticKind, Optional<Severity>> severities = new EnumMap<>(DiagnosticKind.class);
    for (YamlValue.Entry entry : mapping.entries()) {
      if (severities.put(kind(entry.key()), severity(entry.value().resolved())) != null) {
        throw wrong(entry.key().span(), "`" + entry.key().text() + "` is given twice");
      }
    }
    return severities;
  }

  private DiagnosticKind kind(YamlValue.Scalar key) {
    Optional<DiagnosticKind> kind = DiagnosticKind.find(key.text());
    if (kind.isPresent()) {
      return kind.get();
    }
    List<String> names = new ArrayList<>();
    for (DiagnosticKind each : DiagnosticKind.values()) {
      names.add(each.code());
      names.add(each.slug());
    }
    throw wrong(key.span(), "no finding is called `" + key.text() + "`" + hint(key.text(), names));
  }

  /** The severity of a word; {@code off} is what YAML 1.1 takes for a truth value. */
  private Optional<Severity> severity(YamlValue value) {
    String word = value instanceof YamlValue.Scalar scalar ? scalar.text() : "";
    if (word.equals(OFF)) {
      return Optional.empty();
    }
    for (Severity severity : Severity.values()) {
      if (severity.name().toLowerCase(Locale.ROOT).equals(word)) {
        return Optional.of(severity);
      }
    }
    List<String> words = List.of(OFF, "info", "warning", "error");
    throw wrong(value.span(), "a severity is off, info, warning or error" + hint(word, words));
  }

  private static String hint(String word, List<String> words) {
    return Nearest.of(word, words).map(near -> ", did you mean " + near + "?").orElse("");
  }

  private UnusableFileException wrong(Span span, String what) {
    return UnusableFileException.at(source, span, what);
  }
}
