package io.schedulec.channel.rule;

import io.schedulec.graph.Node;
import io.schedulec.graph.Shape;
import io.schedulec.graph.Value;
import java.util.List;
import java.util.Optional;

/**
 * Tensors that are the same all along an axis, as large as the model asks when it runs.
 *
 * <p>Where it asks for the size of another axis the two are one: exporters make biases of zeros so.
 * Any other size is fixed.
 */
final class FillRule implements ChannelRule {
  private static final int LONGEST_TRACE = 16;

  @Override
  public List<String> opTypes() {
    return List.of("Expand", "ConstantOfShape");
  }

  @Override
  public void link(Node node, Links links) {
    Value out = node.output(0).orElseThrow();
    boolean expand = node.opType().equals("Expand");
    Value target = node.input(expand ? 1 : 0).orElseThrow();
    int rank = links.shape(out).rank();
    int shift = rank - (int) links.shape(target).elements();
    for (int i = 0; i < rank; i++) {
      if (!expand || grows(links, node.input(0).orElseThrow(), out, i)) {
        follow(links, target, i - shift, out, i);
      }
    }
    if (expand) {
      links.broadcast(node.input(0).orElseThrow(), out, false);
    }
  }

  private static boolean grows(Links links, Value in, Value out, int axis) {
    int own = axis - links.shape(out).rank() + links.shape(in).rank();
    return own < 0 || (links.shape(in).dim(own) == 1 && links.shape(out).dim(axis) != 1);
  }

  private static void follow(Links links, Value target, int element, Value out, int axis) {
    Optional<Axis> source = element < 0 ? Optional.empty() : asked(links, target, element, 0);
    if (source.isPresent() && source.get().size() > 0) {
      links.tie(links.axis(out, axis), source.get());
    } else if (!links.dataless(out)) {
      links.hold(out, axis, Reason.FIXED_SHAPE);
    }
  }

  /** The axis whose size an element of a vector is. */
  private static Optional<Axis> asked(Links links, Value vector, int element, int depth) {
    Optional<Node> producer = links.producer(vector);
    if (producer.isEmpty() || producer.get().input(0).isEmpty() || depth > LONGEST_TRACE) {
      return Optional.empty();
    }
    Node node = producer.get();
    Value source = node.input(0).get();
    return switch (node.opType()) {
      case "Shape" -> sizeOf(links, node, source, element);
      case "Cast", "Identity", "Unsqueeze", "Squeeze", "Reshape", "Expand" ->
          sameCount(links, source, vector)
              ? asked(links, source, element, depth + 1)
              : Optional.empty();
      case "Gather" -> chosen(links, node, source, element, depth);
      case "Concat" -> part(links, node, element, depth);
      default -> Optional.empty();
    };
  }

  private static Optional<Axis> sizeOf(Links links, Node node, Value source, int element) {
    Shape shape = links.shape(source);
    long start = node.attributes().integer("start", 0);
    long axis = (start < 0 ? Math.max(0, start + shape.rank()) : start) + element;
    return axis < shape.rank() ? Optional.of(links.axis(source, (int) axis)) : Optional.empty();
  }

  private static boolean sameCount(Links links, Value a, Value b) {
    return links.shape(a).fullyKnown() && links.shape(a).elements() == links.shape(b).elements();
  }

  private static Optional<Axis> chosen(
      Links links, Node node, Value source, int element, int depth) {
    long[] indices = links.integers(node.input(1).orElseThrow()).orElse(new long[0]);
    if (element >= indices.length || links.shape(source).rank() != 1) {
      return Optional.empty();
    }
    long index = indices[element];
    long place = index < 0 ? index + links.shape(source).dim(0) : index;
    return asked(links, source, (int) place, depth + 1);
  }

  private static Optional<Axis> part(Links links, Node node, int element, int depth) {
    int rest = element;
    for (Optional<Value> input : node.inputs()) {
      long count = input.isEmpty() ? -1 : links.shape(input.get()).elements();
      if (count < 0) {
        return Optional.empty();
      }
      if (rest < count) {
        return asked(links, input.get(), rest, depth + 1);
      }
      rest -= (int) count;
    }
    return Optional.empty();
  }
}
