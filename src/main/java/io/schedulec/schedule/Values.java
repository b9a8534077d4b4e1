package io.schedulec.schedule;

import io.schedulec.source.Spanned;
import io.schedulec.yaml.ScalarType;
import io.schedulec.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Values as the types of Java; empty where a value is of another type. */
final class Values {
  private Values() {}

  static Optional<Spanned<Double>> real(YamlValue value) {
    if (value instanceof YamlValue.Scalar scalar) {
      Optional<Double> number = scalar.number();
      return number.isPresent()
          ? Optional.of(new Spanned<>(number.get(), scalar.span()))
          : Optional.empty();
    }
    return Optional.empty();
  }

  static Optional<Spanned<Integer>> integer(YamlValue value) {
    if (value instanceof YamlValue.Scalar scalar && scalar.type() == ScalarType.INT) {
      double number = scalar.number().orElse(Double.NaN);
      if (Math.abs(number) <= Integer.MAX_VALUE) {
        return Optional.of(new Spanned<>((int) number, scalar.span()));
      }
    }
    return Optional.empty();
  }

  static Optional<Spanned<String>> text(YamlValue value) {
    return value instanceof YamlValue.Scalar scalar && scalar.type() != ScalarType.NULL
        ? Optional.of(new Spanned<>(scalar.text(), scalar.span()))
        : Optional.empty();
  }

  static Optional<Spanned<Boolean>> truth(YamlValue value) {
    if (value instanceof YamlValue.Scalar scalar && scalar.type() == ScalarType.BOOL) {
      return Optional.of(new Spanned<>(scalar.truth().orElseThrow(), scalar.span()));
    }
    return Optional.empty();
  }

  static List<Spanned<Double>> reals(YamlValue value) {
    List<Spanned<Double>> numbers = new ArrayList<>();
    if (value instanceof YamlValue.Sequence sequence) {
      for (YamlValue item : sequence.items()) {
        add(real(item.resolved()), numbers);
      }
    }
    return numbers;
  }

  static List<Spanned<Integer>> integers(YamlValue value) {
    List<Spanned<Integer>> numbers = new ArrayList<>();
    if (value instanceof YamlValue.Sequence sequence) {
      for (YamlValue item : sequence.items()) {
        add(integer(item.resolved()), numbers);
      }
    }
    return numbers;
  }

  private static <T> void add(Optional<Spanned<T>> number, List<Spanned<T>> numbers) {
    if (number.isPresent()) {
      numbers.add(number.get());
    }
  }

  /** Whether nothing is written, or {@code null}. */
  static boolean isNull(YamlValue value) {
    return value instanceof YamlValue.Missing
        || (value instanceof YamlValue.Scalar scalar && scalar.type() == ScalarType.NULL);
  }
}
