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
import io.schedulec.schedule.Firings;
import io.schedulec.schedule.ParameterValue;
import io.schedulec.schedule.Timing;
import io.schedulec.schedule.WeightList;
import io.schedulec.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;

/** SC301: two pruners write the mask of one tensor in the same epoch. */
final class OverlappingPrunersCheck implements Check {

  /** A policy and the pruner it schedules. */
  private record Run(BoundPruner pruner, BoundPolicy policy) {}

  /** Two runs that meet, and the epochs in which any runs of their pruners do. */
  private record Clash(Run earlier, Run later, List<Firings> epochs) {}

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
    Map<String, Set<String>> claims = new HashMap<>();
    for (BoundPruner pruner : schedule.pruners()) {
      claims.put(pruner.name(), claims(schedule, pruner));
    }
    clashes.values().forEach(clash -> diagnose(schedule, clash, claims).ifPresent(out));
  }

  /** The tensors of a pruner, in model order; {@code '*'} stands for every tensor of the model. */
  private static Set<String> claims(BoundSchedule schedule, BoundPruner pruner) {
    Set<String> names = new LinkedHashSet<>();
    for (String name : schedule.facts().names().names()) {
      if (claim(pruner, name).isPresent()) {
        names.add(name);
      }
    }
    return names;
  }

  private static void meet(Run earlier, Run later, Map<Set<String>, Clash> clashes) {
    Firings epochs = earlier.policy().firings().common(later.policy().firings());
    boolean two = !earlier.pruner().name().equals(later.pruner().name());
    if (two && !epochs.isEmpty()) {
      clashes
          .computeIfAbsent(
              Set.of(earlier.pruner().name(), later.pruner().name()),
              names -> new Clash(earlier, later, new ArrayList<>()))
          .epochs()
          .add(epochs);
    }
  }

  private static Optional<Diagnostic> diagnose(
      BoundSchedule schedule, Clash clash, Map<String, Set<String>> claims) {
    Set<String> other = claims.getOrDefault(clash.later().pruner().name(), Set.of());
    List<String> tensors = new ArrayList<>();
    for (String name : claims.getOrDefault(clash.earlier().pruner().name(), Set.of())) {
      if (other.contains(name)) {
        tensors.add(name);
      }
    }
    return tensors.isEmpty()
        ? Optional.empty()
        : Optional.of(
            diagnose(
                schedule, clash.earlier(), clash.later(), Firings.union(clash.epochs()), tensors));
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
      BoundSchedule schedule, Run earlier, Run later, Firings epochs, List<String> tensors) {
    String message =
        "`"
            + earlier.pruner().name()
            + "` and `"
            + later.pruner().name()
            + "` share "
            + Words.count(tensors.size(), "tensor")
            + " during "
            + (epochs.count() == Firings.MOST_UNITED ? "at least " : "")
            + Words.count(epochs.count(), "epoch");
    Diagnostic.Builder out =
        Diagnostic.at(DiagnosticKind.OVERLAPPING_PRUNERS, later.policy().referenceSpan(), message)
            .saying("declared later, so its mask replaces the other one");
    labels(earlier.pruner(), tensors, "claimed here by " + unit(earlier.pruner()), out);
    labels(later.pruner(), tensors, "claimed again by " + unit(later.pruner()), out);
    if (earlier.policy().timing() instanceof Timing.Window window) {
      out.context(window.startEntry());
    }
    Firings before = earlier.policy().firings();
    Firings after = later.policy().firings();
    out.label(Timelines.end(earlier.policy()), "runs until epoch " + before.last() + " …");
    out.label(Timelines.start(later.policy()), "… but this starts at " + after.first());
    List<Integer> shown = Timelines.epochs(epochs);
    out.figure(new Figure.Timeline(List.of(row(earlier), row(later)), shown));
    out.cause(cause(earlier, later, epochs.first(), tensors.get(0)));
    helps(schedule, earlier, later, tensors, out);
    return out.data("pruners", List.of(earlier.pruner().name(), later.pruner().name()))
        .data("tensors", tensors)
        .data("epochs", shown)
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
    return Timelines.row(run.pruner().name(), run.policy());
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
