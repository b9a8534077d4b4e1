package io.schedulec.channel.rule;

import io.schedulec.graph.Node;
import io.schedulec.graph.Value;
import java.util.List;
import java.util.Optional;

/** Tensors that are made of nothing but sizes and numbers: their axes stay as they are. */
final class SourceRule implements ChannelRule {
  @Override
  public List<String> opTypes() {
    return List.of(
        "Range",
        "EyeLike",
        "OneHot",
        "NonZero",
        "RandomNormal",
        "RandomNormalLike",
        "RandomUniform",
        "RandomUniformLike",
        "Multinomial",
        "AffineGrid",
        "BlackmanWindow",
        "HannWindow",
        "HammingWindow");
  }

  @Override
  public void link(Node node, Links links) {
    for (Optional<Value> input : node.inputs()) {
      if (input.isPresent()) {
        links.freeze(input.get(), Reason.FIXED_SHAPE);
      }
    }
    for (Optional<Value> output : node.outputs()) {
      if (output.isPresent()) {
        links.freeze(output.get(), Reason.CONSTANT);
      }
    }
  }
}
