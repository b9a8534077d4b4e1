package io.schedulec.channel;

import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Value;
import io.schedulec.graph.shape.ShapeTable;

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
    int space = views.stated(value, axis);
    return space >= 0 && spaces.known(space) && spaces.numbered(space) ? spaces.size(space) : 0;
  }

  /** Whether index i of an axis that has channels is channel i alone, for every i. */
  public boolean whole(Value value, int axis) {
    return views.whole(value, axis);
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
    return spaces.base(views.stated(value, axis)) + channel;
  }
}
