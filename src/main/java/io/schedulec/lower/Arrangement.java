package io.schedulec.lower;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Orders segments by their first epoch, then by the order of their policies, which is how a plan
 * lists its blocks, and cuts those that would then act too early in a later epoch.
 */
final class Arrangement {
  private static final Comparator<Segment> ORDER =
      Comparator.comparingInt(Segment::first).thenComparingInt(s -> s.entry().order());

  private final Touched touched;

  Arrangement(Touched touched) {
    this.touched = touched;
  }

  List<Segment> of(List<Segment> segments) {
    List<Segment> ordered = new ArrayList<>(segments);
    ordered.sort(ORDER);
    for (int later = 1; later < ordered.size(); later++) {
      int earlier = overtaken(ordered, later);
      if (earlier >= 0) {
        cut(ordered, earlier, ordered.get(later).first());
        ordered.sort(ORDER);
        later = 0; // Pieces may themselves have to be cut.
      }
    }
    return ordered;
  }

  /**
   * A segment listed before another one although its policy comes after it; -1 if there is none.
   */
  private int overtaken(List<Segment> ordered, int later) {
    Segment second = ordered.get(later);
    for (int i = 0; i < later; i++) {
      Segment first = ordered.get(i);
      if (first.entry().order() > second.entry().order() && touched.conflict(first, second)) {
        return i;
      }
    }
    return -1;
  }

  private static void cut(List<Segment> ordered, int index, int epoch) {
    Segment whole = ordered.remove(index);
    ordered.add(whole.before(epoch));
    ordered.add(whole.from(epoch));
  }
}
