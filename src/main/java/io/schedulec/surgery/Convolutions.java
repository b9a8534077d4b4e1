package io.schedulec.surgery;

import io.schedulec.graph.Across;
import io.schedulec.graph.TensorCut;
import io.schedulec.graph.Value;
import java.util.BitSet;
import java.util.Optional;

/** Convolutions, plain, grouped and depthwise. */
final class Convolutions {
  private Convolutions() {}

  /** Axis 0 of the weight makes the output's channels, axis 1 reads the input's. */
  static void conv(CutNode at) {
    Value in = at.in(0);
    Value weight = at.in(1);
    BitSet read = at.removed(in, 1);
    TensorCut cut = at.cut(weight);
    BitSet made = cut.removed(0);
    int groups = groups(at);
    if (groups == 1) {
      at.demandAlike(weight, at.removed(weight, 1), read);
    } else if (depthwise(at, in, weight, groups)) {
      int filters = (int) at.shape(weight).dim(0) / groups;
      at.demandAlike(weight, made, Sets.blocks(read, filters));
      demandUncut(at, weight);
      regroup(at, groups, read);
    } else {
      at.demandAlike(weight, across(at, weight, groups), read);
      demandEven(at, read, at.shape(in).dim(1), groups);
      demandEven(at, made, at.shape(weight).dim(0), groups);
    }
    kernel(at, weight);
    finish(at, made);
  }

  /** Axis 0 of the weight reads the input's channels, axis 1 makes the output's of one group. */
  static void convTranspose(CutNode at) {
    Value in = at.in(0);
    Value weight = at.in(1);
    TensorCut cut = at.cut(weight);
    int groups = groups(at);
    BitSet read = at.removed(in, 1);
    at.demandAlike(weight, cut.removed(0), read);
    BitSet made;
    if (groups == 1) {
      made = at.removed(weight, 1);
    } else if (at.shape(weight).dim(0) == groups) {
      made = Sets.blocks(read, (int) at.shape(weight).dim(1));
      demandUncut(at, weight);
      regroup(at, groups, read);
    } else {
      made = across(at, weight, groups);
      demandEven(at, read, at.shape(in).dim(1), groups);
      demandEven(at, made, at.shape(weight).dim(1) * groups, groups);
    }
    kernel(at, weight);
    finish(at, made);
  }

  private static int groups(CutNode at) {
    return (int) at.node().attributes().integer("group", 1);
  }

  private static boolean depthwise(CutNode at, Value in, Value weight, int groups) {
    return at.shape(weight).dim(1) == 1 && at.shape(in).dim(1) == groups;
  }

  private static void regroup(CutNode at, int groups, BitSet read) {
    if (!read.isEmpty()) {
      at.attribute("group", groups - read.cardinality());
    }
  }

  private static void demandUncut(CutNode at, Value weight) {
    if (!at.cut(weight).whole(1)) {
      throw at.refuse("each filter of " + weight + " reads a single channel");
    }
  }

  /** What goes of axis 1 of a weight, numbered across the groups of its rows. */
  private static BitSet across(CutNode at, Value weight, int groups) {
    TensorCut cut = at.cut(weight);
    Optional<Across> some = cut.across(1);
    int width = (int) at.shape(weight).dim(1);
    if (some.isEmpty()) {
      return new Across(1, 0, 1, width, cut.removed(1)).in(groups).indices();
    }
    if (some.get().by() != 0 || groups % some.get().blocks() != 0) {
      throw at.refuse("what goes of " + weight + " differs within its groups");
    }
    return some.get().in(groups).indices();
  }

  private static void demandEven(CutNode at, BitSet removed, long size, int groups) {
    if (size < 0 || !Sets.even(removed, (int) size, groups)) {
      throw at.refuse("as many channels have to go from each of its " + groups + " groups");
    }
  }

  /** The axes of the kernel stay whole. */
  private static void kernel(CutNode at, Value weight) {
    TensorCut cut = at.cut(weight);
    for (int axis = 2; axis < cut.before().rank(); axis++) {
      if (!cut.whole(axis)) {
        throw at.refuse("it needs all of axis " + axis + " of " + weight);
      }
    }
    at.demandWholeFrom(at.in(0), 2);
  }

  private static void finish(CutNode at, BitSet made) {
    if (at.node().input(2).isPresent()) {
      Value bias = at.in(2);
      at.demandAlike(bias, at.removed(bias, 0), made);
    }
    at.result(at.out(), at.whole(at.out()).and(0, at.removed(at.in(0), 0)).and(1, made));
  }
}
