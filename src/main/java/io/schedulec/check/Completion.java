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

/**
 * Puts the missing layers of a chain into a list, each behind the layer it follows in the graph.
 */
final class Completion {
  private Completion() {}

  /** The edits, in source order; none where the list cannot be edited. */
  static List<Edit> of(
      BoundSchedule schedule, BoundPruner pruner, CoupledGroup group, List<String> missing) {
    Optional<ListEdits> edits = ChainChecks.edits(schedule, pruner);
    if (edits.isEmpty()) {
      return List.of();
    }
    Map<WeightList.Item, List<String>> behind = new LinkedHashMap<>();
    Optional<WeightList.Item> anchor = Optional.empty();
    List<String> early = new ArrayList<>();
    for (Member member : group.members()) {
      String name = member.parameter().name();
      Optional<WeightList.Item> item = listed(pruner, name);
      if (item.isPresent()) {
        anchor = item;
        behind.computeIfAbsent(item.get(), i -> new ArrayList<>()).addAll(early);
        early.clear();
      } else if (missing.contains(name)) {
        List<String> to =
            anchor.isPresent()
                ? behind.computeIfAbsent(anchor.get(), i -> new ArrayList<>())
                : early;
        to.add(ChainChecks.spell(pruner, name));
      }
    }
    return edits(edits.get(), behind);
  }

  private static List<Edit> edits(ListEdits edits, Map<WeightList.Item, List<String>> behind) {
    List<Edit> out = new ArrayList<>();
    behind.forEach(
        (item, names) -> {
          if (!names.isEmpty()) {
            out.add(edits.insertAfter(item, names));
          }
        });
    out.sort((a, b) -> a.span().compareTo(b.span()));
    return out;
  }

  private static Optional<WeightList.Item> listed(BoundPruner pruner, String name) {
    Optional<BoundWeight> weight = pruner.weight(name);
    return weight.isPresent() ? ChainChecks.item(pruner, weight.get()) : Optional.empty();
  }
}
