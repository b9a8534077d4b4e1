package io.schedulec.check;

import io.schedulec.bind.BoundPolicy;
import io.schedulec.bind.BoundPruner;
import io.schedulec.bind.BoundSchedule;
import io.schedulec.bind.Rates;
import io.schedulec.bind.Structure;
import io.schedulec.catalog.Trait;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Edit;
import io.schedulec.diagnostic.Figure;
import io.schedulec.diagnostic.Help;
import io.schedulec.rate.AgpRamp;
import io.schedulec.rate.StructureCount;
import io.schedulec.schedule.Argument;
import io.schedulec.schedule.Firings;
import io.schedulec.schedule.Timing;
import io.schedulec.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;

/** SC303: an AGP ramp that cannot reach {@code final_sparsity}. */
final class AgpUnreachedCheck implements Check {

  @Override
  public void run(BoundSchedule schedule, Consumer<Diagnostic> out) {
    for (BoundPruner pruner : schedule.pruners()) {
      for (BoundPolicy policy : pruner.policies()) {
        Optional<AgpRamp> ramp = Rates.ramp(pruner.instance(), policy);
        if (ramp.isPresent() && ramp.get().span() == 0) {
          out.accept(single(schedule, pruner, policy, ramp.get()));
        } else if (ramp.isEmpty() && pruner.instance().has(Trait.WINDOWED) && listed(policy)) {
          out.accept(list(pruner, policy));
        }
      }
    }
  }

  private static String ramped(BoundPruner pruner) {
    return pruner.instance().has(Trait.RAMPED) ? "sparsity" : "threshold";
  }

  private static boolean listed(BoundPolicy policy) {
    return policy.timing() instanceof Timing.Epochs;
  }

  // A window with one firing.

  private static Diagnostic single(
      BoundSchedule schedule, BoundPruner pruner, BoundPolicy policy, AgpRamp ramp) {
    Timing.Window window = (Timing.Window) policy.timing();
    String initial = Words.number(ramp.initial());
    String end = Words.number(ramp.end());
    String message =
        "`"
            + pruner.name()
            + "` stops at sparsity "
            + initial
            + ", never at its final_sparsity "
            + end;
    Diagnostic.Builder out =
        Diagnostic.at(DiagnosticKind.AGP_UNREACHED, window.frequencyEntry(), message)
            .saying("fires in epoch " + ramp.start() + " only");
    Optional<Integer> size = leaderSize(schedule, pruner);
    Argument asked = pruner.instance().arguments().get("final_sparsity");
    if (asked != null) {
      out.label(asked.span(), askedFor(pruner, ramp, size));
    }
    out.context(window.startEntry());
    out.label(
        window.endEntry(), "exclusive: the last epoch that can prune is " + (ramp.stop() - 1));
    out.figure(arithmetic(ramp));
    out.cause(cause(pruner, ramp, size));
    help(pruner, ramp, size, window).ifPresent(out::help);
    if (ramp.stop() - ramp.start() < 2) {
      out.help(
          Help.unsafe(
              "let it run for at least two epochs",
              List.of(
                  new Edit(window.end().span(), Integer.toString(ramp.start() + 2)),
                  new Edit(window.frequency().span(), "1"))));
    }
    return out.data("pruner", pruner.name())
        .data("initial_sparsity", ramp.initial())
        .data("final_sparsity", ramp.end())
        .data("span", 0)
        .data("firings", 1)
        .build();
  }

  private static String askedFor(BoundPruner pruner, AgpRamp ramp, Optional<Integer> size) {
    return size.isPresent()
        ? "asked for: "
            + StructureCount.kept(ramp.end(), size.get())
            + " of "
            + size.get()
            + " "
            + unit(pruner)
            + " left"
        : "asked for";
  }

  private static String unit(BoundPruner pruner) {
    return pruner.structure().map(Structure::plural).orElse("elements");
  }

  private static Optional<Integer> leaderSize(BoundSchedule schedule, BoundPruner pruner) {
    boolean channels = pruner.structure().filter(Structure::wholeChannels).isPresent();
    if (pruner.weights().isEmpty() || !channels) {
      return Optional.empty();
    }
    int size = StructureSizes.of(schedule, pruner, pruner.weights().get(0));
    return size == 0 ? Optional.empty() : Optional.of(size);
  }

