package io.schedulec.graph.onnx;

import io.schedulec.graph.UnreadableModelException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is taken out of a sequence of parts of a tensor as a slice of the tensor, where both
 * the sizes of the parts and the number of the part are known.
 */
final class Sequences {
  /** The operator that makes a sequence of the parts of a tensor. */
  static final String OPERATOR = "SplitToSequence";

  private static final int MOST_PARTS = 1 << 12;

  private final FreshNames names;
  private final Map<String, RawTensor> constants = new HashMap<>();
  private final Map<String, RawNode> sequences = new HashMap<>();
  private final Set<String> used = new HashSet<>();
  private final List<RawNode> nodes = new ArrayList<>();
  private final List<RawTensor> initializers;

  /** A part of a tensor: from where to where. */
  private record Part(long start, long end) {}

  private Sequences(ModelBytes file, RawGraph graph) {
    names = new FreshNames(file, graph);
    initializers = new ArrayList<>(graph.initializers());
    for (RawTensor tensor : graph.initializers()) {
      constants.put(tensor.name(), tensor);
    }
    for (RawNode node : graph.nodes()) {
      String output = node.outputs().size() == 1 ? node.outputs().get(0) : "";
      RawTensor constant = node.is("Constant") ? Constants.of(node) : null;
      if (constant != null) {
        constants.put(output, constant);
      }
      if (node.is(OPERATOR)) {
        sequences.put(output, node);
      }
    }
    used.addAll(graph.outputNames());
  }

  /** A graph in which parts of sequences are slices. */
  static RawGraph among(ModelBytes file, RawGraph graph) {
    Sequences sequences = new Sequences(file, graph);
    return sequences.sequences.isEmpty() ? graph : sequences.run(graph);
  }

  private RawGraph run(RawGraph graph) {
    for (RawNode node : graph.nodes()) {
      RawNode slice = slice(node);
      if (slice == null) {
        used.addAll(node.inputs());
        used.addAll(Captures.of(node));
      }
      nodes.add(slice == null ? node : slice);
    }
    nodes.removeIf(node -> node.is(OPERATOR) && !used.contains(node.outputs().get(0)));
    return graph.with(nodes, initializers);
  }

  private @Nullable RawNode slice(RawNode at) {
    RawNode sequence =
        at.is("SequenceAt") && at.inputs().size() == 2 ? sequences.get(at.inputs().get(0)) : null;
    Part part = sequence == null ? null : part(sequence, numbers(at.inputs().get(1)));
    if (sequence == null || part == null) {
      return null;
    }
    List<String> inputs = new ArrayList<>(4);
    inputs.add(sequence.inputs().get(0));
    String where = "sequence ".concat(sequence.outputs().get(0));
    inputs.add(number(at, "starts", part.start(), where));
    inputs.add(number(at, "ends", part.end(), where));
    inputs.add(number(at, "axes", sequence.attributes().integer("axis", 0), where));
    return new RawNode(
        at.name(),
        "",
        "Slice",
        "",
        inputs,
        at.outputs(),
        new RawAttributes(),
        at.metadata(),
        new RawNode.Inlined(where, null));
  }

  private String number(RawNode at, String what, long value, String where) {
    String name = names.fresh(FreshNames.within(at.outputs().get(0), what));
    initializers.add(Constants.whole(name, value).within(where));
    return name;
  }

  private @Nullable Part part(RawNode sequence, long @Nullable [] position) {
    if (position == null || position.length != 1) {
      return null;
    }
    long place = position[0];
    String sizes = sequence.inputs().size() > 1 ? sequence.inputs().get(1) : "";
    if (sizes.isEmpty()) {
      boolean kept = sequence.attributes().integer("keepdims", 1) == 1;
      return kept ? even(place, 1) : null;
    }
    RawTensor tensor = constants.get(sizes);
    long[] listed = numbers(sizes);
    if (tensor == null || listed == null) {
      return null;
    }
    return tensor.shape().rank() == 0 ? even(place, listed[0]) : listed(place, listed);
  }

  /** The last part may be smaller, and how many there are is not known here. */
  private static @Nullable Part even(long place, long size) {
    boolean known = place >= 0 && place < MOST_PARTS && size > 0 && size < Integer.MAX_VALUE;
    return known ? new Part(place * size, (place + 1) * size) : null;
  }

  private static @Nullable Part listed(long place, long[] sizes) {
    long number = place < 0 ? place + sizes.length : place;
    if (number < 0 || number >= sizes.length) {
      return null;
    }
    long start = 0;
    for (int i = 0; i < number; i++) {
      start += sizes[i];
    }
    return new Part(start, start + sizes[(int) number]);
  }

  /** The elements of a small constant; null where they are not known. */
  private long @Nullable [] numbers(String name) {
    RawTensor tensor = constants.get(name);
    if (tensor == null
        || tensor.data() == null
        || !tensor.type().integer()
        || tensor.shape().elements() < 1
        || tensor.shape().elements() > MOST_PARTS) {
      return null;
    }
    try {
      return tensor.data().longs();
    } catch (UnreadableModelException absent) {
      return null;
    }
  }
}
