package io.schedulec.analysis;

import io.schedulec.bind.Binder;
import io.schedulec.bind.BoundSchedule;
import io.schedulec.bind.ModelFacts;
import io.schedulec.bind.Selected;
import io.schedulec.bind.Selection;
import io.schedulec.bind.Selections;
import io.schedulec.bind.Target;
import io.schedulec.check.Checks;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Help;
import io.schedulec.diagnostic.Severity;
import io.schedulec.expand.SelectorTarget;
import io.schedulec.schedule.FileKind;
import io.schedulec.schedule.Instance;
import io.schedulec.schedule.Schedule;
import io.schedulec.schedule.ScheduleReader;
import io.schedulec.source.SourceFile;
import io.schedulec.source.Span;
import io.schedulec.source.Spanned;
import io.schedulec.yaml.YamlDocument;
import io.schedulec.yaml.YamlPaths;
import io.schedulec.yaml.YamlReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Takes schedules from text to findings. */
public final class Analyzer {
  private final Models models;
  private final Configurations configurations = new Configurations();
  private final Baselines baselines = new Baselines();
  private final KnownFindings known;
  private final Optional<Path> model;
  private final Target target;
  private final OptionalInt epochs;

  /**
   * An analyzer.
   *
   * @param models where models come from
   * @param model the model of every schedule; without it each schedule says or is told its own
   * @param target what the schedules are meant to run on
   * @param epochs the length of the training run, if that is known
   */
  public Analyzer(Models models, Optional<Path> model, Target target, OptionalInt epochs) {
    this(models, model, target, epochs, KnownFindings.CONFIGURED);
  }

  private Analyzer(
      Models models, Optional<Path> model, Target target, OptionalInt epochs, KnownFindings known) {
    this.models = models;
    this.model = model;
    this.target = target;
    this.epochs = epochs;
    this.known = known;
  }

  /** An analyzer like this one for which other findings are known. */
  public Analyzer with(KnownFindings other) {
    return new Analyzer(models, model, target, epochs, other);
  }

  /**
   * Everything about one schedule.
   *
   * @param source its text
   * @param file where it lies, to resolve paths it names; for text that lies nowhere, any file of
   *     the folder it should count as lying in
   * @throws UnusableFileException if the configuration that governs it is unusable
   * @throws io.schedulec.graph.UnreadableModelException if its model is no model
   */
  public Analysis analyze(SourceFile source, Path file) {
    Analysis found = findings(source, file);
    return acceptance(found, file).of(found, file);
  }

  /** What is no schedule has its findings whatever the configuration is like. */
  private Acceptance acceptance(Analysis found, Path file) {
    try {
      Optional<Configuration> configuration = configurations.nearest(file);
      return new Acceptance(configuration, baseline(configuration));
    } catch (UnusableFileException e) {
      if (found.bound().isPresent()) {
        throw e;
      }
      return new Acceptance(Optional.empty(), known.given());
    }
  }

  private Optional<Baseline> baseline(Optional<Configuration> configuration) {
    return known.configured() && configuration.isPresent()
        ? configuration.get().baseline().map(baselines::get)
        : known.given();
  }

  /** All that is found, whether it is accepted or not. */
  private Analysis findings(SourceFile source, Path file) {
    List<Diagnostic> found = new ArrayList<>();
    Optional<Schedule> schedule = read(source, found);
    if (schedule.isEmpty() || schedule.get().fileKind() != FileKind.SCHEDULE) {
      return finish(source, schedule, Optional.empty(), List.of(), found);
    }
    Optional<Configuration> configuration = configurations.nearest(file);
    Optional<NamedModel> named = ModelChoice.of(model, schedule.get(), file, configuration);
    if (named.isPresent()) {
      Contracts contracts =
          configuration.isPresent() ? configuration.get().contracts() : Contracts.NONE;
      return check(schedule.get(), named.get().load(models, contracts), found);
    }
    found.add(noModel());
    return checkWithout(schedule.get(), found);
  }

