package io.schedulec.check;

import io.schedulec.bind.Act;
import io.schedulec.bind.BoundSchedule;
import io.schedulec.bind.Target;
import io.schedulec.catalog.Section;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Edit;
import io.schedulec.diagnostic.Edits;
import io.schedulec.diagnostic.Help;
import io.schedulec.schedule.Firings;
import io.schedulec.schedule.Timing;
import io.schedulec.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** SC316: an epoch in which the quantizer does not act, which the trainer does not survive. */
final class QuantizerGapCheck implements Check {

  @Override
  public void run(BoundSchedule schedule, Consumer<Diagnostic> out) {
    List<Act> acts = schedule.course().acts(Section.QUANTIZERS);
    if (schedule.target() != Target.DISTILLER || acts.isEmpty()) {
      return;
    }
    OptionalInt gap = gap(acts, schedule.epochs());
    if (gap.isPresent()) {
      out.accept(finding(acts, gap.getAsInt()));
    }
  }

  /** The first epoch without the quantizer that is known to be trained. */
  private static OptionalInt gap(List<Act> acts, OptionalInt epochs) {
    List<Firings> all = new ArrayList<>();
    boolean rare = false;
    for (Act act : acts) {
      all.add(act.firings());
      rare |= act.policy().timing() instanceof Timing.Window w && w.frequency().value() > 1;
    }
    Firings firings = Firings.union(all);
    for (int i = 0; i < firings.count(); i++) {
      if (firings.at(i) != i) {
        return OptionalInt.of(i);
      }
    }
    boolean trained = epochs.isPresent() && firings.count() < epochs.getAsInt();
    return trained || rare ? OptionalInt.of(firings.count()) : OptionalInt.empty();
  }

  private static Diagnostic finding(List<Act> acts, int gap) {
    Act act = acts.get(0);
    Diagnostic.Builder out =
        Diagnostic.at(
                DiagnosticKind.QUANTIZER_GAP,
                place(act, gap),
                "the quantizer `" + act.name() + "` does not act in epoch " + gap)
            .saying("must cover every epoch of training")
            .cause(
                "The trainer stops in the second minibatch of epoch "
                    + gap
                    + ": `RuntimeError: Trying to backward through the graph a second time`. Weights"
                    + " are rounded anew only where the policy acts.");
    if (acts.size() == 1 && act.policy().timing() instanceof Timing.Window window) {
      out.help(cover(window, gap));
    } else {
      out.help(Help.advice("act in every epoch, from 0 to the end of training"));
    }
    return out.data("quantizer", act.name()).data("epoch", gap).build();
  }

  private static Span place(Act act, int gap) {
    if (!(act.policy().timing() instanceof Timing.Window window)) {
      return act.policy().timingSpan();
    }
    if (gap < window.start().value()) {
      return window.startEntry();
    }
    return gap < window.end().value() ? window.frequencyEntry() : window.endEntry();
  }

  private static Help cover(Timing.Window window, int gap) {
    List<Edit> edits = new ArrayList<>();
    if (window.start().value() > 0) {
      edits.add(new Edit(window.start().span(), "0"));
    }
    if (gap >= window.end().value()) {
      return Help.advice("let it end when training ends, after epoch " + gap + " or later");
    }
    if (window.frequency().value() > 1) {
      edits.add(new Edit(window.frequency().span(), "1"));
    }
    return Help.unsafe("act in every epoch", Edits.sorted(edits));
  }
}
