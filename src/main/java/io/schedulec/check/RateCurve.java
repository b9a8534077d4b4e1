package io.schedulec.check;

import io.schedulec.catalog.ClassSpec;
import io.schedulec.schedule.Instance;
import io.schedulec.source.Spanned;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Learning rates that follow from the epoch alone, as shares of the base rate. */
final class RateCurve {
  private final Instance instance;
  private final String kind;

  private RateCurve(Instance instance, String kind) {
    this.instance = instance;
    this.kind = kind;
  }

  /** The curve of a scheduler. */
  static RateCurve of(Instance instance) {
    Optional<ClassSpec> spec = instance.spec();
    return new RateCurve(instance, spec.isPresent() ? spec.get().name() : "");
  }

  /** The share of the base rate in an epoch; empty where it depends on more than the epoch. */
  OptionalDouble at(int epoch) {
    return switch (kind) {
      case "ExponentialLR" -> power(gamma(Double.NaN), epoch);
      case "StepLR", "MultiStepLR" -> power(gamma(0.1), drops(epoch).orElse(0));
      case "MultiStepMultiGammaLR" -> product(epoch);
      case "PolynomialLR" -> polynomial(epoch);
      case "CosineAnnealingLR" -> cosine(epoch);
      default -> OptionalDouble.empty();
    };
  }

  /** How many drops there are through an epoch; empty where the rate does not fall in drops. */
  OptionalInt drops(int epoch) {
    if (kind.equals("StepLR")) {
      Optional<Spanned<Integer>> size = instance.integer("step_size");
      return size.isPresent() && size.get().value() > 0
          ? OptionalInt.of(epoch / size.get().value())
          : OptionalInt.empty();
    }
    if (!kind.startsWith("MultiStep")) {
      return OptionalInt.empty();
    }
    int drops = 0;
    for (Spanned<Double> milestone : instance.reals("milestones")) {
      drops += milestone.value() <= epoch ? 1 : 0;
    }
    return OptionalInt.of(drops);
  }

  private double gamma(double otherwise) {
    Optional<Spanned<Double>> gamma = instance.real("gamma");
    return gamma.isPresent() ? gamma.get().value() : otherwise;
  }

  private static OptionalDouble power(double base, int exponent) {
    double power = Math.pow(base, exponent);
    return Double.isNaN(power) ? OptionalDouble.empty() : OptionalDouble.of(power);
  }

  private OptionalDouble product(int epoch) {
    List<Spanned<Double>> gammas = instance.reals("gammas");
    int drops = drops(epoch).orElse(0);
    double product = 1;
    for (int i = 0; i < Math.min(drops, gammas.size()); i++) {
      product *= gammas.get(i).value();
    }
    return OptionalDouble.of(product);
  }

  private OptionalDouble polynomial(int epoch) {
    Optional<Spanned<Integer>> last = instance.integer("T_max");
    Optional<Spanned<Double>> power = instance.real("power");
    boolean known = last.isPresent() && power.isPresent() && epoch <= last.get().value();
    return known
        ? OptionalDouble.of(Math.pow(1 - (double) epoch / last.get().value(), power.get().value()))
        : OptionalDouble.empty();
  }

  private OptionalDouble cosine(int epoch) {
    Optional<Spanned<Integer>> half = instance.integer("T_max");
    return half.isPresent() && half.get().value() > 0
        ? OptionalDouble.of((1 + Math.cos(Math.PI * epoch / half.get().value())) / 2)
        : OptionalDouble.empty();
  }
}
