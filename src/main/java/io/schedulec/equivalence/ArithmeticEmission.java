package io.schedulec.equivalence;

import io.schedulec.graph.Node;
import io.schedulec.graph.Value;
import java.util.List;
import java.util.Optional;

/**
 * Operators on several tensors element by element.
 *
 * <p>A product is zero where one factor is: activations are taken to be finite.
 */
final class ArithmeticEmission implements EmissionRule {
  @Override
  public List<String> opTypes() {
    return List.of("Add", "Sub", "Mul", "Div", "Pow", "Max", "Min", "Sum", "Mean", "PRelu");
  }

  @Override
  public double emit(Node node, int channel, Flow flow) {
    Value out = node.output(0).orElseThrow();
    double result = flow.operand(node.input(0).orElseThrow(), out, channel);
    int count = node.inputs().size();
    for (int i = 1; i < count; i++) {
      Optional<Value> operand = node.input(i);
      double next = operand.isPresent() ? flow.operand(operand.get(), out, channel) : Double.NaN;
      result = apply(node.opType(), result, next);
    }
    return node.opType().equals("Mean") ? result / count : result;
  }

  private static double apply(String opType, double a, double b) {
    return switch (opType) {
      case "Add", "Sum", "Mean" -> a + b;
      case "Sub" -> a - b;
      case "Mul" -> a == 0 || b == 0 ? 0 : a * b;
      case "Div" -> a / b;
      case "Pow" -> Math.pow(a, b);
      case "Max" -> Math.max(a, b);
      case "Min" -> Math.min(a, b);
      case "PRelu" -> a >= 0 ? a : a * b;
      default -> throw new AssertionError(opType);
    };
  }
}
