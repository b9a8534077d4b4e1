package io.schedulec.lower;

import io.schedulec.catalog.ClassSpec;
import io.schedulec.plan.Call;
import io.schedulec.plan.Call.Argument;
import io.schedulec.plan.Step;
import io.schedulec.schedule.Instance;
import io.schedulec.yaml.YamlValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Learning-rate schedulers as the plan declares them. */
final class LearningRates {
  private LearningRates() {}

  static Step step(Instance instance) {
    String name = instance.spec().map(ClassSpec::name).orElseThrow();
    Map<String, Argument> arguments = new LinkedHashMap<>();
    instance
        .arguments()
        .forEach((key, argument) -> arguments.put(key, argument(argument.value().resolved())));
    return new Step.LearningRate(instance.name().value(), new Call(name, arguments));
  }

  private static Argument argument(YamlValue value) {
    if (value instanceof YamlValue.Sequence list) {
      return new Argument.Items(list.items().stream().map(i -> argument(i.resolved())).toList());
    }
    return value instanceof YamlValue.Scalar scalar ? scalar(scalar) : new Argument.None();
  }

  private static Argument scalar(YamlValue.Scalar scalar) {
    Optional<Double> number = scalar.number();
    if (number.isPresent()) {
      return new Argument.Numeral(number.get());
    }
    return switch (scalar.type()) {
      case BOOL -> new Argument.Flag(scalar.truth().orElseThrow());
      case NULL -> new Argument.None();
      default -> new Argument.Text(scalar.text());
    };
  }
}
