package io.schedulec.fuzz;

import io.schedulec.analysis.Analysis;
import io.schedulec.analysis.Analyzer;
import io.schedulec.analysis.Compilation;
import io.schedulec.analysis.Fixer;
import io.schedulec.analysis.Models;
import io.schedulec.analysis.Sources;
import io.schedulec.analysis.UnusableFileException;
import io.schedulec.bind.Target;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.render.ConciseRenderer;
import io.schedulec.diagnostic.render.FileResult;
import io.schedulec.diagnostic.render.JsonRenderer;
import io.schedulec.diagnostic.render.RenderOptions;
import io.schedulec.diagnostic.render.TextRenderer;
import io.schedulec.lower.LoweringOptions;
import io.schedulec.source.SourceFile;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Any bytes as a schedule: checked for both targets, shown, fixed, and compiled where it can be.
 */
public final class ScheduleTarget {
  private static final Path MODEL = Path.of("test-schedules", "models", "resnet20_cifar.onnx");
  private static final Path FILE = Path.of("test-schedules", "fuzzed.yaml");
  private static final Set<DiagnosticKind> ALL = EnumSet.allOf(DiagnosticKind.class);
  private static final Models MODELS = new Models();
  private static final Analyzer PLAN = analyzer(Target.PLAN);
  private static final Analyzer DISTILLER = analyzer(Target.DISTILLER);

  private ScheduleTarget() {}

  private static Analyzer analyzer(Target target) {
    return new Analyzer(MODELS, Optional.of(MODEL), target, OptionalInt.empty());
  }

  /** What the fuzzer calls first: what is loaded once is not in the time of an input. */
  public static void fuzzerInitialize() {
    Path folder = Path.of("test-schedules");
    check(Sources.read("broken", folder.resolve("mockups").resolve("a.yaml")));
    check(Sources.read("compiled", folder.resolve("plans").resolve("resnet20-chain.yaml")));
  }

  /** What the fuzzer calls. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    try {
      check(Sources.decode("fuzzed.yaml", bytes));
    } catch (UnusableFileException e) {
      // Not UTF-8, which is said with its place.
    }
  }

  /** What is found for both targets, shown; what is known for {@code plan}. */
  static Analysis shown(SourceFile source) {
    Analysis analysis = PLAN.analyze(source, FILE);
    show(analysis);
    show(DISTILLER.analyze(source, FILE));
    return analysis;
  }

  private static void check(SourceFile source) {
    Analysis analysis = shown(source);
    Compilation.of(analysis, LoweringOptions.DEFAULT);
    new Fixer(PLAN, ALL, true).fix(analysis, FILE);
  }

  private static void show(Analysis analysis) {
    TextRenderer drawn = new TextRenderer(new RenderOptions(80, false, true));
    ConciseRenderer concise = new ConciseRenderer(false);
    for (Diagnostic finding : analysis.diagnostics()) {
      drawn.render(analysis.source(), finding);
      concise.render(analysis.source(), finding);
    }
    JsonRenderer.render(List.of(new FileResult(analysis.source(), null, analysis.diagnostics())));
  }
}
