package io.schedulec.surgery;

import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Parameter;
import io.schedulec.graph.TensorCut;
import io.schedulec.graph.WeightBytes;
import io.schedulec.graph.WeightSource;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What thinning must equal: the model at full size, with the readers' weights for the removed
 * channels zero.
 */
public final class ZeroedReaders {
  private ZeroedReaders() {}

  /**
   * New values for every reader that loses something, to be given to {@link ModelRewrite#with}.
   *
   * @param weights the values so far
   * @throws CannotCutException if a removal takes channels that have to stay
   */
  public static Map<Parameter, ByteBuffer> of(
      ModelGraph graph, List<Removal> removals, WeightSource weights) {
    Map<String, TensorCut> cuts = ParameterCuts.ofReaders(graph, removals);
    Map<Parameter, ByteBuffer> zeroed = new LinkedHashMap<>();
    for (Parameter parameter : graph.parameters()) {
      TensorCut cut = cuts.get(parameter.name());
      Optional<WeightBytes> bytes = weights.of(parameter);
      if (cut != null && bytes.isPresent() && cut.before().equals(parameter.shape())) {
        zeroed.put(parameter, cut.cleared(bytes.get().data(), parameter.type().bytes()));
      }
    }
    return zeroed;
  }
}
