package io.schedulec.check;

import io.schedulec.bind.BoundPruner;
import io.schedulec.bind.BoundSchedule;
import io.schedulec.bind.BoundWeight;
import io.schedulec.channel.CoupledGroup;
import io.schedulec.channel.Member;
import io.schedulec.diagnostic.Edit;
import io.schedulec.schedule.WeightList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Puts the missing layers of a chain into a list, each behind the layer it follows in the graph.
 */
final class Completion {
  private Completion() {}

  /** The edits, in source order; none where the list cannot be edited. */
  static List<Edit> of(
      BoundSchedule schedule, BoundPruner pruner, CoupledGroup group, List<String> missing) {
    return of(schedule, pruner, group, missing, Set.of());
  }

  /** The same, with some items taken out. */
  static List<Edit> of(
      BoundSchedule schedule,
      BoundPruner pruner,
      CoupledGroup group,
      List<String> missing,
      Set<WeightList.Item> gone) {
    Optional<ListEdits> edits = ChainChecks.edits(schedule, pruner);
    return edits.isPresent()
        ? edits.get().change(gone, behind(pruner, group, missing, gone))
        : List.of();
  }

  private static Map<WeightList.Item, List<String>> behind(
      BoundPruner pruner, CoupledGroup group, List<String> missing, Set<WeightList.Item> gone) {
    Map<WeightList.Item, List<String>> behind = new LinkedHashMap<>();
    List<String> early = new ArrayList<>();
    Optional<WeightList.Item> anchor = Optional.empty();
    for (Member member : group.members()) {
      String name = member.parameter().name();
      Optional<WeightList.Item> item = listed(pruner, name);
      if (item.isPresent() && !gone.contains(item.get())) {
        anchor = item;
        add(behind, item.get(), early);
        early.clear();
      } else if (missing.contains(name)) {
        early.add(ChainChecks.spell(pruner, name));
        if (anchor.isPresent()) {
          add(behind, anchor.get(), early);
          early.clear();
        }
      }
    }
    return behind;
  }

  private static void add(
      Map<WeightList.Item, List<String>> behind, WeightList.Item item, List<String> names) {
    if (!names.isEmpty()) {
      behind.computeIfAbsent(item, i -> new ArrayList<>()).addAll(names);
    }
  }

  private static Optional<WeightList.Item> listed(BoundPruner pruner, String name) {
    Optional<BoundWeight> weight = pruner.weight(name);
    return weight.isPresent() ? ChainChecks.item(pruner, weight.get()) : Optional.empty();
  }
}
