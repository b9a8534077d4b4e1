package io.schedulec.cli;

import io.schedulec.bind.Meant;
import io.schedulec.bind.ModelFacts;
import io.schedulec.graph.Node;
import io.schedulec.graph.Parameter;
import io.schedulec.graph.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The weights that words of the command line mean.
 *
 * <p>A weight is named as in a schedule, or by its module, by the tensor that holds it in the model
 * file, or by the node that it is the one weight of.
 */
final class WeightNames {
  private final ModelFacts facts;

  private WeightNames(ModelFacts facts) {
    this.facts = facts;
  }

  /** The weight that a text names, or the two that it names with a comma between them. */
  static List<Parameter> of(String text, ModelFacts facts) throws BadRequest {
    WeightNames names = new WeightNames(facts);
    int comma = text.indexOf(',');
    if (text.isBlank() || comma < 0 || !names.meant(text).isEmpty()) {
      return List.of(names.one(text));
    }
    while (names.meant(text.substring(0, comma)).isEmpty() && text.indexOf(',', comma + 1) > 0) {
      comma = text.indexOf(',', comma + 1);
    }
    Parameter first = names.one(text.substring(0, comma).strip());
    Parameter second = names.one(text.substring(comma + 1).strip());
    if (first.name().equals(second.name())) {
      throw new BadRequest("--why needs two different weights, not " + first.name() + " twice");
    }
    return List.of(first, second);
  }

  private Parameter one(String name) throws BadRequest {
    List<Parameter> meant = name.isBlank() ? List.of() : meant(name);
    if (meant.size() == 1) {
      return meant.get(0);
    }
    if (name.isBlank()) {
      throw new BadRequest("--why needs the name of a weight");
    }
    if (meant.size() > 1) {
      List<String> names = meant.stream().map(Parameter::name).toList();
      throw new BadRequest("\"" + name + "\" has several weights: " + String.join(", ", names));
    }
    String hint =
        Meant.by(facts.names(), name)
            .map(near -> ", did you mean " + near + "?")
            .orElse(", schedulec inspect --weights lists them");
    throw new BadRequest("no weight \"" + name + "\" in " + facts.graph().name() + hint);
  }

  /** The parameters that a name may mean; none when the model has none of that name. */
  private List<Parameter> meant(String name) {
    Optional<Parameter> parameter = facts.names().find(name);
    if (parameter.isEmpty()) {
      parameter = Meant.ofModule(facts.names(), name).flatMap(facts.names()::find);
    }
    if (parameter.isPresent()) {
      return List.of(parameter.get());
    }
    Map<String, Parameter> found = new LinkedHashMap<>();
    for (Parameter stored : facts.graph().parameters()) {
      if (stored.onnxName().equals(name)) {
        found.putIfAbsent(stored.name(), stored);
      }
    }
    if (found.isEmpty()) {
      ofNode(name).forEach(p -> found.putIfAbsent(p.name(), p));
    }
    return new ArrayList<>(found.values());
  }

  private List<Parameter> ofNode(String name) {
    List<Parameter> weights = new ArrayList<>();
    for (Node node : facts.graph().nodes()) {
      if (node.name().equals(name)) {
        for (Optional<Value> input : node.inputs()) {
          input
              .flatMap(Value::parameter)
              .filter(parameter -> parameter.shape().rank() > 1)
              .ifPresent(weights::add);
        }
      }
    }
    return weights;
  }
}
