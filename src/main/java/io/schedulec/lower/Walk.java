package io.schedulec.lower;

import io.schedulec.bind.BoundPruner;
import io.schedulec.bind.BoundSchedule;
import io.schedulec.catalog.Section;
import io.schedulec.catalog.Thinning;
import io.schedulec.channel.Role;
import io.schedulec.plan.Step;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Goes through the epochs of a schedule and notes what each policy does. */
final class Walk {
  private final Tensors tensors;
  private final Sizes sizes;
  private final Pending pending;
  private final Thinner thinner;
  private final Segments segments = new Segments();
  private final Map<String, BoundPruner> pruners = new HashMap<>();
  private final Map<Entry, List<Step>> masks = new HashMap<>();

  Walk(
      BoundSchedule schedule,
      Tensors tensors,
      PlanGroups groups,
      LoweringOptions options,
      Refusals refusals) {
    this.tensors = tensors;
    this.sizes = new Sizes(schedule.facts().graph().parameters());
    this.pending = new Pending(options.rounding());
    this.thinner = new Thinner(schedule.facts(), groups, options.dead(), sizes, pending, refusals);
    schedule.pruners().forEach(pruner -> pruners.put(pruner.name(), pruner));
  }

  /** What happens, in segments ordered by the epoch and place of their first step. */
  List<Segment> through(Agenda agenda) {
    agenda
        .byEpoch()
        .forEach(
            (epoch, entries) ->
                entries.forEach(entry -> segments.add(entry, epoch, steps(entry, epoch))));
    for (Entry entry : agenda.entries()) {
      if (entry.policy().policy().kind() == Section.LR_SCHEDULERS) {
        Step rate = LearningRates.step(entry.instance());
        entry.policy().firings().forEach(epoch -> segments.add(entry, epoch, List.of(rate)));
      }
    }
    return segments.toList();
  }

  private List<Step> steps(Entry entry, int epoch) {
    Optional<Thinning> direction = entry.instance().thinning();
    if (direction.isPresent()) {
      Role role = direction.get().removesFilters() ? Role.FILTERS : Role.CHANNELS;
      List<Step> thins = thinner.thin(role, entry.policy(), epoch);
      if (!thins.isEmpty()) {
        masks.clear(); // Masks to come see other sizes.
      }
      return thins;
    }
    List<Step> steps = masks.computeIfAbsent(entry, this::masks);
    steps.forEach(step -> pending.note((Step.Mask) step, epoch));
    return steps;
  }

  private List<Step> masks(Entry entry) {
    BoundPruner pruner = pruners.get(entry.instance().name().value());
    if (pruner == null) {
      throw new IllegalStateException("no pruner " + entry.instance().name().value());
    }
    PrunerRule rule = PrunerRules.of(pruner).orElseThrow();
    Masks drafts = new Masks(sizes);
    rule.lower(pruner, entry.policy(), tensors, drafts);
    return drafts.steps();
  }
}
