package io.schedulec.check;

import io.schedulec.bind.Act;
import io.schedulec.bind.BoundSchedule;
import io.schedulec.bind.Target;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Edit;
import io.schedulec.diagnostic.Help;
import io.schedulec.schedule.Timing;
import io.schedulec.source.Spanned;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** SC323: a list of epochs out of order, of which the trainer takes the wrong first and last. */
final class EpochsOrderCheck implements Check {

  @Override
  public void run(BoundSchedule schedule, Consumer<Diagnostic> out) {
    if (schedule.target() != Target.DISTILLER) {
      return;
    }
    for (Act act : schedule.course().acts()) {
      if (act.policy().timing() instanceof Timing.Epochs list) {
        descent(list).ifPresent(epoch -> out.accept(finding(act, list, epoch)));
      }
    }
  }

  /** The first epoch that is smaller than the one before it. */
  private static Optional<Spanned<Integer>> descent(Timing.Epochs list) {
    for (int i = 1; i < list.epochs().size(); i++) {
      if (list.epochs().get(i).value() < list.epochs().get(i - 1).value()) {
        return Optional.of(list.epochs().get(i));
      }
    }
    return Optional.empty();
  }

  private static Diagnostic finding(Act act, Timing.Epochs list, Spanned<Integer> epoch) {
    int first = list.epochs().get(0).value();
    int last = list.stop() - 1;
    return Diagnostic.at(
            DiagnosticKind.EPOCHS_ORDER,
            epoch.span(),
            "the epochs of `" + act.name() + "` are not in ascending order")
        .saying("smaller than the epoch before it")
        .cause(
            "The trainer takes the first of the list, "
                + first
                + ", for the epoch in which the policy starts, and the last, "
                + last
                + ", for the one in which it ends; what it does at its start and end comes then.")
        .help(Help.safe("sort them", sorted(list)))
        .data("name", act.name())
        .data("start", first)
        .data("end", list.stop())
        .build();
  }

  private static List<Edit> sorted(Timing.Epochs list) {
    List<Integer> epochs = new ArrayList<>();
    list.epochs().forEach(epoch -> epochs.add(epoch.value()));
    Collections.sort(epochs);
    List<Edit> edits = new ArrayList<>();
    for (int i = 0; i < epochs.size(); i++) {
      Spanned<Integer> written = list.epochs().get(i);
      if (!written.value().equals(epochs.get(i))) {
        edits.add(new Edit(written.span(), Integer.toString(epochs.get(i))));
      }
    }
    return edits;
  }
}
