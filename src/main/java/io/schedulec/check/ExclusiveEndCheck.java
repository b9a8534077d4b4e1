package io.schedulec.check;

import io.schedulec.bind.Act;
import io.schedulec.bind.BoundSchedule;
import io.schedulec.catalog.Section;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Edit;
import io.schedulec.diagnostic.Help;
import io.schedulec.schedule.Timing;
import java.util.List;
import java.util.function.Consumer;

/** SC324: an epoch that belongs to neither of two windows, as if the first included its end. */
final class ExclusiveEndCheck implements Check {
  private static final List<Section> SECTIONS =
      List.of(Section.PRUNERS, Section.REGULARIZERS, Section.LR_SCHEDULERS);

  @Override
  public void run(BoundSchedule schedule, Consumer<Diagnostic> out) {
    for (Section section : SECTIONS) {
      List<Act> acts = schedule.course().acts(section);
      for (Act act : acts) {
        if (act.policy().timing() instanceof Timing.Window window
            && window.frequency().value() == 1) {
          gap(acts, act, window, out);
        }
      }
    }
  }

  private static void gap(
      List<Act> acts, Act earlier, Timing.Window window, Consumer<Diagnostic> out) {
    int end = window.end().value();
    for (Act act : acts) {
      if (act.firings().has(end)) {
        return;
      }
    }
    for (Act act : acts) {
      if (act.policy().timing() instanceof Timing.Window next && next.start().value() == end + 1) {
        out.accept(finding(earlier, window, act, next));
        return;
      }
    }
  }

  private static Diagnostic finding(
      Act earlier, Timing.Window window, Act later, Timing.Window next) {
    int end = window.end().value();
    Edit edit = new Edit(window.end().span(), Integer.toString(end + 1));
    return Diagnostic.at(
            DiagnosticKind.EXCLUSIVE_END,
            window.endEntry(),
            "epoch "
                + end
                + " is in neither window: `"
                + earlier.name()
                + "` ends before it, `"
                + later.name()
                + "` starts after")
        .saying("exclusive: the last epoch is " + (end - 1))
        .label(next.startEntry(), "starts one epoch after " + end)
        .cause("`ending_epoch` is the first epoch in which the policy no longer acts.")
        .help(Help.unsafe("let the first window include epoch " + end, List.of(edit)))
        .data("names", List.of(earlier.name(), later.name()))
        .data("epoch", end)
        .build();
  }
}
