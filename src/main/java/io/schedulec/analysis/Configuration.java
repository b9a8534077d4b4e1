package io.schedulec.analysis;

import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Severity;
import io.schedulec.source.Nearest;
import io.schedulec.source.SourceFile;
import io.schedulec.source.Spanned;
import io.schedulec.yaml.YamlDocument;
import io.schedulec.yaml.YamlReader;
import io.schedulec.yaml.YamlValue;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The settings of a {@code schedulec.yaml}.
 *
 * @param source its text
 * @param folder the folder it lies in
 * @param models which schedules are for which model, in file order; the first that fits counts
 * @param contracts what it says of operators
 * @param severities what it says of findings
 * @param baseline the baseline that it names
 */
record Configuration(
    SourceFile source,
    Path folder,
    List<Entry> models,
    Contracts contracts,
    Severities severities,
    Optional<Baseline.Named> baseline) {
  private static final List<String> KEYS =
      List.of("models", "operators", "severity", "overrides", "baseline");

  static final String NAME = "schedulec.yaml";

  /** Copies the entries. */
  Configuration {
    models = List.copyOf(models);
  }

  /**
   * A glob of schedules and their model, both relative to the folder.
   *
   * @param glob what is written as e.g. {@code schedules/*.yaml}
   * @param model the path of the model
   */
  record Entry(PathMatcher glob, Spanned<String> model) {}

  /** The model of a schedule, where one is listed. */
  Optional<NamedModel> modelFor(Path file) {
    Path relative = folder.relativize(file.toAbsolutePath().normalize());
    for (Entry entry : models) {
      if (entry.glob().matches(relative)) {
        return Optional.of(NamedModel.in(source, entry.model(), folder.resolve(NAME)));
      }
    }
    return Optional.empty();
  }

  /** What a file says. */
  static Configuration read(Path folder, Path file) {
    SourceFile source = Sources.read(file.toString(), file);
    List<Diagnostic> found = new ArrayList<>();
    Optional<YamlDocument> document = YamlReader.read(source, found::add);
    if (!found.isEmpty()) {
      Diagnostic first = found.get(0);
      boolean noMap = first.kind() == DiagnosticKind.EMPTY_SCHEDULE;
      String message =
          noMap ? "a map with the key `models` or `operators` is expected" : first.message();
      throw UnusableFileException.at(source, first.primary().span(), message);
    }
    List<Entry> models = new ArrayList<>();
    Contracts contracts = Contracts.NONE;
    List<Severities.Rule> severities = new ArrayList<>();
    Optional<Baseline.Named> baseline = Optional.empty();
    if (document.isPresent()) {
      for (YamlValue.Entry entry : document.get().root().entries()) {
        String key = entry.key().text();
        switch (key) {
          case "models" -> models.addAll(models(source, entry.value().resolved()));
          case "operators" -> contracts = new ContractReader(source).read(entry.value().resolved());
          // What is said of some files counts more than what is said of all, wherever it stands.
          case "severity" ->
              severities.add(0, new SeverityReader(source).rule(entry.value().resolved()));
          case "overrides" ->
              severities.addAll(new SeverityReader(source).overrides(entry.value().resolved()));
          case "baseline" -> baseline = Optional.of(baseline(source, folder, entry.value()));
          default -> throw unknownKey(source, entry, KEYS);
        }
      }
    }
    return new Configuration(
        source, folder, models, contracts, new Severities(severities), baseline);
  }

  /** What to throw at a key that means nothing. */
  static UnusableFileException unknownKey(
      SourceFile source, YamlValue.Entry entry, List<String> keys) {
    String key = entry.key().text();
    String hint = Nearest.of(key, keys).map(near -> ", did you mean `" + near + "`?").orElse("");
    return UnusableFileException.at(source, entry.key().span(), "unknown key `" + key + "`" + hint);
  }

  private static Baseline.Named baseline(SourceFile source, Path folder, YamlValue value) {
    if (value.resolved() instanceof YamlValue.Scalar path && !path.text().isBlank()) {
      return new Baseline.Named(source, new Spanned<>(path.text(), path.span()), folder);
    }
    throw UnusableFileException.at(source, value.span(), "`baseline` is the path of a file");
  }

  /** How bad a finding in a file is; empty if it is not to be shown. */
  Optional<Severity> severity(Diagnostic diagnostic, Path file) {
    return severities.of(diagnostic, folder.relativize(file.toAbsolutePath().normalize()));
  }

  private static List<Entry> models(SourceFile source, YamlValue value) {
    if (!(value instanceof YamlValue.Mapping mapping)) {
      throw UnusableFileException.at(
          source, value.span(), "`models` maps globs of schedules to models");
    }
    List<Entry> entries = new ArrayList<>();
    for (YamlValue.Entry entry : mapping.entries()) {
      if (!(entry.value().resolved() instanceof YamlValue.Scalar model)) {
        throw UnusableFileException.at(
            source, entry.value().span(), "the path of a model is one text");
      }
      Spanned<String> path = new Spanned<>(model.text(), model.span());
      entries.add(new Entry(glob(source, entry.name()), path));
    }
    return entries;
  }

  /** What a glob stands for. */
  static PathMatcher glob(SourceFile source, Spanned<String> text) {
    try {
      return FileSystems.getDefault().getPathMatcher("glob:" + text.value());
    } catch (IllegalArgumentException e) {
      throw UnusableFileException.at(source, text.span(), "not a glob: " + text.value());
    }
  }
}
