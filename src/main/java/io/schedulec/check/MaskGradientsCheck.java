package io.schedulec.check;

import io.schedulec.bind.Act;
import io.schedulec.bind.BoundSchedule;
import io.schedulec.catalog.Section;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Edit;
import io.schedulec.diagnostic.Help;
import io.schedulec.schedule.Argument;
import io.schedulec.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** SC405: {@code mask_gradients} without the setting it builds on. */
final class MaskGradientsCheck implements Check {

  @Override
  public void run(BoundSchedule schedule, Consumer<Diagnostic> out) {
    for (Act act : schedule.course().acts(Section.PRUNERS)) {
      boolean gradients = Settings.on(act.policy(), Settings.GRADIENTS);
      if (gradients && !Settings.on(act.policy(), Settings.FORWARD_ONLY)) {
        out.accept(finding(schedule, act));
      }
    }
  }

  private static Diagnostic finding(BoundSchedule schedule, Act act) {
    Span place = Settings.entry(act.policy(), Settings.GRADIENTS);
    Optional<Argument> written = Settings.find(act.policy(), Settings.FORWARD_ONLY);
    Edit edit =
        written.isPresent()
            ? new Edit(written.get().value().span(), "True")
            : Settings.add(schedule.source(), place, Settings.FORWARD_ONLY + ": True");
    return Diagnostic.at(
            DiagnosticKind.MISSING_KEY,
            place,
            "`mask_gradients` needs `mask_on_forward_only: True` beside it")
        .saying("only for masks on the forward pass")
        .cause(
            "The trainer stops while loading: `ValueError`, in words that deny twice. Masks that are"
                + " applied after each step need no masked gradients.")
        .help(Help.unsafe("mask on the forward pass only", List.of(edit)))
        .help(
            Help.unsafe(
                "or leave gradients alone",
                List.of(Settings.off(schedule.source(), act.policy(), Settings.GRADIENTS))))
        .data("owner", act.name())
        .data("missing", List.of(Settings.FORWARD_ONLY))
        .build();
  }
}
