package io.schedulec.lower;

import io.schedulec.graph.Parameter;
import io.schedulec.schedule.ParameterValue;
import io.schedulec.source.Spanned;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Numbers given for each tensor, with one under {@code '*'} for all others. */
final class PerTensor {
  private static final String OTHERS = "*";

  private PerTensor() {}

  /**
   * The number of each parameter: those that are named, in the order of the schedule, then every
   * other trainable one, in the order of the model, if there is a number for them.
   */
  static Map<String, Double> of(List<ParameterValue> values, Tensors tensors) {
    Map<String, Double> numbers = new LinkedHashMap<>();
    Optional<Double> others = Optional.empty();
    for (ParameterValue value : values) {
      Optional<Double> number = value.number().map(Spanned::value);
      if (value.name().value().equals(OTHERS)) {
        others = number;
      } else {
        Optional<Parameter> parameter = tensors.find(value.name().value());
        parameter.ifPresent(p -> number.ifPresent(n -> numbers.putIfAbsent(p.name(), n)));
      }
    }
    others.ifPresent(n -> tensors.trainable().forEach(p -> numbers.putIfAbsent(p.name(), n)));
    return numbers;
  }
}
