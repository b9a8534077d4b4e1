package io.schedulec.schedule;

import io.schedulec.source.Span;
import io.schedulec.source.Spanned;
import io.schedulec.yaml.ScalarType;
import io.schedulec.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One entry of a map of parameter names.
 *
 * @param name the parameter, or {@code *} for all others
 * @param span the whole entry
 * @param number its level, threshold, sensitivity or strength; empty if it is none
 * @param group its group, e.g. {@code Channels}; empty where none is asked for
 */
public record ParameterValue(
    Spanned<String> name,
    Span span,
    Optional<Spanned<Double>> number,
    Optional<Spanned<String>> group) {

  static List<ParameterValue> all(Argument argument) {
    List<ParameterValue> all = new ArrayList<>();
    if (argument.value().resolved() instanceof YamlValue.Mapping mapping) {
      for (YamlValue.Entry entry : mapping.entries()) {
        if (entry.key().type() != ScalarType.TIMESTAMP) {
          all.add(of(entry));
        }
      }
    }
    return all;
  }

  private static ParameterValue of(YamlValue.Entry entry) {
    YamlValue value = entry.value().resolved();
    Optional<Spanned<String>> group = Optional.empty();
    if (value instanceof YamlValue.Sequence pair && pair.items().size() == 2) {
      value = pair.items().get(0).resolved();
      group = Values.text(pair.items().get(1).resolved());
    }
    return new ParameterValue(entry.name(), entry.span(), Values.real(value), group);
  }

  static List<Spanned<String>> names(List<ParameterValue> values) {
    List<Spanned<String>> names = new ArrayList<>();
    for (ParameterValue value : values) {
      if (!value.name().value().equals("*")) {
        names.add(value.name());
      }
    }
    return names;
  }
}
