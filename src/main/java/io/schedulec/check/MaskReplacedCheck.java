package io.schedulec.check;

import io.schedulec.bind.BoundPolicy;
import io.schedulec.bind.BoundPruner;
import io.schedulec.bind.BoundSchedule;
import io.schedulec.bind.BoundWeight;
import io.schedulec.bind.Rates;
import io.schedulec.bind.Structure;
import io.schedulec.bind.ThinningStep;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Figure;
import io.schedulec.diagnostic.Help;
import io.schedulec.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/** SC319: a pruner whose mask undoes that of one which was finished before, or adds nothing. */
final class MaskReplacedCheck implements Check {
  /** Two pruners, the second of which starts when the first has finished. */
  private record Pair(BoundPruner earlier, BoundPruner later) {

    /** The policy of the last mask of the first. */
    BoundPolicy before() {
      BoundPolicy last = earlier.policies().get(0);
      for (BoundPolicy policy : earlier.policies()) {
        last = policy.firings().last() >= last.firings().last() ? policy : last;
      }
      return last;
    }

    /** The policy of the first mask of the second. */
    BoundPolicy after() {
      BoundPolicy first = later.policies().get(0);
      for (BoundPolicy policy : later.policies()) {
        first = policy.firings().first() < first.firings().first() ? policy : first;
      }
      return first;
    }

    boolean inTurn() {
      return before().firings().last() < after().firings().first();
    }

    OptionalDouble done() {
      return Rates.target(earlier.instance(), before(), before().firings().last());
    }

    OptionalDouble asked() {
      return Rates.most(later);
    }
  }

  /** Two pruners and the tensors of both. */
  private record Shared(Pair pair, List<String> tensors) {}

  @Override
  public void run(BoundSchedule schedule, Consumer<Diagnostic> out) {
    Map<String, List<BoundPruner>> byTensor = new LinkedHashMap<>();
    for (BoundPruner pruner : schedule.pruners()) {
      if (pruner.structure().isPresent()) {
        for (BoundWeight weight : pruner.weights()) {
          byTensor.computeIfAbsent(weight.name(), name -> new ArrayList<>()).add(pruner);
        }
      }
    }
    Map<String, Shared> pairs = new LinkedHashMap<>();
    for (Map.Entry<String, List<BoundPruner>> entry : byTensor.entrySet()) {
      if (entry.getValue().size() > 1) {
        pair(entry.getKey(), entry.getValue(), pairs);
      }
    }
    for (Shared shared : pairs.values()) {
      judge(schedule, shared.pair(), shared.tensors()).ifPresent(out);
    }
  }

  private static void pair(String tensor, List<BoundPruner> pruners, Map<String, Shared> pairs) {
    for (BoundPruner earlier : pruners) {
      for (BoundPruner later : pruners) {
        Pair pair = new Pair(earlier, later);
        if (!earlier.name().equals(later.name()) && pair.inTurn() && next(pair, pruners)) {
          String names = earlier.name() + "\n" + later.name();
          pairs
              .computeIfAbsent(names, n -> new Shared(pair, new ArrayList<>()))
              .tensors()
              .add(tensor);
        }
      }
    }
  }

  /** Whether no third pruner of the tensor comes between the two. */
  private static boolean next(Pair pair, List<BoundPruner> pruners) {
    for (BoundPruner third : pruners) {
      if (new Pair(pair.earlier(), third).inTurn() && new Pair(third, pair.later()).inTurn()) {
        return false;
      }
    }
    return true;
  }

  private static Optional<Diagnostic> judge(
      BoundSchedule schedule, Pair pair, List<String> tensors) {
    Structure before = pair.earlier().structure().orElseThrow();
    Structure after = pair.later().structure().orElseThrow();
    if (cutOut(schedule, pair, before)) {
      return Optional.empty();
    }
    // What is finer cuts what is zero already: it ranks lowest, however small the share.
    boolean finer =
        after == Structure.ELEMENTS || (after == Structure.BLOCKS && before.wholeChannels());
    if (before != after && !finer) {
      return Optional.of(lost(pair, tensors));
    }
    return idle(pair) ? Optional.of(idle(pair, tensors)) : Optional.empty();
  }

