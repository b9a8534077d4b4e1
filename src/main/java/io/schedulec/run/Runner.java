package io.schedulec.run;

import io.schedulec.bind.ModelFacts;
import io.schedulec.channel.CoupledGroup;
import io.schedulec.equivalence.Emission;
import io.schedulec.equivalence.Emissions;
import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Parameter;
import io.schedulec.graph.Shape;
import io.schedulec.graph.onnx.OnnxReader;
import io.schedulec.graph.onnx.StoredWeights;
import io.schedulec.graph.shape.ShapeInference;
import io.schedulec.kernel.Kernel;
import io.schedulec.kernel.Outcome;
import io.schedulec.kernel.Progress;
import io.schedulec.kernel.Thinning;
import io.schedulec.plan.Group;
import io.schedulec.plan.Plan;
import io.schedulec.plan.PlanDigest;
import io.schedulec.surgery.ModelRewrite;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Runs a plan on a model file and writes the new one. */
public final class Runner {
  private final RunRequest request;
  private final StoredWeights weights;
  private final ModelRewrite original;

  private Runner(RunRequest request) {
    this.request = request;
    this.weights = StoredWeights.of(request.model());
    this.original =
        ModelRewrite.of(request.model(), request.facts().graph(), request.facts().shapes());
  }

  /**
   * Runs a plan; the new model file appears whole or not at all.
   *
   * @param progress told after every step
   * @throws FailedVerificationException if the new model does not compute what it should; then
   *     nothing is written
   * @throws io.schedulec.kernel.KernelException if the weights do not allow a step
   * @throws io.schedulec.surgery.CannotCutException if channels cannot be cut out of the model
   * @throws io.schedulec.graph.UnwritableModelException if the output is part of the input
   * @throws IOException if the new model cannot be written
   */
  public static RunReport run(RunRequest request, Consumer<Progress> progress) throws IOException {
    return new Runner(request).run(progress);
  }

  /**
   * Refuses a plan that a model has been through already, by the record in the model's metadata.
   *
   * @param name what the plan is called
   * @throws UnrunnableException if so, or if the record cannot be read
   */
  public static void refuseSecond(Path model, ModelFacts facts, Plan plan, String name) {
    ModelRewrite file = ModelRewrite.of(model, facts.graph(), facts.shapes());
    Applied applied = Applied.read(file.metadata(Applied.KEY));
    if (applied.contains(PlanDigest.of(plan), plan.header().scheduleDigest())) {
      throw new UnrunnableException(name + " was applied to " + model.getFileName() + " before");
    }
  }

  private RunReport run(Consumer<Progress> progress) throws IOException {
    Stage last = stage(request.until(), progress);
    List<Point> points = points(last);
    last.thinned().withMetadata(Applied.KEY, applied()).write(request.output());
    return report(points, last.outcome());
  }

  private String applied() {
    Plan plan = request.plan().plan();
    return Applied.read(original.metadata(Applied.KEY))
        .with(PlanDigest.of(plan), plan.header(), request.until());
  }

  private Stage stage(OptionalInt until, Consumer<Progress> progress) {
    Outcome outcome = Kernel.run(request.plan(), weights, until, progress);
    return new Stage(request.plan(), original, outcome);
  }

  private List<Point> points(Stage last) {
    TreeSet<Integer> epochs = new TreeSet<>();
    for (Thinning thinning : last.outcome().thinnings()) {
      if (!thinning.channels().isEmpty()) {
        epochs.add(thinning.epoch());
      }
    }
    PointMaker maker = new PointMaker();
    List<Point> points = new ArrayList<>();
    for (int epoch : epochs) {
      points.add(maker.point(epoch, stageAt(epoch, last)));
    }
    return points;
  }

  /** What was reached by an epoch; computed again only where more happened afterwards. */
  private Stage stageAt(int epoch, Stage last) {
    boolean more =
        last.outcome().masks().stream().anyMatch(mask -> mask.epoch() > epoch)
            || last.outcome().thinnings().stream().anyMatch(thinning -> thinning.epoch() > epoch);
    return more ? stage(OptionalInt.of(epoch), step -> {}) : last;
  }

  private RunReport report(List<Point> points, Outcome outcome) {
    ModelGraph written =
        OnnxReader.read(request.output()).declaring(request.facts().graph().declared().values());
    return new RunReport(
        request.name(),
        request.model().getFileName().toString(),
        request.output().getFileName().toString(),
        request.until(),
        request.seed(),
        points,
        Totals.of(request.facts().graph(), request.facts().shapes(), weights),
        Totals.of(written, ShapeInference.of(written), StoredWeights.of(request.output())),
        outcome.masks(),
        Notes.of(request, outcome));
  }

  /** Follows the model from one moment of thinning to the next. */
  private final class PointMaker {
    private final Verification verification = new Verification(weights, request.seed());
    private final Numbering numbering = new Numbering();
    private final Map<String, Integer> sizes = new HashMap<>();
    private Map<Parameter, Shape> shapes = original.shapesAfter();

    Point point(int epoch, Stage stage) {
      Map<CoupledGroup, List<Integer>> going = stage.removed(epoch);
      return new Point(
          epoch,
          groups(stage, going),
          numbering.remove(going),
          changes(stage.shapes()),
          request.verify()
              ? OptionalDouble.of(verification.difference(stage, epoch))
              : OptionalDouble.empty());
    }

    private List<ThinnedGroup> groups(Stage stage, Map<CoupledGroup, List<Integer>> going) {
      Overlay masked = new Overlay(weights, stage.outcome().contents());
      Map<CoupledGroup, Emission> emissions =
          Emissions.of(request.facts().graph(), request.facts().shapes(), going, masked);
      List<ThinnedGroup> groups = new ArrayList<>();
      for (Group planned : request.plan().plan().groups()) {
        Optional.ofNullable(request.plan().groups().get(planned.name()))
            .filter(going::containsKey)
            .ifPresent(
                group -> {
                  int lost = going.getOrDefault(group, List.of()).size();
                  Emission emission = Objects.requireNonNull(emissions.get(group));
                  groups.add(thinned(planned.name(), group, lost, emission));
                });
      }
      return groups;
    }

    private ThinnedGroup thinned(String name, CoupledGroup group, int lost, Emission emission) {
      int before = sizes.getOrDefault(name, group.size());
      sizes.put(name, before - lost);
      return new ThinnedGroup(name, before, before - lost, emission);
    }

    private List<ShapeChange> changes(Map<Parameter, Shape> now) {
      List<ShapeChange> changes = new ArrayList<>();
      now.forEach(
          (parameter, after) -> {
            Shape before = shapes.getOrDefault(parameter, parameter.shape());
            if (!before.equals(after)) {
              changes.add(new ShapeChange(parameter.name(), sizes(before), sizes(after)));
            }
          });
      shapes = now;
      return changes;
    }

    private static List<Long> sizes(Shape shape) {
      return Arrays.stream(shape.toArray()).boxed().toList();
    }
  }
}
