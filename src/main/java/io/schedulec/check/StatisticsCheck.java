package io.schedulec.check;

import io.schedulec.bind.BoundPolicy;
import io.schedulec.bind.BoundPruner;
import io.schedulec.bind.BoundSchedule;
import io.schedulec.bind.BoundWeight;
import io.schedulec.bind.NameIndex;
import io.schedulec.bind.Structure;
import io.schedulec.bind.Target;
import io.schedulec.catalog.Trait;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Edit;
import io.schedulec.diagnostic.Help;
import io.schedulec.diagnostic.Severity;
import io.schedulec.graph.Node;
import io.schedulec.schedule.Timing;
import io.schedulec.source.Span;
import io.schedulec.source.Spanned;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** SC208: filters ranked by activations of which the original trainer has no statistics. */
final class StatisticsCheck implements Check {
  private static final Set<String> COUNTED = Set.of("Relu", "Clip", "LeakyRelu");

  @Override
  public void run(BoundSchedule schedule, Consumer<Diagnostic> out) {
    if (schedule.target() != Target.DISTILLER) {
      return;
    }
    boolean said = false;
    for (BoundPruner pruner : schedule.pruners()) {
      if (pruner.instance().has(Trait.ACTIVATIONS) && pruner.prunes(Structure.FILTERS)) {
        said = ranked(schedule, pruner, said, out) || said;
      } else if (pruner.instance().has(Trait.ACTIVATIONS)) {
        out.accept(maps(pruner));
      }
    }
  }

  /** Reports on a pruner; the option that all of them need is named once. */
  private static boolean ranked(
      BoundSchedule schedule, BoundPruner pruner, boolean said, Consumer<Diagnostic> out) {
    boolean found = false;
    for (BoundPolicy policy : pruner.policies()) {
      if (policy.timing().first() == 0 && !found) {
        out.accept(tooEarly(pruner, policy));
        found = true;
      }
    }
    List<BoundWeight> mute = mute(schedule, pruner);
    if (!mute.isEmpty()) {
      out.accept(unnamed(pruner, mute));
      found = true;
    }
    if (!found && !said && !inverted(pruner)) {
      out.accept(option(pruner));
    }
    return true;
  }

  /** Whether more is wrong with the class, so that the option is said along with that. */
  private static boolean inverted(BoundPruner pruner) {
    String name = pruner.instance().className().map(Spanned::value).orElse("");
    return name.startsWith("ActivationMean");
  }

  private static Diagnostic tooEarly(BoundPruner pruner, BoundPolicy policy) {
    Diagnostic.Builder out =
        at(
                start(policy.timing()),
                "`"
                    + pruner.name()
                    + "` ranks by activations in epoch 0, before any were collected")
            .saying("the first epoch with statistics is 1");
    pruner
        .instance()
        .className()
        .ifPresent(c -> out.label(c.span(), "reads what was collected in an epoch before"));
    out.cause(
        "Statistics are collected while an epoch runs; the trainer stops in epoch 0 with"
            + " ValueError: Could not find attribute.");
    if (policy.timing() instanceof Timing.Window window && window.end().value() > 2) {
      Edit later = new Edit(window.start().span(), "1");
      out.help(Help.unsafe("start one epoch later", List.of(later)));
    } else {
      out.help(Help.advice("start one epoch later, and train with --act-stats"));
    }
    return out.data("pruner", pruner.name()).data("reason", "epoch-0").build();
  }

  private static Span start(Timing timing) {
    if (timing instanceof Timing.Window window) {
      return window.startEntry();
    }
    Timing.Epochs list = (Timing.Epochs) timing;
    for (Spanned<Integer> epoch : list.epochs()) {
      if (epoch.value() == 0) {
        return epoch.span();
      }
    }
    return list.span();
  }

