package io.schedulec.channel.rule;

import io.schedulec.graph.Node;
import io.schedulec.graph.Shape;
import io.schedulec.graph.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What a rule may ask about the values of a node, and what it may state about their channels. */
public interface Links {
  /** The version of the standard operator set. */
  long opset();

  /** The node that computes a value, if one does. */
  Optional<Node> producer(Value value);

  /** The shape of an input or output of the node. */
  Shape shape(Value value);

  /** Whether two axes are certain to have the same size, even where the size is unknown. */
  boolean sameSize(Value a, int axisOfA, Value b, int axisOfB);

  /** The elements of a small whole-number tensor, if all are known. */
  Optional<long[]> integers(Value value);

  /** One element of a small whole-number tensor, if it is known. */
  OptionalLong integer(Value value, int index);

  /** Whether a value is computed from parameters and constants alone, or is one. */
  boolean fixed(Value value);

  /** Whether a value depends on nothing but constants and the sizes of other values. */
  boolean dataless(Value value);

  /** An axis of a value. */
  Axis axis(Value value, int axis);

  /**
   * The channels that axis 1 of the weight of a grouped convolution consumes, numbered across its
   * groups; empty where the weight is no parameter.
   *
   * @param size number of channels of all groups together
   */
  Optional<Axis> channelsAcrossGroups(Value weight, int size);

  /** The same for a transposed convolution, where axis 1 of the weight produces channels. */
  Optional<Axis> filtersAcrossGroups(Value weight, int size);

  /** Two axes have the same channels; both are frozen where their sizes differ. */
  void tie(Axis a, Axis b);

  /** Channel i of one axis lives and dies with channel {@code map.apply(i)} of another. */
  void tie(Axis from, Axis to, IndexMap map);

  /**
   * Axes of one value are axes of another.
   *
   * @param axes for each axis of {@code from} the axis of {@code to}, or -1 for none
   * @param product whether the values meet by multiplication only
   */
  void pass(Value from, Value to, int[] axes, boolean product);

  /** The elements of one value, row-major, are those of another of a different shape. */
  void reshape(Value from, Value to);

  /** None of the channels of an axis can be removed. */
  void freeze(Axis axis, Reason reason);

  /** None of the channels of any axis of a value can be removed. */
  void freeze(Value value, Reason reason);

  /** None of the channels that an axis numbers, by itself or with others, can be removed. */
  void freeze(Value value, int axis, Reason reason);

  /** An axis of a parameter produces channels. */
  void filters(Value weight, int axis, boolean depthwise);

  /** An axis of a parameter consumes channels. */
  void channels(Value weight, int axis);

  /** An axis of a parameter is added to channels. */
  void bias(Value parameter, int axis);

  /** An axis of a parameter normalises channels. */
  void norm(Value parameter, int axis);

  /** As many channels have to go from each of a number of equal blocks of a parameter's axis. */
  void equalBlocks(Axis axis, int blocks);

  /** Whether index i of an axis is a channel by itself, and not part of the number of one. */
  boolean whole(Value value, int axis);

  /** Whether some channel that an axis numbers can be removed, as far as has been stated. */
  boolean live(Value value, int axis);

  /**
   * No index of an axis can be removed. Channels that are numbered by this axis and others can
   * still go, all along this axis.
   */
  void hold(Value value, int axis, Reason reason);

  /**
   * An axis is worked on in equal slices, each by itself, and has to keep all of them: as many
   * channels have to go from each.
   *
   * @param count number of slices
   */
  void separate(Value value, int axis, int count, Reason reason);

  /**
   * Some indices of an axis are chosen, and no others.
   *
   * @param axes for each axis of {@code from} the axis of {@code to}, or -1 for the chosen one
   * @param targets the axes of {@code to} that number what is chosen, row-major; none where a
   *     single index is
   * @param indices the chosen indices, none of them negative
   */
  void select(Value from, int axis, Value to, int[] axes, int[] targets, int[] indices);

  /** Values are put one after the other along an axis. */
  void join(List<Value> parts, Value out, int axis);

  /**
   * Axes are split, and their parts put together anew.
   *
   * @param sizes for each axis of {@code from} the sizes it is split into, outermost first; a
   *     single one where it stays whole, which may be unknown
   * @param places for each axis of {@code to}, outermost first, pairs of an axis of {@code from}
   *     and the number of a part of it
   */
  void rearrange(Value from, int[][] sizes, Value to, int[][] places);

  /**
   * One of two values that are multiplied.
   *
   * @param value the value
   * @param labels a label for each axis: the axis of the product that it becomes, a number beyond
   *     them where it is multiplied away with the axis of the other value that has the same label,
   *     or -1 where it has size one and is spread
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Factor(Value value, int[] labels) {}

  /**
   * Queries and keys, batch by head by place by channel, are multiplied head by head; false where
   * the heads of one are no multiple of the heads of the other.
   */
  boolean attend(Value query, Value key);

  /** Two values are multiplied, and summed over the labels that the product does not have. */
  void contract(Factor a, Factor b, Value out);

  /**
   * Statistics are taken over an axis to normalise it: fewer channels have other statistics, which
   * is what removing them means.
   */
  void normalise(Value value, int axis);

  /** Whether a reduction only serves to normalise what it reduces. */
  boolean normalises(Node reduction);

  /** All axes of a value from a given one on are held. */
  default void freezeFrom(int first, Value value, Reason reason) {
    int rank = shape(value).rank();
    for (int i = first; i < rank; i++) {
      hold(value, i, reason);
    }
  }

  /** One axis of a value is an axis of another. */
  default void pass(Value from, int axisOfFrom, Value to, int axisOfTo) {
    int[] axes = new int[shape(from).rank()];
    Arrays.fill(axes, -1);
    axes[axisOfFrom] = axisOfTo;
    pass(from, to, axes, false);
  }

  /** Every axis of a value is the same axis of another. */
  default void pass(Value from, Value to) {
    int[] axes = new int[shape(from).rank()];
    for (int i = 0; i < axes.length; i++) {
      axes[i] = i;
    }
    pass(from, to, axes, false);
  }

  /**
   * A value meets another by broadcasting: axes are aligned at the last one, and an axis of size
   * one is spread over all channels.
   */
  default void broadcast(Value from, Value to, boolean product) {
    Shape own = shape(from);
    Shape whole = shape(to);
    int shift = whole.rank() - own.rank();
    if (shift < 0) {
      freeze(from, Reason.UNKNOWN_SHAPE);
      freeze(to, Reason.UNKNOWN_SHAPE);
      return;
    }
    int[] axes = new int[own.rank()];
    for (int i = 0; i < axes.length; i++) {
      axes[i] = i + shift;
      boolean same =
          own.known(i) ? own.dim(i) == whole.dim(i + shift) : sameSize(from, i, to, i + shift);
      if (!same) {
        axes[i] = -1;
        boolean spread = own.dim(i) == 1 && whole.dim(i + shift) != 1;
        hold(from, i, spread ? Reason.BROADCAST : Reason.UNKNOWN_SHAPE);
        if (!spread) {
          hold(to, i + shift, Reason.UNKNOWN_SHAPE);
        }
      }
    }
    pass(from, to, axes, product);
  }
}
