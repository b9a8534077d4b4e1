package io.schedulec.kernel;

import io.schedulec.plan.Rounding;
import io.schedulec.plan.Selection.Lowest;
import io.schedulec.plan.Step;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Masks the lowest-ranked structures of an axis. */
final class AxisMasking {
  private final Tensors tensors;
  private final Rounding rounding;
  private final AxisMasks masks;

  AxisMasking(Tensors tensors, Rounding rounding, AxisMasks masks) {
    this.tensors = tensors;
    this.rounding = rounding;
    this.masks = masks;
  }

  /**
   * What a ranking found.
   *
   * @param tensor the parameter that was ranked
   * @param asked how many were asked for
   * @param picked which of the structures that are left, by their places among those
   * @param of how many are left
   */
  private record Ranking(String tensor, int asked, BitSet picked, int of) {}

  /** Masks every tensor of a step; what was done to each. */
  List<Masked> run(Step.Mask mask, int axis, Lowest lowest, int epoch) {
    double share = lowest.share().at(epoch);
    Optional<Ranking> shared = lowest.leader().map(name -> rank(name, axis, lowest, share));
    List<Masked> masked = new ArrayList<>();
    for (String name : mask.tensors()) {
      Ranking ranking = shared.orElseGet(() -> rank(name, axis, lowest, share));
      if (ranking.asked() > 0) {
        tensors.named(name).forEach(tensor -> set(tensor, axis, ranking));
      }
      masked.add(Masked.of(name, ranking.asked(), ranking.picked().cardinality(), ranking.of()));
    }
    return masked;
  }

  private Ranking rank(String name, int axis, Lowest lowest, double share) {
    Tensor tensor = tensors.named(name).get(0);
    int of = tensor.survivors().sizes()[axis];
    int asked = rounding.removed(share, of);
    if (asked == 0) {
      return new Ranking(name, 0, new BitSet(), of);
    }
    double[] scores = Scores.of(tensor.dense(), axis, lowest.criterion());
    for (double score : scores) {
      if (!Double.isFinite(score)) {
        tensor.refuseNonFinite();
      }
    }
    BitSet picked = LowestScores.of(scores, asked, rounding.takesTies());
    if (picked.cardinality() == of && asked < of) {
      throw Masked.nothingLeft(name, asked, of);
    }
    return new Ranking(name, asked, picked, of);
  }

  private void set(Tensor tensor, int axis, Ranking ranking) {
    List<int[]> left = tensor.survivors().structures(axis);
    if (left.size() != ranking.of()) {
      throw new Impossible(
          ranking.tensor()
              + (" has " + ranking.of() + " structures to rank, and ")
              + tensor.parameter().name()
              + (" has " + left.size()));
    }
    BitSet positions = new BitSet();
    ranking.picked().stream().mapToObj(left::get).forEach(s -> setAll(positions, s));
    masks.set(new AxisMasks.Place(tensor, axis), positions);
    tensor.zero(axis, positions);
  }

  private static void setAll(BitSet positions, int[] structure) {
    for (int position : structure) {
      positions.set(position);
    }
  }
}