  private static Diagnostic unnamed(BoundPruner pruner, List<BoundWeight> mute) {
    BoundWeight first = mute.get(0);
    String more = mute.size() > 1 ? " and " + (mute.size() - 1) + " more" : "";
    String looked = looked(first.written().value());
    Diagnostic.Builder out =
        at(
                first.written().span(),
                "the trainer finds no ReLU for `" + first.parameter().layer() + "`" + more)
            .saying("looked for under the name " + looked);
    for (BoundWeight other : mute.subList(1, mute.size())) {
      out.label(other.written().span(), "looked for as " + looked(other.written().value()));
    }
    boolean itself = looked.equals(stem(first.written().value()));
    out.cause(
        "The ReLU is found by its name alone: that of the convolution with `.relu` for `.conv`. "
            + (itself
                ? "Without `.conv` in the name that is the convolution itself, which has no"
                    + " statistics: ValueError: Could not find attribute."
                : "Where there is none the trainer stops with a bare AssertionError."));
    out.help(Help.advice("rank these layers by their weights, with an L1Ranked class"));
    return out.data("pruner", pruner.name())
        .data("reason", "relu-name")
        .data("weights", mute.stream().map(BoundWeight::name).toList())
        .build();
  }

  private static Diagnostic option(BoundPruner pruner) {
    return at(place(pruner), "`" + pruner.name() + "` needs a run with --act-stats, else it stops")
        .severity(Severity.INFO)
        .saying("reads what was collected in an epoch before")
        .cause(
            "Whether statistics are collected is said by the training command. Without them the"
                + " trainer stops at the first firing with ValueError: Could not find attribute.")
        .data("pruner", pruner.name())
        .data("reason", "option")
        .build();
  }

  private static Diagnostic maps(BoundPruner pruner) {
    return at(
            place(pruner),
            "`" + pruner.name() + "` needs feature maps that only a training script can collect")
        .severity(Severity.WARNING)
        .saying("no option of the trainer collects them")
        .cause("Without them the trainer stops at the first firing with ValueError.")
        .data("pruner", pruner.name())
        .data("reason", "feature-maps")
        .build();
  }

  private static Span place(BoundPruner pruner) {
    return pruner.instance().className().map(Spanned::span).orElse(pruner.instance().name().span());
  }

  private static Diagnostic.Builder at(Span span, String message) {
    return Diagnostic.at(DiagnosticKind.NO_STATISTICS, span, message).severity(Severity.ERROR);
  }

  // Names of activations.

  private static List<BoundWeight> mute(BoundSchedule schedule, BoundPruner pruner) {
    Set<String> scopes = new HashSet<>();
    for (Node node : schedule.facts().graph().nodes()) {
      if (COUNTED.contains(node.opType()) && !node.scope().isEmpty()) {
        scopes.add(node.scope());
      }
    }
    List<BoundWeight> mute = new ArrayList<>();
    for (BoundWeight weight : pruner.weights()) {
      if (schedule.facts().present() && mute(weight.written().value(), scopes)) {
        mute.add(weight);
      }
    }
    return mute;
  }

  /**
   * Whether a name leads to no activation. Exports number the calls of one module, and there the
   * trainer's own version of the network may have modules under other names.
   */
  private static boolean mute(String written, Set<String> scopes) {
    String looked = looked(written);
    if (looked.equals(stem(written))) {
      return true;
    }
    String plain = NameIndex.plain(looked);
    int dot = plain.lastIndexOf('.');
    String parent = dot < 0 ? "" : plain.substring(0, dot + 1);
    boolean known = false;
    for (String scope : scopes) {
      boolean sibling = scope.startsWith(parent) && scope.indexOf('.', parent.length()) < 0;
      if (scope.equals(plain) || (sibling && scope.matches(".*_\\d+"))) {
        return false;
      }
      known |= sibling;
    }
    return known && !parent.isEmpty();
  }

  private static String looked(String written) {
    return stem(written).replace(".conv", ".relu");
  }

  private static String stem(String written) {
    return written.endsWith(".weight")
        ? written.substring(0, written.length() - ".weight".length())
        : written;
  }
}
