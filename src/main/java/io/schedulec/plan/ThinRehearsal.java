package io.schedulec.plan;

import io.schedulec.channel.CoupledGroup;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.plan.Places.StepPlaces;
import io.schedulec.plan.Zeroed.Marked;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Carries thinnings out on counts alone. */
final class ThinRehearsal {
  private final Map<String, CoupledGroup> groups;
  private final Extents extents;
  private final Zeroed zeroed;
  private final Problems problems;
  private final Map<String, OptionalInt> sizes = new HashMap<>();
  private final Map<String, Integer> last = new HashMap<>();

  ThinRehearsal(
      Map<String, CoupledGroup> groups, Extents extents, Zeroed zeroed, Problems problems) {
    this.groups = groups;
    this.extents = extents;
    this.zeroed = zeroed;
    this.problems = problems;
    groups.forEach((name, group) -> sizes.put(name, OptionalInt.of(group.size())));
  }

  /** Carries a thinning out; whether nothing was wrong with it. */
  boolean apply(Step.Thin thin, int epoch, StepPlaces at) {
    if (!fresh(thin, epoch, at) || !masked(thin, at)) {
      return false;
    }
    List<Marked> marks = new ArrayList<>();
    thin.groups().forEach(name -> marks.addAll(zeroed.of(name, thin.role())));
    OptionalInt before = before(thin);
    OptionalInt removed = removed(marks, before);
    OptionalInt after =
        before.isPresent() && removed.isPresent()
            ? OptionalInt.of(before.getAsInt() - removed.getAsInt())
            : OptionalInt.empty();
    boolean fine = agree(thin, before, after, marks, at);
    carryOut(thin, removed);
    return fine;
  }

  private boolean fresh(Step.Thin thin, int epoch, StepPlaces at) {
    for (int i = 0; i < thin.groups().size(); i++) {
      String name = thin.groups().get(i);
      Integer before = last.put(name, epoch);
      if (before != null && before == epoch) {
        String message = "`" + name + "` is thinned twice in epoch " + epoch;
        problems.broken(at.names().get(i), message, "the second time");
        return false;
      }
    }
    return true;
  }

  private boolean masked(Step.Thin thin, StepPlaces at) {
    for (int i = 0; i < thin.groups().size(); i++) {
      String name = thin.groups().get(i);
      if (zeroed.of(name, thin.role()).isEmpty()) {
        String message = "no mask has zeroed " + thin.role().word() + " of `" + name + "` before";
        problems.broken(at.names().get(i), message, "nothing to remove");
        return false;
      }
    }
    return true;
  }

  private OptionalInt before(Step.Thin thin) {
    int sum = 0;
    for (String name : thin.groups()) {
      OptionalInt size = sizes.getOrDefault(name, OptionalInt.empty());
      if (size.isEmpty()) {
        return size;
      }
      sum += size.getAsInt();
    }
    return OptionalInt.of(sum);
  }

  /**
   * How many channels the masks agree on: as many as each of them zeroes, where one ranking decided
   * them all and ranked just the channels that are thinned.
   */
  private static OptionalInt removed(List<Marked> marks, OptionalInt before) {
    Zeroed.Mark first = marks.get(0).mark();
    for (Marked marked : marks) {
      boolean all = marked.channelwise() && marked.mark().of().equals(before);
      if (!all || !marked.mark().ranking().equals(first.ranking())) {
        return OptionalInt.empty();
      }
    }
    return first.removed();
  }

  private boolean agree(
      Step.Thin thin, OptionalInt before, OptionalInt after, List<Marked> marks, StepPlaces at) {
    if (after.isPresent() && after.getAsInt() < 1) {
      wrong("the masks leave no channel of " + names(thin), "nothing would be left", marks, at);
    } else if (!thin.before().equals(before)) {
      String message = names(thin) + " has " + count(before) + " channels here, not ";
      wrong(message + count(thin.before()), "has " + count(before) + " by now", List.of(), at);
    } else if (!thin.after().equals(after)) {
      String message = "the masks leave " + count(after) + " channels of " + names(thin) + ", not ";
      wrong(message + count(thin.after()), "must be " + count(after), marks, at);
    } else {
      return true;
    }
    return false;
  }

  private void wrong(String message, String label, List<Marked> marks, StepPlaces at) {
    Diagnostic.Builder problem =
        Diagnostic.at(DiagnosticKind.PLAN_BROKEN, at.counts(), message).saying(label);
    if (!marks.isEmpty()) {
      problem.label(marks.get(0).mark().at(), "this mask decides");
    }
    problems.add(problem);
  }

  private static String names(Step.Thin thin) {
    List<String> names = thin.groups().stream().map(name -> "`" + name + "`").toList();
    return names.size() == 1 ? names.get(0) : String.join(" and ", names) + " together";
  }

  private static String count(OptionalInt count) {
    return count.isPresent() ? Integer.toString(count.getAsInt()) : "an unknown number of";
  }

  private void carryOut(Step.Thin thin, OptionalInt removed) {
    extents.remove(thin.groups().stream().map(groups::get).toList(), removed);
    for (String name : thin.groups()) {
      OptionalInt size = sizes.getOrDefault(name, OptionalInt.empty());
      boolean known = thin.groups().size() == 1 && size.isPresent() && removed.isPresent();
      sizes.put(
          name, known ? OptionalInt.of(size.getAsInt() - removed.getAsInt()) : OptionalInt.empty());
      zeroed.clear(name);
    }
  }
}
