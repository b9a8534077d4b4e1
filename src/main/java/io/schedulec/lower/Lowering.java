package io.schedulec.lower;

import io.schedulec.bind.BoundSchedule;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Structure;
import io.schedulec.plan.Comments;
import io.schedulec.plan.Group;
import io.schedulec.plan.Header;
import io.schedulec.plan.Plan;
import io.schedulec.plan.Step;
import io.schedulec.text.Sha256;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Turns a schedule that the checks found no error in into a plan. */
public final class Lowering {
  private final BoundSchedule schedule;
  private final LoweringOptions options;

  private Lowering(BoundSchedule schedule, LoweringOptions options) {
    this.schedule = schedule;
    this.options = options;
  }

  /**
   * The plan of a schedule; empty where it holds something that no plan can say, which is reported.
   *
   * @param schedule a schedule without errors, bound to a model that is known
   * @throws IllegalArgumentException if no model is known
   */
  public static Optional<Lowered> lower(
      BoundSchedule schedule, LoweringOptions options, Consumer<Diagnostic> out) {
    if (!schedule.facts().present()) {
      throw new IllegalArgumentException("a plan needs a model");
    }
    return new Lowering(schedule, options).lower(new Refusals(out));
  }

  private Optional<Lowered> lower(Refusals refusals) {
    Tensors tensors = new Tensors(schedule.facts());
    PlanGroups groups = new PlanGroups(schedule.facts().spaces());
    Agenda agenda = Agenda.of(schedule);
    new Coverage(schedule, tensors, refusals).check(agenda);
    if (!refusals.none()) {
      return Optional.empty();
    }
    List<Segment> segments = new Walk(schedule, tensors, groups, options, refusals).through(agenda);
    return refusals.none() ? Optional.of(lowered(segments, groups)) : Optional.empty();
  }

  private Lowered lowered(List<Segment> segments, PlanGroups groups) {
    List<Group> thinned = groups.named(thinned(segments));
    Map<String, Group> byName = new LinkedHashMap<>();
    thinned.forEach(group -> byName.put(group.name(), group));
    List<Segment> ordered = new Arrangement(new Touched(byName)).of(segments);
    BlockList blocks = new BlockList(ordered, new StepNotes(schedule.source(), options.rounding()));
    return new Lowered(
        new Plan(header(), thinned, blocks.blocks()),
        new Comments(groups.notes(thinned), blocks.comments()));
  }

  private static Set<String> thinned(List<Segment> segments) {
    Set<String> names = new HashSet<>();
    for (Segment segment : segments) {
      for (Step step : segment.steps()) {
        if (step instanceof Step.Thin thin) {
          names.addAll(thin.groups());
        }
      }
    }
    return names;
  }

  private Header header() {
    ModelGraph graph = schedule.facts().graph();
    return new Header(
        StepNotes.fileName(schedule.source()),
        Sha256.of(schedule.source().text()),
        graph.name(),
        Structure.digest(graph),
        graph.nodes().size(),
        graph.parameters().size(),
        options.rounding());
  }
}
