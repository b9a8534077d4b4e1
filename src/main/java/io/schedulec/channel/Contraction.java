package io.schedulec.channel;

import io.schedulec.channel.rule.Links.Factor;
import io.schedulec.channel.rule.Reason;
import io.schedulec.graph.Value;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Ties two values that are multiplied and summed over some of their axes.
 *
 * <p>What is summed over is one set of channels. Where those are numbered by a summed axis and by
 * axes that the product keeps, as in attention by heads, each slice of the kept axes is summed by
 * itself: as many channels have to go from each slice, and the product has no channels there.
 */
final class Contraction {
  private final Statements statements;
  private final Views views;
  private final Spaces spaces;
  private final Composites composites;
  private final Composites.At at;

  Contraction(
      Statements statements, Views views, Spaces spaces, Composites composites, Composites.At at) {
    this.statements = statements;
    this.views = views;
    this.spaces = spaces;
    this.composites = composites;
    this.at = at;
  }

  /** An axis of each factor with one label. */
  private record Shared(int label, int first, int second) {}

  void run(Factor a, Factor b, Value out) {
    int rank = views.shape(out).rank();
    List<Shared> summed = new ArrayList<>();
    List<Shared> kept = new ArrayList<>();
    boolean whole = true;
    for (int i = 0; i < a.labels().length; i++) {
      int label = a.labels()[i];
      int k = label < 0 ? -1 : indexOf(b.labels(), label);
      if (k >= 0) {
        (label >= rank ? summed : kept).add(new Shared(label, i, k));
        whole &= label < rank || (views.whole(a.value(), i) && views.whole(b.value(), k));
      }
    }
    BitSet held = new BitSet();
    if (whole) {
      for (Shared shared : summed) {
        statements.tie(
            statements.axis(a.value(), shared.first), statements.axis(b.value(), shared.second));
      }
    } else {
      bySlices(a, b, summed, kept, held);
    }
    pass(a, out, held);
    pass(b, out, held);
  }

  private static int indexOf(int[] labels, int label) {
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] == label) {
        return i;
      }
    }
    return -1;
  }

  private void bySlices(Factor a, Factor b, List<Shared> summed, List<Shared> kept, BitSet held) {
    hold(a, summed, true, held);
    hold(b, summed, false, held);
    List<Shared> all = new ArrayList<>(summed);
    for (Shared shared : kept) {
      if (held.get(shared.label)) {
        all.add(shared);
      }
    }
    List<Composites.Meeting> meetings = new ArrayList<>();
    for (Shared shared : all) {
      meetings.add(
          new Composites.Meeting(
              views.digits(a.value(), shared.first), views.digits(b.value(), shared.second)));
    }
    composites.meet(meetings, at);
  }

  /** The kept axes of a factor that number summed channels too are slices. */
  private void hold(Factor factor, List<Shared> summed, boolean first, BitSet held) {
    BitSet spacesSummed = new BitSet();
    for (Shared shared : summed) {
      for (Digit digit : views.digits(factor.value(), first ? shared.first : shared.second)) {
        spacesSummed.set(digit.space());
      }
    }
    for (int axis = 0; axis < factor.labels().length; axis++) {
      int label = factor.labels()[axis];
      boolean keeps = label >= 0 && !isSummed(summed, label);
      for (Digit digit : keeps ? views.digits(factor.value(), axis) : List.<Digit>of()) {
        if (spacesSummed.get(digit.space()) && !composites.frozen(digit)) {
          composites.block(digit, Reason.SLICED, at, factor.value().id());
          held.set(label);
        }
      }
    }
  }

  private static boolean isSummed(List<Shared> summed, int label) {
    for (Shared shared : summed) {
      if (shared.label == label) {
        return true;
      }
    }
    return false;
  }

  private void pass(Factor factor, Value out, BitSet held) {
    int rank = views.shape(out).rank();
    int[] axes = new int[factor.labels().length];
    for (int i = 0; i < axes.length; i++) {
      int label = factor.labels()[i];
      axes[i] = label >= rank || (label >= 0 && held.get(label)) ? -1 : label;
      if (label >= 0 && label < rank && held.get(label) && views.unstated(out, label)) {
        views.set(out, label, views.frozen(out, label, Reason.SLICED));
      }
    }
    statements.pass(factor.value(), out, axes, false);
  }
}
