package io.schedulec.check;

import io.schedulec.bind.Act;
import io.schedulec.bind.BoundPolicy;
import io.schedulec.bind.BoundSchedule;
import io.schedulec.bind.Target;
import io.schedulec.catalog.Section;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Edit;
import io.schedulec.diagnostic.Figure;
import io.schedulec.diagnostic.Help;
import io.schedulec.schedule.Argument;
import io.schedulec.schedule.Firings;
import io.schedulec.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** SC312: how one policy masks changes what another one does, as the trainer has it. */
final class MasksSharedCheck implements Check {
  private static final List<String> FLAGS = List.of(Settings.FORWARD_ONLY, Settings.DOUBLE);

  @Override
  public void run(BoundSchedule schedule, Consumer<Diagnostic> out) {
    List<Act> acts = new ArrayList<>(schedule.course().acts(Section.PRUNERS));
    if (schedule.target() != Target.DISTILLER || plain(acts)) {
      return;
    }
    acts.sort(Comparator.comparingInt((Act act) -> act.firings().first()));
    for (int later = 1; later < acts.size(); later++) {
      for (int earlier = 0; earlier < later; earlier++) {
        pair(schedule, acts.get(earlier), acts.get(later)).ifPresent(out);
      }
    }
  }

  /** Whether no policy asks for more than plain masks, so that no pair need be looked at. */
  private static boolean plain(List<Act> acts) {
    for (Act act : acts) {
      for (String flag : List.of(Settings.FORWARD_ONLY, Settings.DOUBLE, Settings.DISCARD)) {
        if (Settings.on(act.policy(), flag)) {
          return false;
        }
      }
    }
    return true;
  }

  /** What is wrong with two policies, the first of which starts no later. */
  private static Optional<Diagnostic> pair(BoundSchedule schedule, Act earlier, Act later) {
    if (earlier.firings().last() < later.firings().first()) {
      boolean discards = discards(later) && !discards(earlier);
      return discards ? Optional.of(discarded(schedule, later, earlier)) : Optional.empty();
    }
    Optional<String> flag = differing(earlier.policy(), later.policy());
    if (flag.isPresent()) {
      return Optional.of(reset(earlier, later, flag.get()));
    }
    Firings common = earlier.firings().common(later.firings());
    if (Settings.on(later.policy(), Settings.DOUBLE) && !common.isEmpty()) {
      return Optional.of(lostCopy(earlier, later, common));
    }
    if (discards(earlier) == discards(later)) {
      return Optional.empty();
    }
    return Optional.of(
        discards(later)
            ? discarded(schedule, later, earlier)
            : discarded(schedule, earlier, later));
  }

  private static boolean discards(Act act) {
    return Settings.on(act.policy(), Settings.DISCARD);
  }

  private static Optional<String> differing(BoundPolicy one, BoundPolicy other) {
    for (String flag : FLAGS) {
      if (Settings.on(one, flag) != Settings.on(other, flag)) {
        return Optional.of(flag);
      }
    }
    return Optional.empty();
  }

  private static Diagnostic reset(Act earlier, Act later, String flag) {
    boolean on = Settings.on(later.policy(), flag);
    int first = later.firings().first();
    Diagnostic.Builder out =
        finding(
                later,
                "`" + later.name() + "` switches `" + flag + "` of `" + earlier.name() + "`",
                on ? "on" : "off")
            .saying("starts in epoch " + first + " and decides for all masks");
    Act asking = on ? later : earlier;
    out.label(Settings.entry(asking.policy(), flag), on ? "asked for here" : "lost from then on");
    return out.figure(timeline(earlier, later, List.of()))
        .cause(
            "In its first epoch a policy writes its settings on the masks of all parameters, so from"
                + " epoch "
                + first
                + " on `"
                + earlier.name()
                + "` masks as `"
                + later.name()
                + "` says.")
        .help(edit(earlier, later, flag))
        .data("pruners", List.of(earlier.name(), later.name()))
        .data("setting", flag)
        .build();
  }

  private static Diagnostic.Builder finding(Act act, String message, String word) {
    return Diagnostic.at(
        DiagnosticKind.MASKS_SHARED, act.policy().referenceSpan(), message + " " + word);
  }

  private static Help edit(Act earlier, Act later, String flag) {
    return Help.advice(
        "give both policies the same settings, or let `"
            + earlier.name()
            + "` end before `"
            + later.name()
            + "` begins",
        flag + ": " + (Settings.on(earlier.policy(), flag) ? "True" : "False"));
  }

  private static Diagnostic lostCopy(Act earlier, Act later, Firings common) {
    String words = Words.count(common.count(), "epoch");
    Span place = Settings.entry(later.policy(), Settings.DOUBLE);
    return Diagnostic.at(
            DiagnosticKind.MASKS_SHARED,
            place,
            "`" + earlier.name() + "` and `" + later.name() + "` share one copy in " + words)
        .saying("copies weights that are masked already")
        .label(Settings.entry(earlier.policy(), Settings.DOUBLE), "the unmasked copy is made here")
        .figure(timeline(earlier, later, Timelines.epochs(common)))
        .cause(
            "Each policy copies all weights and masks them. In epoch "
                + common.first()
                + " the second one copies what the first has masked, so the unmasked weights are"
                + " lost and nothing regrows.")
        .help(Help.advice("let one of the two end before the other begins"))
        .data("pruners", List.of(earlier.name(), later.name()))
        .data("setting", Settings.DOUBLE)
        .build();
  }

  private static Diagnostic discarded(BoundSchedule schedule, Act dropping, Act other) {
    Optional<Argument> setting = Settings.find(dropping.policy(), Settings.DISCARD);
    Edit edit = Settings.off(schedule.source(), dropping.policy(), Settings.DISCARD);
    return Diagnostic.at(
            DiagnosticKind.MASKS_SHARED,
            setting.orElseThrow().span(),
            "`" + dropping.name() + "` drops the masks of `" + other.name() + "` too")
        .saying("drops the masks of all parameters")
        .label(other.policy().referenceSpan(), "its masks are lost as well")
        .figure(timeline(other, dropping, List.of()))
        .cause(
            "After each minibatch the trainer takes away every mask of the model, whoever set it."
                + " What `"
                + other.name()
                + "` pruned regrows.")
        .help(Help.unsafe("keep the masks", List.of(edit)))
        .data("pruners", List.of(other.name(), dropping.name()))
        .data("setting", Settings.DISCARD)
        .build();
  }

  private static Figure timeline(Act one, Act other, List<Integer> marks) {
    return new Figure.Timeline(
        List.of(
            Timelines.row(one.name(), one.policy()), Timelines.row(other.name(), other.policy())),
        marks);
  }
}
