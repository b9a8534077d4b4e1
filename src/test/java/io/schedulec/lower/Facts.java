package io.schedulec.lower;

import io.schedulec.bind.ModelFacts;
import io.schedulec.channel.ChannelAnalysis;
import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.shape.ShapeInference;
import io.schedulec.graph.shape.ShapeTable;

/** What is known of models that tests put together. */
final class Facts {
  private Facts() {}

  static ModelFacts of(ModelGraph graph) {
    ShapeTable shapes = ShapeInference.of(graph);
    return ModelFacts.of(graph, shapes, ChannelAnalysis.of(graph, shapes));
  }
}
