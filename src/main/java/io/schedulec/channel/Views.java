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
 * The channels behind each axis of each value.
 *
 * <p>An axis that is whole has a space for itself: index i is channel i. Any other axis is written
 * in {@linkplain Digit digits} of one or more spaces.
 */
final class Views {
  private static final int UNSTATED = -1;
  private static final int COMPOSITE = -2;
  private static final Shape UNKNOWN_RANK = Shape.of();

  private final ShapeTable shapes;
  private final Spaces spaces;
  private final Slots slots;
  private final int[] @Nullable [] spaceOf;
  private final @Nullable List<Digit>[] @Nullable [] digitsOf;
  private final int[] producer;
  private final boolean[] constant;
  private final int[] usedAt;
  private int current;

  @SuppressWarnings({"unchecked", "rawtypes"}) // there are no arrays of a generic type
  Views(ModelGraph graph, ShapeTable shapes, Spaces spaces, Slots slots) {
    this.shapes = shapes;
    this.spaces = spaces;
    this.slots = slots;
    int values = graph.values().size();
    this.spaceOf = new int[values][];
    this.digitsOf = new List[values][];
    this.producer = producers(graph.nodes(), values);
    this.constant = new boolean[values];
    this.usedAt = new int[values];
    Arrays.fill(usedAt, -1);
    for (Value value : graph.values()) {
      constant[value.id()] = value.kind() == Value.Kind.CONSTANT;
    }
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

  /** Lets go of all axes; nothing can be asked of them any more. */
  void forget() {
    Arrays.fill(spaceOf, null);
    Arrays.fill(digitsOf, null);
  }

  /** From now on the outputs of this node may be given spaces. */
  void at(int node) {
    current = node;
  }

  /** Whether a value is the same whatever the model is given, and no parameter has part in it. */
  boolean constant(Value value) {
    return constant[value.id()];
  }

  /** Notes that a value is computed from constants alone. */
  void constant(Value value, boolean computedFromConstants) {
    constant[value.id()] = computedFromConstants;
  }

  /** The node that computes a value, or -1. */
  int producer(Value value) {
    return producer[value.id()];
  }

  /** Whether a value is an output of the current node. */
  boolean made(Value value) {
    return producer[value.id()] == current;
  }

  Shape shape(Value value) {
    return shapes.shape(value).orElse(UNKNOWN_RANK);
  }

  /** Whether an axis of an output of the current node has no space yet. */
  boolean unstated(Value value, int axis) {
    int[] own = spaceOf[value.id()];
    return made(value) && (own == null || own[axis] == UNSTATED);
  }

  /** Whether an axis has a space for itself. */
  boolean whole(Value value, int axis) {
    return stateOf(value, axis) >= 0;
  }

  /** The space of a whole axis. */
  int space(Value value, int axis) {
    int space = stateOf(value, axis);
    if (space < 0) {
      throw new IllegalArgumentException("axis " + axis + " of " + value + " is not whole");
    }
    return space;
  }

  private int stateOf(Value value, int axis) {
    int[] own = own(value);
    if (own[axis] == UNSTATED) {
      own[axis] = create(value, axis);
    }
    return own[axis];
  }

  /** The digits of an axis; one for an axis that is whole. */
  List<Digit> digits(Value value, int axis) {
    int space = stateOf(value, axis);
    return space >= 0 ? List.of(new Digit(space, 1, spaces.size(space))) : composite(value, axis);
  }

  /** The digits of an axis, none where nothing has been said of it. */
  List<Digit> stated(Value value, int axis) {
    int[] own = spaceOf[value.id()];
    return own == null || own[axis] == UNSTATED ? List.of() : digits(value, axis);
  }

  private List<Digit> composite(Value value, int axis) {
    @Nullable List<Digit>[] own = digitsOf[value.id()];
    List<Digit> digits = own == null ? null : own[axis];
    if (digits == null) {
      throw new IllegalArgumentException("axis " + axis + " of " + value + " has no digits");
    }
    return digits;
  }

  /** The size of an axis, -1 where it is unknown or too large to be channels. */
  int size(Value value, int axis) {
    long size = shape(value).dim(axis);
    return size > Integer.MAX_VALUE / 2 ? -1 : (int) size;
  }

  /** Gives an axis a space for itself. */
  void set(Value value, int axis, int space) {
    own(value)[axis] = space;
  }

  /** Says what an axis is written in. */
  @SuppressWarnings({"unchecked", "rawtypes"}) // there are no arrays of a generic type
  void set(Value value, int axis, List<Digit> digits) {
    List<Digit> fused = Digits.fused(digits);
    Digit first = fused.get(0);
    if (fused.size() == 1 && first.stride() == 1 && first.size() == spaces.size(first.space())) {
      set(value, axis, first.space());
      return;
    }
    own(value)[axis] = COMPOSITE;
    @Nullable List<Digit>[] own = digitsOf[value.id()];
    if (own == null) {
      own = new List[shape(value).rank()];
      digitsOf[value.id()] = own;
    }
    own[axis] = List.copyOf(fused);
  }

  /**
   * The spaces of a value. A constant can be cut anew for each node that uses it, so that it ties
   * nothing to what it meets elsewhere.
   */
  private int[] own(Value value) {
    int[] own = spaceOf[value.id()];
    boolean stale = constant[value.id()] && usedAt[value.id()] != current;
    if (stale) {
      usedAt[value.id()] = current;
    }
    if (own == null || stale) {
      own = new int[shape(value).rank()];
      Arrays.fill(own, UNSTATED);
      spaceOf[value.id()] = own;
    }
    return own;
  }

  private int create(Value value, int axis) {
    return switch (value.kind()) {
      case PARAMETER -> slots.space(value, axis);
      case INPUT -> frozen(value, axis, Reason.GRAPH_INPUT);
      case CONSTANT -> spaces.add(size(value, axis));
      case COMPUTED ->
          producer[value.id()] == current || constant[value.id()]
              ? spaces.add(size(value, axis))
              : frozen(value, axis, Reason.FIXED_SHAPE);
    };
  }

  /** A space of its own for an axis that cannot be cut. */
  int frozen(Value value, int axis, Reason reason) {
    int space = spaces.add(size(value, axis));
    spaces.freeze(space, reason, producer[value.id()], value.id());
    return space;
  }
}
