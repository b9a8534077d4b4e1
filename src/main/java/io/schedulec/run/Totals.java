package io.schedulec.run;

import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.WeightBytes;
import io.schedulec.graph.WeightSource;
import io.schedulec.graph.shape.Layer;
import io.schedulec.graph.shape.LayerTable;
import io.schedulec.graph.shape.ShapeTable;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a model costs, counted over the weights of its convolution and linear layers.
 *
 * @param params elements of these weights
 * @param macs multiply-accumulates for one sample; empty where an output size is unknown
 * @param nonzero elements that are not zero; empty where the model has no data or an unusual type
 */
public record Totals(long params, OptionalLong macs, OptionalLong nonzero) {

  /** Counts a model. */
  static Totals of(ModelGraph graph, ShapeTable shapes, WeightSource weights) {
    long params = 0;
    OptionalLong macs = OptionalLong.of(0);
    OptionalLong nonzero = OptionalLong.of(0);
    for (Layer layer : LayerTable.of(graph, shapes)) {
      params += layer.params();
      macs = sum(macs, layer.macs());
      nonzero = sum(nonzero, nonzero(weights.of(layer.weight())));
    }
    return new Totals(params, macs, nonzero);
  }

  private static OptionalLong sum(OptionalLong a, OptionalLong b) {
    return a.isPresent() && b.isPresent()
        ? OptionalLong.of(a.getAsLong() + b.getAsLong())
        : OptionalLong.empty();
  }

  private static OptionalLong nonzero(Optional<WeightBytes> weight) {
    return weight.isPresent() ? NonZeros.count(weight.get()) : OptionalLong.empty();
  }
}
