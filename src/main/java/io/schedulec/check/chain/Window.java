package io.schedulec.check.chain;

import io.schedulec.bind.BoundPolicy;
import io.schedulec.bind.BoundPruner;
import io.schedulec.bind.BoundSchedule;
import io.schedulec.bind.Structure;
import io.schedulec.bind.ThinningStep;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What fires between one thinning and the next; a chain has to be complete at the end of it.
 *
 * @param structure what the pruners remove
 * @param pruners the pruners of that structure that fire in it, in file order
 * @param previous the thinning that it follows; empty for what fires before the first one
 * @param thinning the thinning that ends it; empty for what fires after the last one
 */
public record Window(
    Structure structure,
    List<BoundPruner> pruners,
    Optional<ThinningStep> previous,
    Optional<ThinningStep> thinning) {

  /** Copies the list. */
  public Window {
    pruners = List.copyOf(pruners);
  }

  /** The windows in which anything of a structure fires, in order of time. */
  static List<Window> of(BoundSchedule schedule, Structure structure) {
    List<Window> windows = new ArrayList<>();
    Optional<ThinningStep> previous = Optional.empty();
    for (ThinningStep thinning : schedule.thinnings()) {
      if (thinning.removes(structure)) {
        add(windows, schedule, structure, previous, Optional.of(thinning));
        previous = Optional.of(thinning);
      }
    }
    add(windows, schedule, structure, previous, Optional.empty());
    return windows;
  }

  private static void add(
      List<Window> windows,
      BoundSchedule schedule,
      Structure structure,
      Optional<ThinningStep> from,
      Optional<ThinningStep> to) {
    List<BoundPruner> active = new ArrayList<>();
    for (BoundPruner pruner : schedule.pruners()) {
      if (pruner.prunes(structure) && fires(pruner, from, to)) {
        active.add(pruner);
      }
    }
    if (!active.isEmpty()) {
      windows.add(new Window(structure, active, from, to));
    }
  }

  private static boolean fires(
      BoundPruner pruner, Optional<ThinningStep> from, Optional<ThinningStep> to) {
    for (BoundPolicy policy : pruner.policies()) {
      for (int epoch : policy.firings()) {
        boolean after = from.isEmpty() || !from.get().comesAfter(epoch, policy);
        boolean before = to.isEmpty() || to.get().comesAfter(epoch, policy);
        if (after && before) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a pruner fires before this window too, so that it was judged there. */
  boolean known(BoundPruner pruner) {
    return previous.isPresent() && fires(pruner, Optional.empty(), previous);
  }

  /** Whether one pruner's last mask of this window is written after another's. */
  boolean later(BoundPruner one, BoundPruner other) {
    return Arrays.compare(last(one), last(other)) > 0;
  }

  /** Epoch and policy of a pruner's last firing. */
  private int[] last(BoundPruner pruner) {
    int[] last = {-1, -1};
    for (BoundPolicy policy : pruner.policies()) {
      for (int epoch : policy.firings()) {
        int[] firing = {epoch, policy.index()};
        boolean before = thinning.isEmpty() || thinning.get().comesAfter(epoch, policy);
        last = before && Arrays.compare(firing, last) > 0 ? firing : last;
      }
    }
    return last;
  }
}
