package io.schedulec.check;

import io.schedulec.bind.BoundPolicy;
import io.schedulec.bind.BoundPruner;
import io.schedulec.bind.BoundSchedule;
import io.schedulec.bind.BoundWeight;
import io.schedulec.bind.Rates;
import io.schedulec.bind.Structure;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Edit;
import io.schedulec.diagnostic.Figure;
import io.schedulec.diagnostic.Help;
import io.schedulec.schedule.ParameterValue;
import io.schedulec.schedule.Timing;
import io.schedulec.schedule.WeightList;
import io.schedulec.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** SC301: two pruners write the mask of one tensor in the same epoch. */
final class OverlappingPrunersCheck implements Check {

  /** A policy and the pruner it schedules. */
  private record Run(BoundPruner pruner, BoundPolicy policy) {}

  /** Two runs that meet, and the epochs in which any runs of their pruners do. */
  private record Clash(Run earlier, Run later, TreeSet<Integer> epochs) {}

  @Override
  public void run(BoundSchedule schedule, Consumer<Diagnostic> out) {
    List<Run> runs = new ArrayList<>();
    for (BoundPruner pruner : schedule.pruners()) {
      pruner.policies().forEach(p -> runs.add(new Run(pruner, p)));
    }
    runs.sort((a, b) -> Integer.compare(a.policy().index(), b.policy().index()));
    Map<Set<String>, Clash> clashes = new LinkedHashMap<>();
    for (int later = 1; later < runs.size(); later++) {
      for (int earlier = 0; earlier < later; earlier++) {
        meet(runs.get(earlier), runs.get(later), clashes);
      }
    }
    clashes.values().forEach(clash -> diagnose(schedule, clash).ifPresent(out));
  }

  private static void meet(Run earlier, Run later, Map<Set<String>, Clash> clashes) {
    List<Integer> epochs = common(earlier.policy(), later.policy());
    boolean two = !earlier.pruner().name().equals(later.pruner().name());
    if (two && !epochs.isEmpty()) {
      clashes
          .computeIfAbsent(
              Set.of(earlier.pruner().name(), later.pruner().name()),
              names -> new Clash(earlier, later, new TreeSet<>()))
          .epochs()
          .addAll(epochs);
    }
  }

  private static Optional<Diagnostic> diagnose(BoundSchedule schedule, Clash clash) {
    List<String> tensors = shared(schedule, clash.earlier().pruner(), clash.later().pruner());
    return tensors.isEmpty()
        ? Optional.empty()
        : Optional.of(
            diagnose(
                schedule, clash.earlier(), clash.later(), List.copyOf(clash.epochs()), tensors));
  }

  private static List<Integer> common(BoundPolicy one, BoundPolicy other) {
    Set<Integer> mine = new HashSet<>();
    for (int epoch : one.firings()) {
      mine.add(epoch);
    }
    List<Integer> epochs = new ArrayList<>();
    for (int epoch : other.firings()) {
      if (mine.contains(epoch) && !epochs.contains(epoch)) {
        epochs.add(epoch);
      }
    }
    epochs.sort(null);
    return epochs;
  }

  /** The tensors of both; {@code '*'} stands for every tensor of the model. */
  private static List<String> shared(BoundSchedule schedule, BoundPruner one, BoundPruner other) {
    List<String> names = new ArrayList<>();
    for (String name : schedule.facts().names().names()) {
      if (claim(one, name).isPresent() && claim(other, name).isPresent()) {
        names.add(name);
      }
    }
    return names;
  }

  /** Where a pruner asks for a tensor. */
  private static Optional<Span> claim(BoundPruner pruner, String tensor) {
    Optional<BoundWeight> weight = pruner.weight(tensor);
    if (weight.isPresent()) {
      return Optional.of(weight.get().written().span());
    }
    boolean misfit = pruner.unfit().stream().anyMatch(w -> w.name().equals(tensor));
    return misfit ? Optional.empty() : everything(pruner);
  }

  private static Optional<Span> everything(BoundPruner pruner) {
    for (ParameterValue value : pruner.instance().parameterValues()) {
      if (value.name().value().equals("*")) {
        return Optional.of(value.name().span());
      }
    }
    return Optional.empty();
  }

  private static Diagnostic diagnose(
      BoundSchedule schedule, Run earlier, Run later, List<Integer> epochs, List<String> tensors) {
    String message =
        "`"
            + earlier.pruner().name()
            + "` and `"
            + later.pruner().name()
            + "` share "
            + Words.count(tensors.size(), "tensor")
            + " during "
            + Words.count(epochs.size(), "epoch");
    Diagnostic.Builder out =
        Diagnostic.at(DiagnosticKind.OVERLAPPING_PRUNERS, later.policy().referenceSpan(), message)
            .saying("declared later, so its mask replaces the other one");
    labels(earlier.pruner(), tensors, "claimed here by " + unit(earlier.pruner()), out);
    labels(later.pruner(), tensors, "claimed again by " + unit(later.pruner()), out);
    if (earlier.policy().timing() instanceof Timing.Window window) {
      out.context(window.startEntry());
    }
    out.label(endSpan(earlier.policy()), "runs until epoch " + last(earlier.policy()) + " …");
    out.label(startSpan(later.policy()), "… but this starts at " + first(later.policy()));
    out.figure(new Figure.Timeline(List.of(row(earlier), row(later)), epochs));
    out.cause(cause(earlier, later, epochs.get(0), tensors.get(0)));
    helps(schedule, earlier, later, tensors, out);
    return out.data("pruners", List.of(earlier.pruner().name(), later.pruner().name()))
        .data("tensors", tensors)
        .data("epochs", epochs)
        .build();
  }

