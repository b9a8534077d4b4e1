package io.schedulec.bind;

import io.schedulec.channel.ChannelSpaces;
import io.schedulec.graph.ModelGraph;

/**
 * What is known of a model, computed once.
 *
 * @param graph the network
 * @param spaces which channels belong together
 * @param names its parameters by name
 */
public record ModelFacts(ModelGraph graph, ChannelSpaces spaces, NameIndex names) {

  /** Facts with the name index of the graph's parameters. */
  public static ModelFacts of(ModelGraph graph, ChannelSpaces spaces) {
    return new ModelFacts(graph, spaces, NameIndex.of(graph.parameters()));
  }
}
