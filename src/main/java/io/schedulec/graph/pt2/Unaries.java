package io.schedulec.graph.pt2;

import io.schedulec.graph.Attributes;
import io.schedulec.graph.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Functions of one number, element by element. */
final class Unaries implements Operator {
  private static final Map<String, String> SAME = new HashMap<>();

  static {
    String[] pairs = {
      "abs",
      "Abs",
      "acos",
      "Acos",
      "acosh",
      "Acosh",
      "asin",
      "Asin",
      "asinh",
      "Asinh",
      "atan",
      "Atan",
      "atanh",
      "Atanh",
      "ceil",
      "Ceil",
      "cos",
      "Cos",
      "cosh",
      "Cosh",
      "erf",
      "Erf",
      "exp",
      "Exp",
      "floor",
      "Floor",
      "isinf",
      "IsInf",
      "isnan",
      "IsNaN",
      "log",
      "Log",
      "logical_not",
      "Not",
      "mish",
      "Mish",
      "neg",
      "Neg",
      "negative",
      "Neg",
      "reciprocal",
      "Reciprocal",
      "relu",
      "Relu",
      "round",
      "Round",
      "sigmoid",
      "Sigmoid",
      "sign",
      "Sign",
      "sin",
      "Sin",
      "sinh",
      "Sinh",
      "softsign",
      "Softsign",
      "sqrt",
      "Sqrt",
      "tan",
      "Tan",
      "tanh",
      "Tanh",
      "special_erf",
      "Erf",
      "special_expit",
      "Sigmoid",
      "absolute",
      "Abs",
      "arccos",
      "Acos",
      "arcsin",
      "Asin",
      "arctan",
      "Atan",
      "hardswish",
      "HardSwish",
      "selu",
      "Selu",
    };
    for (int i = 0; i < pairs.length; i += 2) {
      SAME.put(pairs[i], pairs[i + 1]);
    }
  }

  @Override
  public List<String> names() {
    List<String> names = new ArrayList<>(SAME.keySet());
    names.addAll(
        List.of(
            "rsqrt",
            "square",
            "log1p",
            "log2",
            "log10",
            "expm1",
            "exp2",
            "logsigmoid",
            "log_sigmoid",
            "log_sigmoid_forward",
            "bitwise_not",
            "trunc",
            "frac",
            "deg2rad"));
    return names;
  }

  @Override
  public void map(Call call) {
    Value input = call.first();
    String same = SAME.get(call.operator());
    if (same != null) {
      if (call.has("decimals")) {
        throw new NotMapped();
      }
      call.result(same, Attributes.NONE, input);
      return;
    }
    switch (call.operator()) {
      case "rsqrt" -> chain(call, input, "Sqrt", "Reciprocal");
      case "square" -> call.result("Mul", Attributes.NONE, input, input);
      case "log1p" -> call.result("Log", Attributes.NONE, shifted(call, "Add", input));
      case "expm1" ->
          call.result(
              "Sub",
              Attributes.NONE,
              call.emit("Exp", Attributes.NONE, input),
              call.scalar(1, input.type()));
      case "log2" -> logarithm(call, input, 2);
      case "log10" -> logarithm(call, input, 10);
      case "exp2" -> call.result("Exp", Attributes.NONE, times(call, input, Math.log(2)));
      case "logsigmoid", "log_sigmoid", "log_sigmoid_forward" ->
          chain(call, input, "Sigmoid", "Log");
      case "deg2rad" ->
          call.result("Mul", Attributes.NONE, input, call.scalar(Math.PI / 180, input.type()));
      case "bitwise_not" ->
          call.result(input.type().integer() ? "BitwiseNot" : "Not", Attributes.NONE, input);
      default -> throw new NotMapped();
    }
  }

  private static void chain(Call call, Value input, String first, String second) {
    call.result(second, Attributes.NONE, call.emit(first, Attributes.NONE, input));
  }

  private static Value shifted(Call call, String opType, Value input) {
    return call.emit(opType, Attributes.NONE, input, call.scalar(1, input.type()));
  }

  private static Value times(Call call, Value input, double factor) {
    return call.emit("Mul", Attributes.NONE, input, call.scalar(factor, input.type()));
  }

  private static void logarithm(Call call, Value input, double base) {
    Value natural = call.emit("Log", Attributes.NONE, input);
    call.result("Mul", Attributes.NONE, natural, call.scalar(1 / Math.log(base), input.type()));
  }
}
