package io.schedulec.graph.pt2;

import io.schedulec.graph.Attributes;
import io.schedulec.graph.DataType;
import io.schedulec.graph.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Operators on two or three tensors or numbers, broadcast against each other. */
final class Arithmetic implements Operator {
  private static final Map<String, String> SAME = new HashMap<>();

  static {
    String[] pairs = {
      "mul",
      "Mul",
      "multiply",
      "Mul",
      "maximum",
      "Max",
      "minimum",
      "Min",
      "fmax",
      "Max",
      "fmin",
      "Min",
      "eq",
      "Equal",
      "lt",
      "Less",
      "less",
      "Less",
      "le",
      "LessOrEqual",
      "less_equal",
      "LessOrEqual",
      "gt",
      "Greater",
      "greater",
      "Greater",
      "ge",
      "GreaterOrEqual",
      "greater_equal",
      "GreaterOrEqual",
      "logical_and",
      "And",
      "logical_or",
      "Or",
      "logical_xor",
      "Xor",
      "true_divide",
      "Div",
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
            "add",
            "sub",
            "subtract",
            "rsub",
            "div",
            "divide",
            "floor_divide",
            "pow",
            "ne",
            "not_equal",
            "remainder",
            "fmod",
            "bitwise_and",
            "bitwise_or",
            "bitwise_xor",
            "__and__",
            "__or__",
            "__xor__",
            "where",
            "masked_fill",
            "addcmul",
            "addcdiv",
            "lerp"));
    return names;
  }

  @Override
  public void map(Call call) {
    String same = SAME.get(call.operator());
    if (same != null) {
      call.result(same, Attributes.NONE, left(call), right(call));
      return;
    }
    switch (call.operator()) {
      case "add" -> call.result("Add", Attributes.NONE, left(call), scaled(call, right(call)));
      case "sub", "subtract" ->
          call.result("Sub", Attributes.NONE, left(call), scaled(call, right(call)));
      case "rsub" -> call.result("Sub", Attributes.NONE, right(call), scaled(call, left(call)));
      case "div", "divide", "floor_divide" -> divide(call);
      case "pow" -> power(call);
      case "ne", "not_equal" -> {
        Value equal = call.emit("Equal", Attributes.NONE, left(call), right(call));
        call.result("Not", Attributes.NONE, equal);
      }
      case "remainder", "fmod" -> remainder(call);
      case "bitwise_and", "__and__" -> bits(call, "And");
      case "bitwise_or", "__or__" -> bits(call, "Or");
      case "bitwise_xor", "__xor__" -> bits(call, "Xor");
      case "where" -> where(call);
      case "masked_fill" ->
          call.result(
              "Where",
              Attributes.NONE,
              call.tensor("mask"),
              call.operand("value", call.first().type()),
              call.first());
      case "addcmul" -> combined(call, "Mul");
      case "addcdiv" -> combined(call, "Div");
      case "lerp" -> between(call);
      default -> throw new NotMapped();
    }
  }

  /** The type that numbers take on: that of the tensor they meet. */
  private static DataType met(Call call) {
    for (String argument : List.of("self", "other", "exponent")) {
      if (call.optional(argument).isPresent()) {
        return call.tensor(argument).type();
      }
    }
    return DataType.FLOAT32;
  }

  private static Value left(Call call) {
    return call.operand("self", met(call));
  }

  private static Value right(Call call) {
    return call.operand("other", met(call));
  }

  private static Value scaled(Call call, Value value) {
    double by = call.real("alpha", 1);
    return by == 1
        ? value
        : call.emit("Mul", Attributes.NONE, value, call.scalar(by, value.type()));
  }

  private static void divide(Call call) {
    boolean floor = call.operator().equals("floor_divide");
    String rounding = call.text("rounding_mode", floor ? "floor" : "");
    if (rounding.isEmpty()) {
      call.result("Div", Attributes.NONE, left(call), right(call));
    } else if (rounding.equals("floor")) {
      Value quotient = call.emit("Div", Attributes.NONE, left(call), right(call));
      call.result("Floor", Attributes.NONE, quotient);
    } else {
      throw new NotMapped();
    }
  }

  private static void power(Call call) {
    call.result("Pow", Attributes.NONE, left(call), call.operand("exponent", met(call)));
  }

  private static void remainder(Call call) {
    boolean sign = call.operator().equals("fmod");
    if (!sign && met(call).floating()) {
      throw new NotMapped();
    }
    Settings settings = Settings.none().with("fmod", sign ? 1 : 0);
    call.result("Mod", settings.attributes(), left(call), right(call));
  }

  private static void bits(Call call, String opType) {
    boolean logical = met(call) == DataType.BOOL;
    call.result(
        logical ? opType : "Bitwise".concat(opType), Attributes.NONE, left(call), right(call));
  }

  private static void where(Call call) {
    if (!call.has("self") || !call.has("other")) {
      throw new NotMapped();
    }
    call.result("Where", Attributes.NONE, call.tensor("condition"), left(call), right(call));
  }

  private static void combined(Call call, String opType) {
    Value first = call.first();
    Value both = call.emit(opType, Attributes.NONE, call.tensor("tensor1"), call.tensor("tensor2"));
    double by = call.real("value", 1);
    Value part =
        by == 1 ? both : call.emit("Mul", Attributes.NONE, both, call.scalar(by, both.type()));
    call.result("Add", Attributes.NONE, first, part);
  }

  private static void between(Call call) {
    Value start = call.first();
    Value way = call.emit("Sub", Attributes.NONE, call.tensor("end"), start);
    Value part = call.emit("Mul", Attributes.NONE, way, call.operand("weight", start.type()));
    call.result("Add", Attributes.NONE, start, part);
  }
}
