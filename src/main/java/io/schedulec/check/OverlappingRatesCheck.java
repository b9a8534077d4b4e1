package io.schedulec.check;

import io.schedulec.bind.Act;
import io.schedulec.bind.BoundSchedule;
import io.schedulec.catalog.Section;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Edit;
import io.schedulec.diagnostic.Figure;
import io.schedulec.diagnostic.Help;
import io.schedulec.schedule.Firings;
import io.schedulec.schedule.Timing;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** SC314: two schedulers set the learning rate in one epoch. */
final class OverlappingRatesCheck implements Check {

  @Override
  public void run(BoundSchedule schedule, Consumer<Diagnostic> out) {
    List<Act> acts = schedule.course().acts(Section.LR_SCHEDULERS);
    Set<Set<String>> said = new HashSet<>();
    for (int later = 1; later < acts.size(); later++) {
      for (int earlier = 0; earlier < later; earlier++) {
        Act one = acts.get(earlier);
        Act other = acts.get(later);
        Firings common = one.firings().common(other.firings());
        boolean two = !one.name().equals(other.name());
        if (two && !common.isEmpty() && said.add(Set.of(one.name(), other.name()))) {
          out.accept(finding(one, other, common));
        }
      }
    }
  }

  private static Diagnostic finding(Act earlier, Act later, Firings common) {
    boolean all = common.count() == earlier.firings().count();
    String when = all ? "all its epochs" : Words.count(common.count(), "epoch");
    List<Integer> shown = Timelines.epochs(common);
    Diagnostic.Builder out =
        Diagnostic.at(
                DiagnosticKind.OVERLAPPING_RATES,
                later.policy().referenceSpan(),
                "`"
                    + later.name()
                    + "` replaces the learning rate of `"
                    + earlier.name()
                    + "` in "
                    + when)
            .saying("declared later, so its rate counts")
            .label(earlier.policy().referenceSpan(), all ? "has no effect" : "has no effect then")
            .figure(
                new Figure.Timeline(
                    List.of(
                        Timelines.row(earlier.name(), earlier.policy()),
                        Timelines.row(later.name(), later.policy())),
                    shown))
            .cause(
                "Each of them sets the rate of the next epoch from the epoch's number, not from the"
                    + " rate before; the last one in the file wins.");
    help(earlier, later, out);
    return out.data("names", List.of(earlier.name(), later.name())).data("epochs", shown).build();
  }

  private static void help(Act earlier, Act later, Diagnostic.Builder out) {
    int start = later.firings().first();
    boolean window =
        earlier.policy().timing() instanceof Timing.Window first
            && start - first.start().value() >= first.frequency().value();
    if (window) {
      Timing.Window first = (Timing.Window) earlier.policy().timing();
      Edit edit = new Edit(first.end().span(), Integer.toString(start));
      out.help(Help.unsafe("end the first where the second starts", List.of(edit)));
    } else {
      out.help(Help.advice("keep one of the two, or give them epochs of their own"));
    }
  }
}