  /**
   * Everything that can be said of a schedule whose model cannot be had.
   *
   * @param reason why it cannot, one sentence without full stop; it becomes a finding
   */
  Analysis analyzeWithout(SourceFile source, String reason) {
    Analysis found = findingsWithout(source, reason);
    return new Acceptance(Optional.empty(), Optional.empty()).of(found, Path.of(""));
  }

  private Analysis findingsWithout(SourceFile source, String reason) {
    List<Diagnostic> found = new ArrayList<>();
    Optional<Schedule> schedule = read(source, found);
    if (schedule.isEmpty() || schedule.get().fileKind() != FileKind.SCHEDULE) {
      return finish(source, schedule, Optional.empty(), List.of(), found);
    }
    found.add(unusable(schedule.get(), reason));
    return checkWithout(schedule.get(), found);
  }

  private static Optional<Schedule> read(SourceFile source, List<Diagnostic> found) {
    Optional<YamlDocument> document = YamlReader.read(source, found::add);
    return document.isPresent()
        ? Optional.of(ScheduleReader.read(document.get(), found::add))
        : Optional.empty();
  }

  private Analysis checkWithout(Schedule schedule, List<Diagnostic> found) {
    Selected selected = Selections.resolve(schedule, ModelFacts.absent(List.of()), found::add);
    return check(schedule, selected, assumed(selected.schedule()), found);
  }

  private Analysis check(Schedule schedule, ModelFacts facts, List<Diagnostic> found) {
    return check(schedule, Selections.resolve(schedule, facts, found::add), facts, found);
  }

  private Analysis check(
      Schedule schedule, Selected selected, ModelFacts facts, List<Diagnostic> found) {
    BoundSchedule bound = Binder.bind(selected.schedule(), facts, target, epochs);
    Checks.run(bound, found::add);
    if (target == Target.DISTILLER && !selected.selections().isEmpty()) {
      SelectorTarget.check(schedule.source(), selected.selections(), found::add);
    }
    return finish(
        schedule.source(), Optional.of(schedule), Optional.of(bound), selected.selections(), found);
  }

  private static Diagnostic noModel() {
    return Diagnostic.at(
            DiagnosticKind.NO_MODEL,
            new Span(0, 0),
            "no model is known for this schedule, so names and chains are not checked")
        .saying("checked as a schedule only")
        .help(
            Help.advice(
                "give --model FILE, write `# schedulec: model=PATH` into the schedule, or list"
                    + " it under `models:` in schedulec.yaml"))
        .build();
  }

  private static Diagnostic unusable(Schedule schedule, String reason) {
    Optional<Spanned<String>> named = schedule.modelPath();
    Span place = named.isPresent() ? named.get().span() : new Span(0, 0);
    return Diagnostic.at(DiagnosticKind.NO_MODEL, place, reason)
        .severity(Severity.ERROR)
        .saying("names and chains are not checked")
        .build();
  }

  private static ModelFacts assumed(Schedule schedule) {
    Set<String> names = new LinkedHashSet<>();
    for (Instance instance : schedule.instances()) {
      instance.weights().ifPresent(w -> w.items().forEach(i -> names.add(i.name().value())));
      instance.parameterKeys().forEach(k -> names.add(k.value()));
    }
    return ModelFacts.absent(names);
  }

  private static Analysis finish(
      SourceFile source,
      Optional<Schedule> schedule,
      Optional<BoundSchedule> bound,
      List<Selection> selections,
      List<Diagnostic> found) {
    sort(found);
    schedule.ifPresent(
        s -> found.replaceAll(d -> d.under(YamlPaths.to(s.root(), d.primary().span()))));
    Optional<String> name =
        bound.filter(b -> b.facts().present()).map(b -> b.facts().graph().name());
    return new Analysis(source, schedule, bound, name, selections, found);
  }

  /** Puts findings in source order. */
  static void sort(List<Diagnostic> found) {
    found.sort(
        Comparator.comparing((Diagnostic d) -> d.primary().span())
            .thenComparing(d -> d.kind().code())
            .thenComparing(Diagnostic::message));
  }
}
