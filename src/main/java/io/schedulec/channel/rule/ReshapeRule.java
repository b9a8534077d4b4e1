package io.schedulec.channel.rule;

import io.schedulec.graph.Node;
import java.util.List;

/** The same elements, row-major, under other axes. */
final class ReshapeRule implements ChannelRule {
  @Override
  public List<String> opTypes() {
    return List.of("Reshape", "Flatten");
  }

  @Override
  public String passes() {
    return "followed through every split and merge";
  }

  @Override
  public String freezes() {
    return "sizes that are unknown or cut across channels";
  }

  @Override
  public void link(Node node, Links links) {
    links.reshape(node.input(0).orElseThrow(), node.output(0).orElseThrow());
  }
}
