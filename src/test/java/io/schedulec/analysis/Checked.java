package io.schedulec.analysis;

import io.schedulec.bind.Target;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.Severity;
import io.schedulec.source.SourceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Runs the whole pipeline on a text, as the command line does. */
public final class Checked {
  private static final Models MODELS = new Models();
  private static final Path BUNDLED = Path.of("test-schedules", "models");
  private static final Path SHAPES = Path.of("test-schedules", "shapes");

  private Checked() {}

  /** A bundled model, or one that is shapes alone, by its name without ending. */
  public static Path bundled(String model) {
    Path shapes = SHAPES.resolve(model + ".onnx");
    return Files.exists(shapes) ? shapes : BUNDLED.resolve(model + ".onnx");
  }

  /** The analysis of a text against a model. */
  public static Analysis analysis(String path, String yaml, Optional<Path> model, Target target) {
    return analysis(path, yaml, model, target, OptionalInt.empty());
  }

  /** The analysis of a text against a model, for a run of so many epochs. */
  public static Analysis analysis(
      String path, String yaml, Optional<Path> model, Target target, OptionalInt epochs) {
    SourceFile source = SourceFile.of(path, yaml);
    return new Analyzer(MODELS, model, target, epochs).analyze(source, Path.of(path));
  }

  /** The findings of a text against a bundled model. */
  public static List<Diagnostic> against(String model, String yaml) {
    return analysis("schedule.yaml", yaml, Optional.of(bundled(model)), Target.PLAN).diagnostics();
  }

  /** The codes of findings, each as often as it is found. */
  public static List<String> codes(List<Diagnostic> findings) {
    List<String> codes = new ArrayList<>();
    findings.forEach(f -> codes.add(f.kind().code()));
    return codes;
  }

  /** The findings that are errors. */
  public static List<Diagnostic> errors(List<Diagnostic> findings) {
    return findings.stream().filter(f -> f.severity() == Severity.ERROR).toList();
  }
}
