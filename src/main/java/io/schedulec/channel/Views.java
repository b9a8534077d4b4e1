package io.schedulec.channel;

import io.schedulec.channel.rule.Reason;
import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Node;
import io.schedulec.graph.Shape;
import io.schedulec.graph.Value;
import io.schedulec.graph.shape.ShapeTable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The space of each axis of each value.
 *
 * <p>Several axes of one value may share a space: where a reshape has split an axis, index i of one
 * part and k of another are channel {@code i * stride(one) + k * stride(another)}. An axis that has
 * a space for itself has stride 1.
 */
final class Views {
  private static final int UNSTATED = -1;
  private static final Shape UNKNOWN_RANK = Shape.of();

  private final ShapeTable shapes;
  private final Spaces spaces;
  private final Slots slots;
  private final int[] @Nullable [] spaceOf;
  private final int[] @Nullable [] strideOf;
  private final int[] producer;
  private int current;

  Views(ModelGraph graph, ShapeTable shapes, Spaces spaces, Slots slots) {
    this.shapes = shapes;
    this.spaces = spaces;
    this.slots = slots;
    int values = graph.values().size();
    this.spaceOf = new int[values][];
    this.strideOf = new int[values][];
    this.producer = producers(graph.nodes(), values);
  }

  private static int[] producers(List<Node> nodes, int values) {
    int[] producer = new int[values];
    Arrays.fill(producer, -1);
    for (Node node : nodes) {
      for (Optional<Value> output : node.outputs()) {
        if (output.isPresent()) {
          producer[output.get().id()] = node.index();
        }
      }
    }
    return producer;
  }

  /** From now on the outputs of this node may be given spaces. */
  void at(int node) {
    current = node;
  }

  /** The node that computes a value, or -1. */
  int producer(Value value) {
    return producer[value.id()];
  }

  Shape shape(Value value) {
    return shapes.shape(value).orElse(UNKNOWN_RANK);
  }

  /** Whether an axis of an output of the current node has no space yet. */
  boolean unstated(Value value, int axis) {
    int[] own = spaceOf[value.id()];
    return producer[value.id()] == current && (own == null || own[axis] == UNSTATED);
  }

  /** The space of an axis. */
  int space(Value value, int axis) {
    int[] own = own(value);
    if (own[axis] == UNSTATED) {
      own[axis] = create(value, axis);
    }
    return own[axis];
  }

  /** The space of an axis, or -1 where nothing has been said of it. */
  int stated(Value value, int axis) {
    int[] own = spaceOf[value.id()];
    return own == null ? UNSTATED : own[axis];
  }

  int stride(Value value, int axis) {
    int[] own = strideOf[value.id()];
    return own == null ? 1 : own[axis];
  }

  /** Whether an axis has a space for itself. */
  boolean whole(Value value, int axis) {
    int size = spaces.size(space(value, axis));
    return stride(value, axis) == 1 && size == size(value, axis);
  }

  /** The size of an axis, -1 where it is unknown or too large to be channels. */
  int size(Value value, int axis) {
    long size = shape(value).dim(axis);
    return size > Integer.MAX_VALUE / 2 ? -1 : (int) size;
  }

  /** Gives an axis a space. */
  void set(Value value, int axis, int space, int stride) {
    own(value)[axis] = space;
    if (stride != 1 || strideOf[value.id()] != null) {
      strides(value)[axis] = stride;
    }
  }

  private int[] own(Value value) {
    int[] own = spaceOf[value.id()];
    if (own == null) {
      own = new int[shape(value).rank()];
      Arrays.fill(own, UNSTATED);
      spaceOf[value.id()] = own;
    }
    return own;
  }

  private int[] strides(Value value) {
    int[] own = strideOf[value.id()];
    if (own == null) {
      own = new int[shape(value).rank()];
      Arrays.fill(own, 1);
      strideOf[value.id()] = own;
    }
    return own;
  }

  private int create(Value value, int axis) {
    return switch (value.kind()) {
      case PARAMETER -> slots.space(value, axis);
      case INPUT -> frozen(value, axis, Reason.GRAPH_INPUT);
      case CONSTANT -> frozen(value, axis, Reason.CONSTANT);
      case COMPUTED ->
          producer[value.id()] == current
              ? spaces.add(size(value, axis))
              : frozen(value, axis, Reason.FIXED_SHAPE);
    };
  }

  private int frozen(Value value, int axis, Reason reason) {
    int space = spaces.add(size(value, axis));
    spaces.freeze(space, reason, producer[value.id()], value.id());
    return space;
  }
}
