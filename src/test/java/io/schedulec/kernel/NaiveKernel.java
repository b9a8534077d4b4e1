package io.schedulec.kernel;

import io.schedulec.channel.CoupledGroup;
import io.schedulec.channel.Member;
import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Parameter;
import io.schedulec.kernel.NaiveTensor.Cell;
import io.schedulec.plan.Block;
import io.schedulec.plan.Criterion;
import io.schedulec.plan.Plan;
import io.schedulec.plan.Rounding;
import io.schedulec.plan.Selection;
import io.schedulec.plan.Step;
import io.schedulec.plan.Structures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Executes plans as one would with pencil and paper; shares nothing with the kernel. */
final class NaiveKernel {
  /** A plan that cannot be carried out. */
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final Map<String, CoupledGroup> groups;
  private final Rounding rounding;
  private final Map<String, NaiveTensor> tensors = new HashMap<>();
  private final Map<String, Map<Member, Boolean>> fresh = new HashMap<>();
  private final Map<String, Set<Integer>> gone = new HashMap<>();
  private final List<Thinning> thinnings = new ArrayList<>();

  NaiveKernel(ModelGraph graph, Plan plan, Map<String, CoupledGroup> groups, Weights weights) {
    this.groups = groups;
    this.rounding = plan.header().rounding();
    Outcome nothing = new Outcome(Map.of(), List.of(), List.of());
    for (Parameter p : graph.parameters()) {
      int group =
          graph.nodes().stream()
              .filter(n -> n.opType().equals("Conv"))
              .filter(n -> n.input(1).orElseThrow().parameter().orElseThrow().equals(p))
              .mapToInt(n -> (int) n.attributes().integer("group", 1))
              .findFirst()
              .orElse(1);
      tensors.put(p.name(), new NaiveTensor(p, group, weights.after(nothing, p.name())));
    }
  }

  NaiveTensor tensor(String name) {
    return Objects.requireNonNull(tensors.get(name), name);
  }

  List<Thinning> run(Plan plan) {
    Set<Integer> epochs = new TreeSet<>();
    plan.blocks().forEach(b -> epochs.addAll(b.epochs()));
    for (int epoch : epochs) {
      for (Block block : plan.blocks()) {
        if (block.epochs().contains(epoch)) {
          block.steps().forEach(step -> step(step, epoch));
        }
      }
      if (!tensors.values().stream().allMatch(NaiveTensor::balanced)) {
        throw new Refused();
      }
    }
    return thinnings;
  }

  private void step(Step step, int epoch) {
    if (step instanceof Step.Thin thin) {
      thin.groups().forEach(name -> thin(name, thin, epoch));
    } else if (step instanceof Step.Mask mask) {
      if (!mask.tensors().stream().allMatch(name -> tensor(name).isTensor())) {
        throw new Refused();
      }
      if (mask.structures() instanceof Structures.Axis axis) {
        maskAxis(mask, axis.axis(), (Selection.Lowest) mask.selection(), epoch);
      } else {
        mask.tensors().forEach(name -> maskElements(tensor(name), mask.selection(), epoch));
      }
    }
  }

  private void maskAxis(Step.Mask mask, int axis, Selection.Lowest lowest, int epoch) {
    Set<Integer> lead = new HashSet<>();
    lowest.leader().ifPresent(leader -> lead.addAll(pick(leader, axis, lowest, epoch)));
    for (String name : mask.tensors()) {
      Set<Integer> picked = lowest.leader().isPresent() ? lead : pick(name, axis, lowest, epoch);
      if (!picked.isEmpty()) {
        List<List<Cell>> structures = tensor(name).structures(axis);
        Set<Cell> cells = new HashSet<>();
        picked.forEach(i -> cells.addAll(structures.get(i)));
        tensor(name).mask(axis, cells);
        refresh(name, axis);
      }
    }
  }

  private void refresh(String tensor, int axis) {
    groups.forEach(
        (name, group) ->
            group.members().stream()
                .filter(m -> m.parameter().name().equals(tensor) && m.axis() == axis)
                .forEach(m -> fresh.computeIfAbsent(name, n -> new HashMap<>()).put(m, true)));
  }

  private Set<Integer> pick(String name, int axis, Selection.Lowest lowest, int epoch) {
    List<List<Cell>> structures = tensor(name).structures(axis);
    List<Double> scores = new ArrayList<>();
    for (List<Cell> structure : structures) {
      double sum = 0;
      for (Cell cell : structure) {
        sum += lowest.criterion() == Criterion.L1 ? Math.abs(cell.value) : cell.value * cell.value;
      }
      scores.add(sum);
    }
    int count = rounding.removed(lowest.share().at(epoch), scores.size());
    return pick(scores, count);
  }

  private Set<Integer> pick(List<Double> scores, int count) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < scores.size(); i++) {
      order.add(i);
    }
    order.sort(Comparator.comparing(scores::get));
    Set<Integer> picked = new HashSet<>(order.subList(0, count));
    if (rounding.takesTies() && count > 0) {
      double last = scores.get(order.get(count - 1));
      order.stream().filter(i -> scores.get(i) <= last).forEach(picked::add);
      if (count < order.size() && picked.size() == order.size()) {
        throw new Refused();
      }
    }
    return picked;
  }

  private void maskElements(NaiveTensor tensor, Selection selection, int epoch) {
    List<Double> magnitudes = new ArrayList<>();
    tensor.cells().forEach(cell -> magnitudes.add(Math.abs(cell.value)));
    Set<Integer> picked = new HashSet<>();
    if (selection instanceof Selection.Lowest lowest) {
      picked = pick(magnitudes, (int) Math.floor(lowest.share().at(epoch) * magnitudes.size()));
    } else if (selection instanceof Selection.Below below) {
      for (int i = 0; i < magnitudes.size(); i++) {
        if (magnitudes.get(i) <= below.threshold().at(epoch)) {
          picked.add(i);
        }
      }
    }
    picked.forEach(i -> tensor.cells().get(i).value = 0);
  }

  private void thin(String name, Step.Thin thin, int epoch) {
    CoupledGroup group = Objects.requireNonNull(groups.get(name), name);
    Set<Integer> before = gone.computeIfAbsent(name, n -> new TreeSet<>());
    List<Member> judges =
        fresh.getOrDefault(name, Map.of()).keySet().stream()
            .filter(m -> m.role() == thin.role())
            .toList();
    List<Integer> channels = new ArrayList<>();
    for (int c = 0; c < group.size(); c++) {
      int channel = c;
      if (!before.contains(c)
          && !judges.isEmpty()
          && judges.stream().allMatch(m -> tensor(m.parameter().name()).masks(m, channel))) {
        channels.add(c);
      }
    }
    before.addAll(channels);
    if (before.size() == group.size()) {
      throw new Refused();
    }
    for (int channel : channels) {
      group.members().forEach(m -> tensor(m.parameter().name()).remove(m, channel));
    }
    fresh.remove(name);
    thinnings.add(new Thinning(epoch, name, channels));
  }
}
