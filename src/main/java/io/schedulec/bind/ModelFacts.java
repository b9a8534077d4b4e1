package io.schedulec.bind;

import io.schedulec.channel.ChannelSpaces;
import io.schedulec.graph.DataType;
import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Parameter;
import io.schedulec.graph.Shape;
import io.schedulec.graph.shape.ShapeInference;
import io.schedulec.graph.shape.ShapeTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What is known of a model, computed once.
 *
 * @param graph the network
 * @param shapes the shapes of its values
 * @param spaces which channels belong together
 * @param names its parameters by name
 * @param present whether there is a model at all
 */
public record ModelFacts(
    ModelGraph graph, ShapeTable shapes, ChannelSpaces spaces, NameIndex names, boolean present) {

  /** Facts with the name index of the graph's parameters. */
  public static ModelFacts of(ModelGraph graph, ShapeTable shapes, ChannelSpaces spaces) {
    return new ModelFacts(graph, shapes, spaces, NameIndex.of(graph.parameters()), true);
  }

  /**
   * Facts where no model is known: every name is taken for a parameter, and nothing is tied, so
   * that what a schedule says about time can be checked all the same.
   */
  public static ModelFacts absent(Collection<String> names) {
    List<Parameter> parameters = new ArrayList<>();
    for (String name : names) {
      parameters.add(
          new Parameter(name, name, Shape.SCALAR, DataType.UNKNOWN, Parameter.Stored.SAME, false));
    }
    ModelGraph graph =
        new ModelGraph("", Map.of(), List.of(), List.of(), List.of(), List.of(), List.of(), false);
    ChannelSpaces spaces = new ChannelSpaces(List.of(), Map.of());
    return new ModelFacts(graph, ShapeInference.of(graph), spaces, NameIndex.of(parameters), false);
  }
}