  private static Figure arithmetic(AgpRamp ramp) {
    String start = Integer.toString(ramp.start());
    String frequency = Integer.toString(ramp.frequency());
    String numbers =
        " ".repeat(2)
            + centred(Integer.toString(ramp.stop()), "ending_epoch".length())
            + " ".repeat(3)
            + centred(start, "starting_epoch".length())
            + " ".repeat("- 1) // ".length() + 1)
            + centred(frequency, "frequency".length())
            + " ".repeat(") * ".length())
            + centred(frequency, "frequency".length());
    int length = ramp.stop() - ramp.start() - 1;
    return new Figure.Lines(
        "ramp",
        List.of(
            "((ending_epoch - starting_epoch - 1) // frequency) * frequency",
            numbers.stripTrailing(),
            "= (" + length + " // " + frequency + ") * " + frequency + " = 0 epochs, must be > 0"));
  }

  private static String centred(String text, int width) {
    int left = Math.max(0, (width - text.length()) / 2);
    return " ".repeat(left) + text + " ".repeat(Math.max(0, width - text.length() - left));
  }

  private static String cause(BoundPruner pruner, AgpRamp ramp, Optional<Integer> size) {
    String kept =
        size.isPresent()
            ? " ("
                + StructureCount.kept(ramp.initial(), size.get())
                + " of "
                + size.get()
                + " "
                + unit(pruner)
                + " kept)"
            : "";
    return "An AGP ramp needs two firings. This one has a single firing at initial_sparsity"
        + kept
        + "; the original trainer stops there with `assert span > 0`.";
  }

  private static Optional<Help> help(
      BoundPruner pruner, AgpRamp ramp, Optional<Integer> size, Timing.Window window) {
    int most = ramp.stop() - ramp.start() - 1;
    if (most < 1) {
      return Optional.empty();
    }
    int chosen = Math.min(most, 2);
    List<String> lines = new ArrayList<>();
    if (size.isPresent()) {
      lines.add("frequency   firings   last at   sparsity at the end   " + unit(pruner) + " kept");
      TreeSet<Integer> examples = new TreeSet<>(List.of(1, chosen, Math.max(1, most / 3), most));
      for (int frequency : examples) {
        lines.add(row(pruner, ramp, frequency, size.get()));
      }
    }
    return Optional.of(
        Help.unsafe(
                "pick a frequency of at most " + most,
                List.of(new Edit(window.frequency().span(), Integer.toString(chosen))))
            .withLines(lines));
  }

  private static String row(BoundPruner pruner, AgpRamp ramp, int frequency, int size) {
    AgpRamp other = new AgpRamp(ramp.initial(), ramp.end(), ramp.start(), ramp.stop(), frequency);
    double reached = other.target(other.lastEpoch());
    String kept = StructureCount.kept(reached, size) + " of " + size;
    String remark = other.firings() == 2 ? "   one jump, no ramp" : "";
    return right(frequency, 9)
        + "   "
        + right(other.firings(), 7)
        + "   "
        + right(other.lastEpoch(), 7)
        + "   "
        + right(Words.number(reached), 19)
        + "   "
        + right(kept, (unit(pruner) + " kept").length())
        + remark;
  }

  private static String right(Object value, int width) {
    String text = value.toString();
    return " ".repeat(Math.max(0, width - text.length())) + text;
  }

  // A list of epochs.

  private static Diagnostic list(BoundPruner pruner, BoundPolicy policy) {
    Span span = policy.timingSpan();
    Firings firings = policy.firings();
    Diagnostic.Builder out =
        Diagnostic.at(
                DiagnosticKind.AGP_UNREACHED,
                span,
                "`"
                    + pruner.name()
                    + "` ramps its "
                    + ramped(pruner)
                    + " but is given single epochs")
            .saying("a ramp needs starting_epoch, ending_epoch and frequency");
    boolean agp = pruner.instance().has(Trait.RAMPED);
    out.cause(
        "The ramp is computed from the frequency, which a list of epochs does not have; the"
            + " original trainer stops with TypeError: unsupported operand type(s) for "
            + (agp ? "//: 'int' and 'NoneType'." : "*: 'float' and 'NoneType'."));
    int first = firings.first();
    int last = firings.last();
    out.help(
        Help.advice(
            "say the window instead",
            "starting_epoch: " + first,
            "ending_epoch: " + (Math.max(last, first + 1) + 1),
            "frequency: 1"));
    return out.data("pruner", pruner.name()).data("firings", firings.count()).build();
  }
}
