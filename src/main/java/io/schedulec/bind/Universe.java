package io.schedulec.bind;

import io.schedulec.channel.Role;
import io.schedulec.graph.Node;
import io.schedulec.graph.Parameter;
import io.schedulec.graph.Value;
import io.schedulec.graph.shape.Layer;
import io.schedulec.graph.shape.LayerTable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parameters that selectors choose from, in the order in which the model uses them. */
final class Universe {
  private final ModelFacts facts;
  private final List<Parameter> parameters = new ArrayList<>();
  private final List<String> plain = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<String, BitSet> operators = new LinkedHashMap<>();
  private final BitSet layers = new BitSet();

  Universe(ModelFacts facts) {
    this.facts = facts;
    for (Node node : facts.graph().nodes()) {
      for (int i = 0; i < node.inputs().size(); i++) {
        Optional<Parameter> parameter = node.input(i).flatMap(Value::parameter);
        if (parameter.isPresent() && !statistics(node, i)) {
          add(parameter.get());
        }
      }
    }
    LayerTable.of(facts.graph(), facts.shapes()).forEach(this::addLayer);
    for (int i = 0; i < size(); i++) {
      layers.set(i, layers.get(i) || has(i, Role.FILTERS) || has(i, Role.CHANNELS));
    }
    facts.graph().nodes().forEach(this::addOperator);
  }

  /** Running statistics are not trained, and no parameters to the framework. */
  private static boolean statistics(Node node, int input) {
    return node.standard() && node.opType().equals("BatchNormalization") && input > 2;
  }

  private void add(Parameter parameter) {
    if (parameter.type().floating() && !numbers.containsKey(parameter.name())) {
      numbers.put(parameter.name(), size());
      parameters.add(parameter);
      plain.add(NameIndex.plain(parameter.name()));
    }
  }

  private void addLayer(Layer layer) {
    number(layer.weight()).ifPresent(layers::set);
  }

  private boolean has(int number, Role role) {
    return !facts.spaces().groupsOf(parameters.get(number).name(), role).isEmpty();
  }

  private void addOperator(Node node) {
    for (Optional<Value> input : node.inputs()) {
      Optional<Integer> number = input.flatMap(Value::parameter).flatMap(this::number);
      if (number.isPresent() && layers.get(number.get())) {
        operators.computeIfAbsent(node.opType(), type -> new BitSet()).set(number.get());
      }
    }
  }

  int size() {
    return parameters.size();
  }

  Parameter parameter(int number) {
    return parameters.get(number);
  }

  /** The name of a parameter without {@code module} components. */
  String plain(int number) {
    return plain.get(number);
  }

  /** The number of a parameter, if it is among them. */
  Optional<Integer> number(Parameter parameter) {
    return Optional.ofNullable(numbers.get(parameter.name()));
  }

  /** Whether a parameter is the weight of a layer. */
  boolean layer(int number) {
    return layers.get(number);
  }

  /** How many weights of layers there are. */
  int layerCount() {
    return layers.cardinality();
  }

  /** The weights of layers by the operators that apply them. */
  Map<String, BitSet> operators() {
    return operators;
  }

  ModelFacts facts() {
    return facts;
  }
}
