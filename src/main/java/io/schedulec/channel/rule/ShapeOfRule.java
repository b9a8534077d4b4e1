package io.schedulec.channel.rule;

import io.schedulec.graph.Node;
import java.util.List;

/** Operators that ask how large a tensor is: whatever its size, they adapt. */
final class ShapeOfRule implements ChannelRule {
  @Override
  public List<String> opTypes() {
    return List.of("Shape", "Size");
  }

  @Override
  public String passes() {
    return "sizes adapt";
  }

  @Override
  public String freezes() {
    return "";
  }

  @Override
  public void link(Node node, Links links) {
    // Sizes are no channels; the operators that use them state what they need.
  }
}
