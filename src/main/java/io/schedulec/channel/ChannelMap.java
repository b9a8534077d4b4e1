package io.schedulec.channel;

import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Value;
import io.schedulec.graph.shape.ShapeTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which channels of which groups the axes of a model's values have.
 *
 * <p>An axis that is whole has as many channels as indices, numbered alike. Where a reshape has
 * split an axis, each of its parts has all channels of the axis that was split. An axis without
 * channels that touch a parameter has none here.
 */
public final class ChannelMap {
  private final Views views;
  private final Spaces spaces;
  private final Partition partition;
  private final Map<List<Digit>, Optional<int[]>> known = new HashMap<>();

  private ChannelMap(Statements statements) {
    this.views = statements.views();
    this.spaces = statements.spaces();
    this.partition = Partition.of(spaces, statements.slots());
  }

  /** The channels of all values of a model; groups are numbered as {@link ChannelAnalysis} does. */
  public static ChannelMap of(ModelGraph graph, ShapeTable shapes) {
    return new ChannelMap(ChannelSolver.solve(graph, shapes));
  }

  /** The number of channels of an axis. */
  public int channels(Value value, int axis) {
    Optional<int[]> own = byIndex(value, axis);
    if (own.isPresent()) {
      return own.get().length;
    }
    int channels = 0;
    for (int space : numbered(value, axis)) {
      channels += spaces.size(space);
    }
    return channels;
  }

  /** The spaces with channels that an axis is written in. */
  private List<Integer> numbered(Value value, int axis) {
    List<Integer> numbered = new ArrayList<>(1);
    for (Digit digit : views.stated(value, axis)) {
      int space = digit.space();
      if (spaces.known(space) && spaces.numbered(space) && !numbered.contains(space)) {
        numbered.add(space);
      }
    }
    return numbered;
  }

  /** Whether index i of an axis that has channels is channel i alone, for every i. */
  public boolean whole(Value value, int axis) {
    return byIndex(value, axis).isPresent();
  }

  /** The group of a channel of an axis, or -1 where it touches no parameter. */
  public int group(Value value, int axis, int channel) {
    return partition.group(number(value, axis, channel));
  }

  /** The number of a channel of an axis within its group. */
  public int place(Value value, int axis, int channel) {
    return partition.place(number(value, axis, channel));
  }

  private int number(Value value, int axis, int channel) {
    Optional<int[]> own = byIndex(value, axis);
    if (own.isPresent()) {
      return own.get()[channel];
    }
    int rest = channel;
    for (int space : numbered(value, axis)) {
      if (rest < spaces.size(space)) {
        return spaces.base(space) + rest;
      }
      rest -= spaces.size(space);
    }
    throw new IndexOutOfBoundsException(channel);
  }

  /**
   * The channel of each index of an axis, where there is one for each: all channels behind an index
   * go together.
   */
  private Optional<int[]> byIndex(Value value, int axis) {
    List<Digit> digits = views.stated(value, axis);
    List<Integer> numbered = numbered(value, axis);
    if (numbered.size() != 1 || Digits.size(digits) < 0) {
      return Optional.empty();
    }
    return known.computeIfAbsent(digits, all -> find(all, numbered.get(0)));
  }

  private Optional<int[]> find(List<Digit> digits, int space) {
    int base = spaces.base(space);
    int[] channels = new int[Digits.size(digits)];
    int inner = 1;
    for (int k = digits.size() - 1; k >= 0; k--) {
      Digit digit = digits.get(k);
      for (int i = 0; digit.space() == space && i < channels.length; i++) {
        channels[i] += i / inner % digit.size() * digit.stride();
      }
      inner *= digit.size();
    }
    for (int i = 0; i < channels.length; i++) {
      channels[i] += base;
    }
    return together(digits, space) ? Optional.of(channels) : Optional.empty();
  }

  /** Whether channels that agree in some digits go together. */
  private boolean together(List<Digit> digits, int space) {
    int base = spaces.base(space);
    for (int channel = 0; channel < spaces.size(space); channel++) {
      int least = 0;
      for (Digit digit : digits) {
        least += digit.space() == space ? digit.of(channel) * digit.stride() : 0;
      }
      if (spaces.sets().find(base + channel) != spaces.sets().find(base + least)) {
        return false;
      }
    }
    return true;
  }
}
