package io.schedulec.check;

import io.schedulec.bind.BoundPruner;
import io.schedulec.bind.BoundSchedule;
import io.schedulec.bind.BoundWeight;
import io.schedulec.bind.NameIndex;
import io.schedulec.bind.Structure;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Help;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** SC104: a schedule that names the first blocks of every stage and stops there. */
final class OtherArchitectureCheck implements Check {

  @Override
  public void run(BoundSchedule schedule, Consumer<Diagnostic> out) {
    List<BoundWeight> listed = new ArrayList<>();
    boolean elements = schedule.facts().present();
    for (BoundPruner pruner : schedule.pruners()) {
      listed.addAll(pruner.weights());
      elements &= pruner.prunes(Structure.ELEMENTS);
    }
    if (!elements || listed.isEmpty()) {
      return;
    }
    Map<String, Set<Integer>> named = new LinkedHashMap<>();
    listed.forEach(weight -> add(weight.name(), named));
    Map<String, Set<Integer>> there = new LinkedHashMap<>();
    schedule.facts().names().names().forEach(name -> add(name, there));
    there.values().removeIf(blocks -> blocks.size() < 2);
    if (stopsShort(named, there)) {
      out.accept(diagnose(schedule, listed, named, there));
    }
  }

  /** Notes the block of a name like {@code layer1.0.conv1.weight} under its stage. */
  private static void add(String name, Map<String, Set<Integer>> stages) {
    List<String> parts = NameIndex.components(NameIndex.plain(name));
    if (parts.size() > 3 && isNumber(parts.get(1))) {
      Set<Integer> blocks = stages.computeIfAbsent(parts.get(0), s -> new TreeSet<>());
      blocks.add(Integer.parseInt(parts.get(1)));
    }
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty() && text.length() < 5 && text.chars().allMatch(Character::isDigit);
  }

  /** Whether all stages are named up to one and the same block, and each has more. */
  private static boolean stopsShort(
      Map<String, Set<Integer>> named, Map<String, Set<Integer>> there) {
    if (there.size() < 3 || !named.keySet().equals(there.keySet())) {
      return false;
    }
    Set<Integer> first = named.values().iterator().next();
    boolean alike = first.size() > 1 && named.values().stream().allMatch(first::equals);
    return alike
        && there.values().stream()
            .allMatch(blocks -> blocks.size() > first.size() && starts(blocks, first));
  }

  private static boolean starts(Set<Integer> all, Set<Integer> first) {
    return List.copyOf(all).subList(0, first.size()).equals(List.copyOf(first));
  }

  private static Diagnostic diagnose(
      BoundSchedule schedule,
      List<BoundWeight> listed,
      Map<String, Set<Integer>> named,
      Map<String, Set<Integer>> there) {
    int blocks = named.values().iterator().next().size();
    List<String> counts = new ArrayList<>();
    there.values().forEach(b -> counts.add(Integer.toString(b.size())));
    long all =
        schedule.facts().graph().parameters().stream().filter(p -> p.shape().rank() > 1).count();
    long given = listed.stream().map(BoundWeight::name).distinct().count();
    return Diagnostic.at(
            DiagnosticKind.OTHER_ARCHITECTURE,
            listed.get(0).written().span(),
            "only the first "
                + Words.small(blocks)
                + " blocks of each stage are named; the model has "
                + Words.cut(counts, 5))
        .saying(given + " of the model's " + all + " weights are named")
        .cause(
            "A list written for a smaller network of the same family binds here, because its names"
                + " exist by coincidence; what that network lacks stays dense without a message.")
        .help(
            Help.advice(
                "see the names the model has: schedulec inspect --weights "
                    + schedule.facts().graph().name()))
        .data("listed", given)
        .data("weights", all)
        .data("blocks", blocks)
        .build();
  }
}
