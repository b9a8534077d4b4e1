package io.schedulec.corpus;

import io.schedulec.analysis.Analysis;
import io.schedulec.analysis.Analyzer;
import io.schedulec.analysis.Compilation;
import io.schedulec.analysis.Models;
import io.schedulec.analysis.Sources;
import io.schedulec.analysis.UnusableFileException;
import io.schedulec.bind.Target;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.graph.UnreadableModelException;
import io.schedulec.lower.LoweringOptions;
import io.schedulec.source.SourceFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks cases for every target that was asked for. */
public final class CaseRunner {
  private final Models models;
  private final Optional<Path> model;
  private final List<Target> targets;

  /**
   * A runner.
   *
   * @param models where models come from
   * @param model the model of every case; without it each names or is told its own
   * @param targets the targets that claims are compared for
   */
  public CaseRunner(Models models, Optional<Path> model, List<Target> targets) {
    this.models = models;
    this.model = model;
    this.targets = List.copyOf(targets);
  }

  /** What is not as the case says; nothing where all is. */
  public List<Problem> run(Case one) {
    try {
      SourceFile source = source(one);
      List<Problem> problems = new ArrayList<>(Comments.problems(source.text()));
      Map<Target, Analysis> analyses = new EnumMap<>(Target.class);
      for (Target target : targets) {
        analyses.put(target, analyze(one, source, target));
      }
      problems.addAll(ClaimComparison.of(Claim.in(source.text()), analyses));
      problems.addAll(demanded(one, analyses));
      return problems;
    } catch (UnusableFileException | UnreadableModelException e) {
      return List.of(Problem.of(String.valueOf(e.getMessage())));
    }
  }

  /** The text of a case under the name that it has in findings. */
  public static SourceFile source(Case one) {
    return Sources.read(one.name(), one.file());
  }

  /** What is found in a text that stands for a case, for the target that the case is shown for. */
  public Analysis analyze(Case one, SourceFile source) {
    return analyze(one, source, CaseOptions.of(source.text()).target());
  }

  /** What is found in a text that stands for a case. */
  public Analysis analyze(Case one, SourceFile source, Target target) {
    Analysis analysis = analyzer(source, target).analyze(source, one.file());
    return CaseOptions.of(source.text()).compiled() ? compiled(analysis) : analysis;
  }

  /** Without what compile finds, which comes with no edits. */
  Analyzer analyzer(SourceFile source, Target target) {
    return new Analyzer(models, model, target, CaseOptions.of(source.text()).epochs());
  }

  private static Analysis compiled(Analysis analysis) {
    return new Analysis(
        analysis.source(),
        analysis.schedule(),
        analysis.bound(),
        analysis.model(),
        analysis.selections(),
        Compilation.of(analysis, LoweringOptions.DEFAULT).diagnostics());
  }

  private static List<Problem> demanded(Case one, Map<Target, Analysis> analyses) {
    List<Diagnostic> found = new ArrayList<>();
    analyses.values().forEach(a -> found.addAll(a.diagnostics()));
    boolean everywhere = analyses.values().stream().noneMatch(a -> a.diagnostics().isEmpty());
    if (one.kind() == Case.Kind.OK && everywhere) {
      return List.of(Problem.of("a case of ok is silent for one target at least: move it to err"));
    }
    if (one.kind() == Case.Kind.ERR && found.isEmpty()) {
      return List.of(Problem.of("nothing is found in a case of err: move it to ok"));
    }
    if (found.stream().noneMatch(d -> is(d, one.code())) && !one.code().isEmpty()) {
      return List.of(Problem.of("nothing is " + one.code() + ", as its folder says"));
    }
    return List.of();
  }

  static boolean is(Diagnostic finding, String code) {
    DiagnosticKind kind = finding.kind();
    return kind.code().equals(code);
  }
}
