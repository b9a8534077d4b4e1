package io.schedulec.surgery;

import io.schedulec.graph.Shape;
import io.schedulec.graph.TensorCut;
import io.schedulec.graph.Value;
import io.schedulec.graph.onnx.NewNode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/** Writes the nodes that gather a value from a tensor, one axis of which is taken apart. */
final class Gathering {
  private final CutNode start;
  private final TensorCut before;
  private final int apart;

  Gathering(CutNode start, CutPlan plan, int apart) {
    this.start = start;
    this.before = plan.cut(start.in(0));
    this.apart = apart;
  }

  /** The nodes that compute what remains of a value; the last has its name. */
  List<NewNode> nodes(
      Value out, Arrangement arrangement, TensorCut cut, CannotCutException refusal) {
    List<Integer> order = new ArrayList<>();
    List<Long> split = new ArrayList<>();
    List<Arrangement.Part> digits = new ArrayList<>();
    for (int axis = 0; axis < arrangement.axes().size(); axis++) {
      List<Arrangement.Part> parts = arrangement.axes().get(axis);
      if (!parts.isEmpty() && parts.get(0) instanceof Arrangement.Whole whole) {
        order.add(whole.axis());
      } else if (!parts.isEmpty()) {
        digits.addAll(parts);
        order.add(-1 - split.size());
        split.add(cut.after().dim(axis));
      }
    }
    String name = out.name();
    List<NewNode> nodes = new ArrayList<>();
    nodes.add(gather(name, Arrangement.digit(digits).orElseThrow().values()));
    int[] permutation = permutation(order, split.size());
    if (split.size() != 1) {
      nodes.add(reshape(name + "_apart", target(split, refusal)));
    }
    if (!ascending(permutation)) {
      nodes.add(transpose(name + "_in_order", permutation));
    }
    if (order.size() != arrangement.axes().size()) {
      nodes.add(reshape(name + "_shaped", shape(cut.after(), refusal)));
    }
    return linked(nodes, name);
  }

  private NewNode gather(String name, List<Integer> channels) {
    BitSet removed = before.removed(apart);
    List<Long> kept = new ArrayList<>();
    for (int channel : channels) {
      if (!removed.get(channel)) {
        kept.add((long) channel - removed.get(0, channel).cardinality());
      }
    }
    return node(
        "Gather",
        name + "_gathered",
        new NewNode.Kept(start.in(0).name()),
        NewNode.Numbers.vector(name + "_channels", kept),
        Map.of("axis", new NewNode.Single(apart)));
  }

  private static NewNode reshape(String name, List<Long> sizes) {
    NewNode.Operand in = new NewNode.Fresh(name);
    NewNode.Operand shape = NewNode.Numbers.vector(name + "_shape", sizes);
    return new NewNode(name, "Reshape", List.of(in, shape), in, Map.of());
  }

  private static NewNode transpose(String name, int... order) {
    NewNode.Operand in = new NewNode.Fresh(name);
    Map<String, NewNode.Attribute> attributes =
        Map.of("perm", new NewNode.Several(Choosing.longs(order)));
    return new NewNode(name, "Transpose", List.of(in), in, attributes);
  }

  private static NewNode node(
      String opType,
      String name,
      NewNode.Operand first,
      NewNode.Operand second,
      Map<String, NewNode.Attribute> attributes) {
    return new NewNode(name, opType, List.of(first, second), first, attributes);
  }

  /** The same, each taking what the one before computes, the last computing what is wanted. */
  private static List<NewNode> linked(List<NewNode> nodes, String name) {
    List<NewNode> linked = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      NewNode node = nodes.get(i);
      List<NewNode.Operand> inputs = new ArrayList<>(node.inputs());
      if (i > 0) {
        inputs.set(0, linked.get(i - 1).output());
      }
      NewNode.Operand output =
          i == nodes.size() - 1 ? new NewNode.Kept(name) : new NewNode.Fresh(node.name());
      linked.add(new NewNode(node.name(), node.opType(), inputs, output, node.attributes()));
    }
    return linked;
  }

  /** Where each axis of the result is once the axis has been taken apart into so many. */
  private int[] permutation(List<Integer> order, int count) {
    int[] permutation = new int[order.size()];
    for (int i = 0; i < permutation.length; i++) {
      int axis = order.get(i);
      permutation[i] = axis < 0 ? apart - 1 - axis : axis < apart ? axis : axis + count - 1;
    }
    return permutation;
  }

  private static boolean ascending(int... numbers) {
    for (int i = 0; i < numbers.length; i++) {
      if (numbers[i] != i) {
        return false;
      }
    }
    return true;
  }

  /** The sizes of the tensor with its axis taken apart; axes before it stay as they are. */
  private List<Long> target(List<Long> split, CannotCutException refusal) {
    List<Long> sizes = new ArrayList<>();
    int unknown = 0;
    for (int axis = 0; axis < before.before().rank(); axis++) {
      if (axis == apart) {
        sizes.addAll(split);
      } else if (axis < apart) {
        sizes.add(0L);
      } else {
        unknown += before.before().known(axis) ? 0 : 1;
        sizes.add(before.before().known(axis) ? before.before().dim(axis) : -1);
      }
    }
    if (unknown > 1) {
      throw refusal;
    }
    return sizes;
  }

  private static List<Long> shape(Shape shape, CannotCutException refusal) {
    List<Long> sizes = new ArrayList<>();
    int unknown = 0;
    for (long size : shape.toArray()) {
      unknown += size < 0 ? 1 : 0;
      sizes.add(size < 0 ? -1 : size);
    }
    if (unknown > 1) {
      throw refusal;
    }
    return sizes;
  }
}
