package io.schedulec.check.chain;

import io.schedulec.bind.BoundPolicy;
import io.schedulec.bind.BoundPruner;
import io.schedulec.bind.BoundSchedule;
import io.schedulec.bind.Structure;
import io.schedulec.bind.ThinningStep;
import io.schedulec.schedule.Firings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

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

  /** No training thins more often. */
  private static final int MOST = 500;

  /** Copies the list. */
  public Window {
    pruners = List.copyOf(pruners);
  }

  /**
   * The windows in which anything of a structure fires, in order of time. Of windows in which the
   * same pruners fire in the same order, the first one stands for all.
   */
  static List<Window> of(BoundSchedule schedule, Structure structure) {
    List<BoundPruner> pruners = new ArrayList<>();
    for (BoundPruner pruner : schedule.pruners()) {
      if (pruner.prunes(structure)) {
        pruners.add(pruner);
      }
    }
    List<Window> windows = new ArrayList<>();
    Set<List<String>> seen = new HashSet<>();
    Optional<ThinningStep> previous = Optional.empty();
    for (int i = 0; i < MOST; i++) {
      Optional<ThinningStep> end = end(schedule, structure, pruners, previous);
      Window window = new Window(structure, active(pruners, previous, end), previous, end);
      if (!window.pruners().isEmpty() && seen.add(window.order())) {
        windows.add(window);
      }
      if (end.isEmpty()) {
        break;
      }
      previous = end;
    }
    return windows;
  }

  /** The first thinning after the first firing after another one. */
  private static Optional<ThinningStep> end(
      BoundSchedule schedule,
      Structure structure,
      List<BoundPruner> pruners,
      Optional<ThinningStep> from) {
    int first = Integer.MAX_VALUE;
    Optional<BoundPolicy> firing = Optional.empty();
    for (BoundPruner pruner : pruners) {
      for (BoundPolicy policy : pruner.policies()) {
        OptionalInt epoch = policy.firings().from(from.isEmpty() ? 0 : from.get().turn(policy));
        if (epoch.isPresent() && sooner(epoch.getAsInt(), policy, first, firing)) {
          first = epoch.getAsInt();
          firing = Optional.of(policy);
        }
      }
    }
    return firing.isEmpty()
        ? Optional.empty()
        : schedule.course().nextThinning(structure, first, firing.get());
  }

  private static boolean sooner(
      int epoch, BoundPolicy policy, int first, Optional<BoundPolicy> firing) {
    return epoch < first
        || (epoch == first && firing.isPresent() && policy.index() < firing.get().index());
  }

  private static List<BoundPruner> active(
      List<BoundPruner> pruners, Optional<ThinningStep> from, Optional<ThinningStep> to) {
    List<BoundPruner> active = new ArrayList<>();
    for (BoundPruner pruner : pruners) {
      if (fires(pruner, from, to)) {
        active.add(pruner);
      }
    }
    return active;
  }

  private static boolean fires(
      BoundPruner pruner, Optional<ThinningStep> from, Optional<ThinningStep> to) {
    for (BoundPolicy policy : pruner.policies()) {
      OptionalInt first = policy.firings().from(from.isEmpty() ? 0 : from.get().turn(policy));
      if (first.isPresent() && (to.isEmpty() || first.getAsInt() < to.get().turn(policy))) {
        return true;
      }
    }
    return false;
  }

  /** The pruners by their last firings, and whether a thinning follows. */
  private List<String> order() {
    List<BoundPruner> order = new ArrayList<>(pruners);
    order.sort((one, other) -> Arrays.compare(last(one), last(other)));
    List<String> names = new ArrayList<>();
    for (BoundPruner pruner : order) {
      names.add(pruner.name());
    }
    names.add(thinning.isPresent() ? "thinned" : "");
    return names;
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
      Firings firings = policy.firings();
      int end = thinning.isEmpty() ? Integer.MAX_VALUE : thinning.get().turn(policy);
      OptionalInt epoch = firings.lastBefore(end);
      if (epoch.isPresent()) {
        int[] firing = {epoch.getAsInt(), policy.index()};
        last = Arrays.compare(firing, last) > 0 ? firing : last;
      }
    }
    return last;
  }
}
