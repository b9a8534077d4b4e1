package io.schedulec.equivalence;

import io.schedulec.graph.Node;
import java.util.List;

/** Resampling: the weights of an interpolation add up to one, so constants stay. */
final class ResizeEmission implements EmissionRule {
  @Override
  public List<String> opTypes() {
    return List.of("Resize", "Upsample");
  }

  @Override
  public double emit(Node node, int channel, Flow flow) {
    double state = flow.operand(node.input(0).orElseThrow(), node.output(0).orElseThrow(), channel);
    String coordinates = node.attributes().text("coordinate_transformation_mode", "");
    return coordinates.startsWith("tf_crop") ? Double.NaN : state;
  }
}
