package io.schedulec.analysis;

import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.Label;
import io.schedulec.source.SourceFile;
import io.schedulec.source.Span;
import io.schedulec.source.Spanned;
import io.schedulec.yaml.YamlDocument;
import io.schedulec.yaml.YamlPaths;
import io.schedulec.yaml.YamlReader;
import io.schedulec.yaml.YamlValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Findings that a project had when it began to look for them. */
public final class Baseline {
  private static final String SHAPE =
      "a baseline is a map with `version: 1` and `findings`; --write-baseline writes one";

  private final Path folder;
  private final Map<String, List<String>> entries;

  private Baseline(Path folder, Map<String, List<String>> entries) {
    this.folder = folder;
    this.entries = entries;
  }

  /**
   * What is left of the findings of a file.
   *
   * @param fresh those that the baseline does not list
   * @param known how many it lists
   * @param gone what it lists besides
   */
  record Rest(List<Diagnostic> fresh, int known, List<String> gone) {

    /** What is left without a baseline. */
    static Rest all(List<Diagnostic> found) {
      return new Rest(found, 0, List.of());
    }
  }

  /**
   * The baseline in a file.
   *
   * @param name how to call it
   * @throws UnusableFileException if there is none
   */
  public static Baseline read(String name, Path file) {
    SourceFile source = Sources.read(name, file);
    List<Diagnostic> found = new ArrayList<>();
    Optional<YamlDocument> document = YamlReader.read(source, found::add);
    if (document.isEmpty() || !found.isEmpty()) {
      Span at = found.isEmpty() ? Span.at(0, 0) : found.get(0).primary().span();
      throw UnusableFileException.at(source, at, SHAPE);
    }
    Map<String, List<String>> entries = new HashMap<>();
    for (YamlValue.Entry entry : document.get().root().entries()) {
      switch (entry.key().text()) {
        case "version" -> demandVersion(source, entry.value().resolved());
        case "findings" -> findings(source, entry.value().resolved(), entries);
        default -> throw Configuration.unknownKey(source, entry, List.of("version", "findings"));
      }
    }
    return new Baseline(folder(file), entries);
  }

  private static void demandVersion(SourceFile source, YamlValue value) {
    if (!(value instanceof YamlValue.Scalar scalar) || !scalar.text().equals("1")) {
      throw UnusableFileException.at(source, value.span(), SHAPE);
    }
  }

  private static void findings(
      SourceFile source, YamlValue value, Map<String, List<String>> entries) {
    if (!(value instanceof YamlValue.Mapping mapping)) {
      throw UnusableFileException.at(source, value.span(), "`findings` maps files to findings");
    }
    for (YamlValue.Entry entry : mapping.entries()) {
      List<String> listed = new ArrayList<>();
      if (!(entry.value().resolved() instanceof YamlValue.Sequence list)) {
        throw UnusableFileException.at(
            source, entry.value().span(), "the findings of a file are a list");
      }
      for (YamlValue item : list.items()) {
        if (!(item.resolved() instanceof YamlValue.Scalar scalar)) {
          throw UnusableFileException.at(
              source, item.span(), "a finding is a code and the keys that lead to it");
        }
        listed.add(scalar.text());
      }
      entries.put(entry.key().text(), listed);
    }
  }

  /** What is left of some findings of a schedule. */
  Rest rest(Analysis analysis, Path schedule, List<Diagnostic> found) {
    List<String> left = new ArrayList<>(entries.getOrDefault(name(folder, schedule), List.of()));
    List<Diagnostic> fresh = new ArrayList<>();
    for (Diagnostic diagnostic : found) {
      List<String> own = entries(analysis, diagnostic);
      if (left.containsAll(own)) {
        own.forEach(left::remove);
      } else {
        fresh.add(diagnostic);
      }
    }
    return new Rest(fresh, found.size() - fresh.size(), left);
  }

  /**
   * How a finding is listed: by what it is and the keys that lead to it, not by its line; if it is
   * about several places, for each of them.
   */
  public static List<String> entries(Analysis analysis, Diagnostic diagnostic) {
    String code = diagnostic.kind().code();
    List<String> entries = new ArrayList<>();
    entries.add((code + " " + diagnostic.yamlPath()).strip());
    if (analysis.schedule().isPresent()) {
      YamlValue.Mapping root = analysis.schedule().get().root();
      for (Label label : diagnostic.labels()) {
        if (label.primary()) {
          entries.add((code + " " + YamlPaths.to(root, label.span())).strip());
        }
      }
    }
    return entries;
  }

  static Path folder(Path file) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    return folder == null ? file.toAbsolutePath() : folder;
  }

  /** How a schedule is called in a baseline of a folder. */
  static String name(Path folder, Path schedule) {
    Path absolute = schedule.toAbsolutePath().normalize();
    return folder.relativize(absolute).toString().replace('\\', '/');
  }

  /** A baseline that a text names. */
  record Named(SourceFile source, Spanned<String> path, Path folder) {
    Path file() {
      return folder.resolve(path.value()).normalize();
    }

    /** What to throw where it cannot be read. */
    UnusableFileException blamed(UnusableFileException e) {
      return UnusableFileException.at(source, path.span(), String.valueOf(e.getMessage()));
    }
  }
}
