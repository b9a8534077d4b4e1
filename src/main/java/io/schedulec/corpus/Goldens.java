package io.schedulec.corpus;

import io.schedulec.analysis.Analysis;
import io.schedulec.analysis.Fixed;
import io.schedulec.analysis.Fixer;
import io.schedulec.bind.Target;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.render.ConciseRenderer;
import io.schedulec.diagnostic.render.FileResult;
import io.schedulec.diagnostic.render.JsonRenderer;
import io.schedulec.diagnostic.render.NarratedRenderer;
import io.schedulec.diagnostic.render.RenderOptions;
import io.schedulec.diagnostic.render.TextRenderer;
import io.schedulec.source.SourceFile;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the files beside a case have to hold, each by the ending of its name. */
public final class Goldens {
  /** What the case is after all its fixes. */
  public static final String FIXED = ".fixed.yaml";

  /** What is shown on a terminal of 100 columns, without colour. */
  public static final String FULL = ".full.txt";

  /** What is shown on a terminal of 80 columns that has ASCII only. */
  public static final String ASCII = ".ascii80.txt";

  private static final String CONCISE = ".concise.txt";
  private static final String NARRATED = ".narrated.txt";
  private static final String JSON = ".json";

  /** The endings, apart from that of the fixed case. */
  public static final List<String> REPORTS = List.of(FULL, ASCII, CONCISE, NARRATED, JSON);

  private final CaseRunner runner;

  /** Goldens of cases that a runner checks. */
  public Goldens(CaseRunner runner) {
    this.runner = runner;
  }

  /** The report of a case that has an ending. */
  public String report(Case one, String ending) {
    Analysis analysis = runner.analyze(one, CaseRunner.source(one));
    return switch (ending) {
      case FULL -> text(analysis, new RenderOptions(100, false, false));
      case ASCII -> text(analysis, new RenderOptions(80, true, false));
      case CONCISE -> concise(analysis);
      case NARRATED -> narrated(analysis);
      case JSON ->
          JsonRenderer.render(
              List.of(
                  new FileResult(
                      analysis.source(), analysis.model().orElse(null), analysis.diagnostics())));
      default -> throw new IllegalArgumentException(ending);
    };
  }

  private static String text(Analysis analysis, RenderOptions options) {
    TextRenderer renderer = new TextRenderer(options);
    StringBuilder out = new StringBuilder();
    analysis.diagnostics().forEach(d -> out.append(renderer.render(analysis.source(), d)));
    return out.toString();
  }

  private static String concise(Analysis analysis) {
    ConciseRenderer renderer = new ConciseRenderer(false);
    StringBuilder out = new StringBuilder();
    analysis.diagnostics().forEach(d -> out.append(renderer.render(analysis.source(), d)));
    return out.toString();
  }

  private static String narrated(Analysis analysis) {
    NarratedRenderer renderer = new NarratedRenderer();
    StringBuilder out = new StringBuilder();
    analysis.diagnostics().forEach(d -> out.append(renderer.render(analysis.source(), d)));
    return out.toString();
  }

  /** The case after all its fixes, the unsafe ones too. */
  public Fixed fixed(Case one) {
    SourceFile source = CaseRunner.source(one);
    Target target = CaseOptions.of(source.text()).target();
    Fixer fixer =
        new Fixer(runner.analyzer(source, target), EnumSet.allOf(DiagnosticKind.class), true);
    return fixer.fix(runner.analyzer(source, target).analyze(source, one.file()), one.file());
  }

  /** Findings of the kind that a case is about, or of any, that its fixes leave. */
  static long left(Case one, Fixed fixed) {
    List<Diagnostic> found = fixed.after().diagnostics();
    if (one.code().isEmpty()) {
      return found.size() < fixed.before().diagnostics().size() ? 0 : found.size();
    }
    return found.stream().filter(d -> CaseRunner.is(d, one.code())).count();
  }

  /** The files beside a case that exist, by ending, and what they have to hold. */
  Map<String, String> expected(Case one, List<String> endings) {
    Map<String, String> expected = new LinkedHashMap<>();
    for (String ending : endings) {
      expected.put(
          ending, ending.equals(FIXED) ? fixed(one).after().source().text() : report(one, ending));
    }
    return expected;
  }
}