  /**
   * Whether all elements that the second pruner ever asks for are zero already. Zeros rank lowest
   * and are all cut together, so a lower sparsity frees none of them.
   */
  private static boolean idle(Pair pair) {
    boolean elements =
        pair.earlier().prunes(Structure.ELEMENTS) && pair.later().prunes(Structure.ELEMENTS);
    boolean regrows =
        Settings.on(pair.before(), Settings.FORWARD_ONLY)
            || Settings.on(pair.before(), Settings.DISCARD);
    OptionalDouble done = pair.done();
    OptionalDouble asked = pair.asked();
    return elements
        && !regrows
        && done.isPresent()
        && asked.isPresent()
        && asked.getAsDouble() <= done.getAsDouble();
  }

  /** Whether what the first pruner zeroed is cut out before the second begins. */
  private static boolean cutOut(BoundSchedule schedule, Pair pair, Structure structure) {
    BoundPolicy after = pair.after();
    Optional<ThinningStep> thinning =
        schedule.course().nextThinning(structure, pair.before().firings().last(), pair.before());
    return thinning.isPresent() && after.firings().first() >= thinning.get().turn(after);
  }

  private static Diagnostic lost(Pair pair, List<String> tensors) {
    String what = pair.earlier().structure().orElseThrow().plural();
    String by = pair.later().structure().orElseThrow().plural();
    return finding(
            pair,
            tensors,
            "`" + pair.later().name() + "` undoes what `" + pair.earlier().name() + "` pruned in ")
        .cause(
            "A tensor has one mask, and a new one replaces it. The mask by "
                + by
                + " frees the "
                + what
                + " that were zero in what it keeps, and they grow again.")
        .help(
            Help.advice(
                by.equals(Structure.BLOCKS.plural()) || what.equals(Structure.ELEMENTS.plural())
                    ? "prune by " + by + " first: single elements respect zeros that are there"
                    : "cut the zeros out before another pruner of the tensor begins"))
        .build();
  }

  private static Diagnostic idle(Pair pair, List<String> tensors) {
    double done = pair.done().orElseThrow();
    double asked = pair.asked().orElseThrow();
    return finding(
            pair,
            tensors,
            "`"
                + pair.later().name()
                + "` changes nothing: `"
                + pair.earlier().name()
                + "` has zeroed as much of ")
        .cause(
            "Zeros rank lowest and are all cut together. "
                + Words.percent(done)
                + " is zero when the second pruner starts, and it never asks for more than "
                + Words.percent(asked)
                + ".")
        .help(Help.advice("ask for more than " + Words.number(done) + ", or remove the policy"))
        .data("before", done)
        .data("after", asked)
        .build();
  }

  private static Diagnostic.Builder finding(Pair pair, List<String> tensors, String message) {
    BoundPolicy before = pair.before();
    BoundPolicy after = pair.after();
    Diagnostic.Builder out =
        Diagnostic.at(
                DiagnosticKind.MASK_REPLACED,
                after.referenceSpan(),
                message + Words.count(tensors.size(), "tensor"))
            .saying("sets the masks from epoch " + after.firings().first() + " on");
    out.label(claim(pair.earlier(), tensors.get(0)), words(pair.earlier()) + " before …");
    out.label(claim(pair.later(), tensors.get(0)), "… and " + words(pair.later()) + " now");
    return out.figure(
            new Figure.Timeline(
                List.of(
                    Timelines.row(pair.earlier().name(), before),
                    Timelines.row(pair.later().name(), after)),
                List.of()))
        .data("pruners", List.of(pair.earlier().name(), pair.later().name()))
        .data("tensors", tensors);
  }

  private static String words(BoundPruner pruner) {
    return "pruned by " + pruner.structure().orElseThrow().plural();
  }

  private static Span claim(BoundPruner pruner, String tensor) {
    return pruner.weight(tensor).orElseThrow().written().span();
  }
}
