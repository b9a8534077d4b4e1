package io.schedulec.lower;

import io.schedulec.graph.Parameter;
import io.schedulec.graph.Shape;
import io.schedulec.graph.shape.Layer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/** Adds up the tensors of a moment. */
final class Counter {
  private final Tensors tensors;
  private final Set<String> masked;
  private final Function<String, Shape> shapes;
  private final Function<String, TensorCount> counts;

  Counter(
      Tensors tensors,
      Set<String> masked,
      Function<String, Shape> shapes,
      Function<String, TensorCount> counts) {
    this.tensors = tensors;
    this.masked = masked;
    this.shapes = shapes;
    this.counts = counts;
  }

  Point point(int epoch) {
    List<OptionalLong> params = new ArrayList<>();
    List<OptionalLong> macs = new ArrayList<>();
    List<OptionalLong> nonzero = new ArrayList<>();
    Set<String> shown = new LinkedHashSet<>();
    for (Layer layer : tensors.layers()) {
      String name = layer.weight().name();
      OptionalLong elements = elements(name);
      params.add(elements);
      macs.add(macs(layer, elements));
      nonzero.add(difference(elements, counts.apply(name).zeros()));
      shown.add(name);
    }
    shown.addAll(masked);
    return new Point(
        epoch,
        sum(params),
        sum(tensors.trainable().stream().map(Parameter::name).map(this::elements).toList()),
        sum(macs),
        sum(nonzero),
        shown.stream().map(counts).toList());
  }

  private OptionalLong elements(String tensor) {
    long elements = shapes.apply(tensor).elements();
    return elements == Shape.UNKNOWN ? OptionalLong.empty() : OptionalLong.of(elements);
  }

  /** A layer's cost is the same for each element of its weight. */
  private static OptionalLong macs(Layer layer, OptionalLong elements) {
    boolean known = layer.macs().isPresent() && elements.isPresent() && layer.params() > 0;
    return known
        ? OptionalLong.of(layer.macs().getAsLong() / layer.params() * elements.getAsLong())
        : OptionalLong.empty();
  }

  private static OptionalLong difference(OptionalLong all, OptionalLong some) {
    return all.isPresent() && some.isPresent()
        ? OptionalLong.of(all.getAsLong() - some.getAsLong())
        : OptionalLong.empty();
  }

  private static OptionalLong sum(List<OptionalLong> numbers) {
    long sum = 0;
    for (OptionalLong number : numbers) {
      if (number.isEmpty()) {
        return number;
      }
      sum += number.getAsLong();
    }
    return OptionalLong.of(sum);
  }
}