  private static String unit(BoundPruner pruner) {
    return pruner.structure().map(Structure::plural).orElse("another pruner");
  }

  /** Labels the first two shared tensors of a pruner; the rest adds nothing. */
  private static void labels(
      BoundPruner pruner, List<String> tensors, String text, Diagnostic.Builder out) {
    for (int i = 0; i < tensors.size() && i < 2; i++) {
      Span span = claim(pruner, tensors.get(i)).orElseThrow();
      if (i == 0 || !span.equals(claim(pruner, tensors.get(0)).orElseThrow())) {
        out.label(span, i == 0 ? text + " …" : "… and here");
      }
    }
  }

  private static Figure.Timeline.Firings row(Run run) {
    List<Integer> epochs = new ArrayList<>();
    for (int epoch : run.policy().firings()) {
      epochs.add(epoch);
    }
    epochs.sort(null);
    int end = run.policy().timing() instanceof Timing.Window window ? window.end().value() : -1;
    return new Figure.Timeline.Firings(run.pruner().name(), epochs, end);
  }

  private static int first(BoundPolicy policy) {
    int first = Integer.MAX_VALUE;
    for (int epoch : policy.firings()) {
      first = Math.min(first, epoch);
    }
    return first;
  }

  private static int last(BoundPolicy policy) {
    int last = Integer.MIN_VALUE;
    for (int epoch : policy.firings()) {
      last = Math.max(last, epoch);
    }
    return last;
  }

  private static Span startSpan(BoundPolicy policy) {
    return policy.timing() instanceof Timing.Window window
        ? window.startEntry()
        : policy.timingSpan();
  }

  private static Span endSpan(BoundPolicy policy) {
    return policy.timing() instanceof Timing.Window window
        ? window.endEntry()
        : policy.timingSpan();
  }

  private static String cause(Run earlier, Run later, int epoch, String tensor) {
    String law = "A tensor has one mask, and the last policy in the file writes it.";
    OptionalDouble before = Rates.target(earlier.pruner().instance(), earlier.policy(), epoch);
    OptionalDouble after = Rates.target(later.pruner().instance(), later.policy(), epoch);
    if (before.isEmpty() || after.isEmpty()) {
      return law;
    }
    int dot = tensor.lastIndexOf('.');
    String layer = dot > 0 ? tensor.substring(0, dot) : tensor;
    String direction = after.getAsDouble() < before.getAsDouble() ? " falls" : " jumps";
    String text =
        law
            + " At epoch "
            + epoch
            + " the target of "
            + layer
            + direction
            + " from "
            + Words.percent(before.getAsDouble())
            + " of "
            + unit(earlier.pruner())
            + " to "
            + Words.percent(after.getAsDouble())
            + " of "
            + unit(later.pruner());
    boolean chain = earlier.pruner().leader() && !later.pruner().leader();
    return chain
        ? text + ", while the rest of its chain goes on with the leader, and no longer matches."
        : text + ", and what the first pruner asked for is lost.";
  }

  private static void helps(
      BoundSchedule schedule,
      Run earlier,
      Run later,
      List<String> tensors,
      Diagnostic.Builder out) {
    boolean windows =
        earlier.pruner().policies().size() == 1
            && later.pruner().policies().size() == 1
            && earlier.policy().timing() instanceof Timing.Window
            && later.policy().timing() instanceof Timing.Window;
    if (windows) {
      Timing.Window first = (Timing.Window) earlier.policy().timing();
      Timing.Window second = (Timing.Window) later.policy().timing();
      int start = first.end().value();
      if (start < second.end().value()
          && second.end().value() - start > second.frequency().value()) {
        out.help(
            Help.unsafe(
                "start the second pruner when the first has ended",
                List.of(new Edit(second.start().span(), Integer.toString(start)))));
        out.note(
            "["
                + first.start().value()
                + ","
                + start
                + ") and ["
                + start
                + ","
                + second.end().value()
                + ") do not overlap: ending_epoch is exclusive.");
        return;
      }
    }
    Optional<Help> left = left(schedule, earlier.pruner(), later.pruner(), tensors);
    if (left.isEmpty()) {
      left = left(schedule, later.pruner(), earlier.pruner(), tensors);
    }
    if (left.isPresent()) {
      out.help(left.get());
      return;
    }
    out.help(
        Help.advice(
            "give the "
                + (tensors.size() == 1 ? "tensor" : "tensors")
                + " to one of the two pruners, or let one end before the other begins"));
  }

  /** Takes the tensors out of one list, where it is no Leader's and something is left in it. */
  private static Optional<Help> left(
      BoundSchedule schedule, BoundPruner from, BoundPruner to, List<String> tensors) {
    Optional<ListEdits> list = ChainChecks.edits(schedule, from);
    if (from.leader() || list.isEmpty() || from.weights().size() <= tensors.size()) {
      return Optional.empty();
    }
    Set<WeightList.Item> gone = new HashSet<>();
    for (String tensor : tensors) {
      from.weight(tensor).flatMap(w -> ChainChecks.item(from, w)).ifPresent(gone::add);
    }
    String what = tensors.size() == 1 ? "the tensor" : "the tensors";
    return gone.size() < tensors.size()
        ? Optional.empty()
        : Optional.of(
            Help.unsafe("leave " + what + " to `" + to.name() + "`", list.get().remove(gone)));
  }
}
