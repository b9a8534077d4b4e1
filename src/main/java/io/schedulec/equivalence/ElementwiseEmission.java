package io.schedulec.equivalence;

import io.schedulec.graph.Attributes;
import io.schedulec.graph.Node;
import io.schedulec.graph.Value;
import java.util.List;
import java.util.Optional;

/**
 * Functions of one number, in double arithmetic. Those with jumps are left out: rounding on the way
 * to a jump decides the result.
 */
final class ElementwiseEmission implements EmissionRule {
  private static final double SELU_ALPHA = 1.6732631921768188;
  private static final double SELU_GAMMA = 1.0507010221481323;

  @Override
  public List<String> opTypes() {
    return List.of(
        "Abs",
        "Atan",
        "Cast",
        "CastLike",
        "Celu",
        "Clip",
        "Cos",
        "Dropout",
        "Elu",
        "Erf",
        "Exp",
        "Gelu",
        "HardSigmoid",
        "HardSwish",
        "Identity",
        "LeakyRelu",
        "Log",
        "Mish",
        "Neg",
        "Reciprocal",
        "Relu",
        "Selu",
        "Sigmoid",
        "Sin",
        "Softplus",
        "Softsign",
        "Sqrt",
        "Swish",
        "Tanh");
  }

  @Override
  public double emit(Node node, int channel, Flow flow) {
    double x = flow.operand(node.input(0).orElseThrow(), node.output(0).orElseThrow(), channel);
    return switch (node.opType()) {
      case "Clip" -> clip(node, x, flow);
      case "Dropout" -> training(node, flow) ? Double.NaN : x;
      default -> apply(node.opType(), x, node.attributes());
    };
  }

  private static double apply(String opType, double x, Attributes attributes) {
    return switch (opType) {
      case "Abs" -> Math.abs(x);
      case "Atan" -> Math.atan(x);
      case "Cast" -> widened(x, attributes.integer("to", 0));
      case "CastLike" -> widened(x, 0);
      case "Celu" -> celu(x, attributes.real("alpha", 1));
      case "Cos" -> Math.cos(x);
      case "Elu" -> x > 0 ? x : attributes.real("alpha", 1) * Math.expm1(x);
      case "Erf" -> erf(x);
      case "Exp" -> Math.exp(x);
      case "Gelu" -> gelu(x, attributes.text("approximate", "none").equals("tanh"));
      case "HardSigmoid" -> unit(attributes.real("alpha", 0.2) * x + attributes.real("beta", 0.5));
      case "HardSwish" -> x * unit(x / 6 + 0.5);
      case "Identity" -> x;
      case "LeakyRelu" -> x >= 0 ? x : attributes.real("alpha", 0.01) * x;
      case "Log" -> Math.log(x);
      case "Mish" -> x * Math.tanh(softplus(x));
      case "Neg" -> -x;
      case "Reciprocal" -> 1 / x;
      case "Relu" -> Math.max(x, 0);
      case "Selu" -> selu(x, attributes);
      case "Sigmoid" -> sigmoid(x);
      case "Sin" -> Math.sin(x);
      case "Softplus" -> softplus(x);
      case "Softsign" -> x / (1 + Math.abs(x));
      case "Sqrt" -> Math.sqrt(x);
      case "Swish" -> x * sigmoid(attributes.real("alpha", 1) * x);
      case "Tanh" -> Math.tanh(x);
      default -> throw new AssertionError(opType);
    };
  }

  /** Element types 1 and 11 have room for every activation; others round, or cut it off. */
  private static double widened(double x, long type) {
    return x == 0 || type == 1 || type == 11 ? x : Double.NaN;
  }

  private static double clip(Node node, double x, Flow flow) {
    double low = bound(node, 1, "min", Double.NEGATIVE_INFINITY, flow);
    double high = bound(node, 2, "max", Double.POSITIVE_INFINITY, flow);
    return Math.min(Math.max(x, low), high);
  }

  private static double bound(Node node, int place, String name, double otherwise, Flow flow) {
    Optional<Value> input = node.input(place);
    return input.isPresent()
        ? flow.fixed().uniform(input.get())
        : node.attributes().real(name, otherwise);
  }

  private static boolean training(Node node, Flow flow) {
    Optional<Value> mode = node.input(2);
    Optional<long[]> known = mode.isPresent() ? flow.integers(mode.get()) : Optional.empty();
    return mode.isPresent() && (known.isEmpty() || known.get()[0] != 0);
  }

  private static double unit(double x) {
    return Math.min(Math.max(x, 0), 1);
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  private static double softplus(double x) {
    return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
  }

  private static double celu(double x, double alpha) {
    return Math.max(x, 0) + Math.min(0, alpha * Math.expm1(x / alpha));
  }

  private static double selu(double x, Attributes attributes) {
    double alpha = attributes.real("alpha", SELU_ALPHA);
    double gamma = attributes.real("gamma", SELU_GAMMA);
    return gamma * (x > 0 ? x : alpha * Math.expm1(x));
  }

  private static double gelu(double x, boolean approximate) {
    double inner =
        approximate
            ? Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x))
            : erf(x / Math.sqrt(2));
    return x / 2 * (1 + inner);
  }

  /**
   * The error function: {@code 2/sqrt(pi) * exp(-x^2) * sum of 2^n x^(2n+1) / (1*3*...*(2n+1))}
   * (Abramowitz and Stegun, 7.1.6), whose terms all have one sign.
   */
  static double erf(double x) {
    if (Double.isNaN(x) || Math.abs(x) > 6) {
      return Math.signum(x);
    }
    double sum = 0;
    double term = x;
    for (int n = 1; sum + term != sum; n++) {
      sum += term;
      term *= 2 * x * x / (2 * n + 1);
    }
    return 2 / Math.sqrt(Math.PI) * Math.exp(-x * x) * sum;
  }
}
