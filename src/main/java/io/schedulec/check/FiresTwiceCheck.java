package io.schedulec.check;

import io.schedulec.bind.Act;
import io.schedulec.bind.BoundSchedule;
import io.schedulec.catalog.Section;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Edit;
import io.schedulec.diagnostic.Help;
import io.schedulec.schedule.Firings;
import io.schedulec.schedule.Timing;
import io.schedulec.source.Span;
import io.schedulec.source.Spanned;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** SC318: one instance that is told twice to act in one epoch. */
final class FiresTwiceCheck implements Check {

  @Override
  public void run(BoundSchedule schedule, Consumer<Diagnostic> out) {
    List<Act> acts = schedule.course().acts();
    for (Act act : acts) {
      if (act.policy().timing() instanceof Timing.Epochs list) {
        listed(schedule, act, list, out);
      }
    }
    Set<String> said = new HashSet<>();
    for (int later = 1; later < acts.size(); later++) {
      for (int earlier = 0; earlier < later; earlier++) {
        pair(acts.get(earlier), acts.get(later), said, out);
      }
    }
  }

  // In one list.

  private static void listed(
      BoundSchedule schedule, Act act, Timing.Epochs list, Consumer<Diagnostic> out) {
    Set<Integer> seen = new HashSet<>();
    List<Spanned<Integer>> again = new ArrayList<>();
    List<Edit> edits = new ArrayList<>();
    Span previous = list.epochs().get(0).span();
    for (Spanned<Integer> epoch : list.epochs()) {
      if (!seen.add(epoch.value())) {
        again.add(epoch);
        edits.add(new Edit(new Span(previous.end(), epoch.span().end()), ""));
      }
      previous = epoch.span();
    }
    if (!again.isEmpty()) {
      out.accept(listed(schedule, act, again, edits));
    }
  }

  private static Diagnostic listed(
      BoundSchedule schedule, Act act, List<Spanned<Integer>> again, List<Edit> edits) {
    Spanned<Integer> first = again.get(0);
    Diagnostic.Builder out =
        Diagnostic.at(
                DiagnosticKind.FIRES_TWICE,
                first.span(),
                "epoch " + first.value() + " of `" + act.name() + "` is listed twice")
            .saying(again.size() == 1 ? "again" : "again, and " + (again.size() - 1) + " more")
            .cause(
                "The trainer runs the policy once for each mention; a mask is only set again, and"
                    + " thinning happens once. The plan acts once.")
            .data("name", act.name())
            .data("epochs", List.of(first.value()));
    boolean clean = true;
    for (Edit edit : edits) {
      clean &= schedule.source().text(edit.span()).indexOf('#') < 0;
    }
    String words = again.size() == 1 ? "name it once" : "name each once";
    return out.help(clean ? Help.safe(words, edits) : Help.advice(words)).build();
  }

  // In two policies.

  private static void pair(Act earlier, Act later, Set<String> said, Consumer<Diagnostic> out) {
    boolean same =
        earlier.instance().section() == later.instance().section()
            && earlier.name().equals(later.name());
    if (!same) {
      return;
    }
    Firings common = earlier.firings().common(later.firings());
    if (!common.isEmpty() && said.add(later.instance().section().key() + " " + later.name())) {
      out.accept(finding(earlier, later, common));
    }
  }

  private static Diagnostic finding(Act earlier, Act later, Firings common) {
    String when =
        common.count() == 1
            ? "epoch " + common.first()
            : Words.count(common.count(), "epoch") + ", first in " + common.first();
    return Diagnostic.at(
            DiagnosticKind.FIRES_TWICE,
            later.policy().referenceSpan(),
            "two policies tell `" + later.name() + "` to act in " + when)
        .saying("acts here a second time")
        .label(earlier.policy().timingSpan(), "acts here already")
        .label(later.policy().timingSpan(), "and here again")
        .cause(cause(later.instance().section()))
        .help(Help.advice("give each policy epochs of its own, or remove one"))
        .data("name", later.name())
        .data("epochs", Timelines.epochs(common))
        .build();
  }

  private static String cause(Section section) {
    return switch (section) {
      case EXTENSIONS -> "Thinning happens once in an epoch; the second policy does nothing then.";
      case PRUNERS -> "The second mask replaces the first, which then has had no effect.";
      case REGULARIZERS -> "The penalty is added to the loss twice.";
      case QUANTIZERS -> "The weights are rounded a second time, to the same values.";
      case LR_SCHEDULERS -> "The learning rate is set a second time, to the same value.";
    };
  }
}
