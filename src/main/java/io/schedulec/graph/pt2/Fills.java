package io.schedulec.graph.pt2;

import io.schedulec.graph.Attributes;
import io.schedulec.graph.DataType;
import io.schedulec.graph.Value;
import java.util.List;

/** Tensors that are made from nothing but sizes and numbers. */
final class Fills implements Operator {
  @Override
  public List<String> names() {
    return List.of(
        "zeros",
        "ones",
        "full",
        "empty",
        "new_zeros",
        "new_ones",
        "new_full",
        "new_empty",
        "zeros_like",
        "ones_like",
        "full_like",
        "empty_like",
        "fill",
        "zero",
        "scalar_tensor",
        "arange");
  }

  @Override
  public void map(Call call) {
    switch (call.operator()) {
      case "arange" -> range(call);
      case "scalar_tensor" -> call.same(0, call.operand("s", type(call)));
      case "zeros_like", "ones_like", "full_like", "empty_like", "fill", "zero" ->
          fill(call, call.emit("Shape", Attributes.NONE, call.first()));
      default -> fill(call, call.vector(call.sizes("size")));
    }
  }

  /** Memory that is not initialised may as well be zero. */
  private static Value element(Call call) {
    String operator = call.operator();
    if (operator.contains("full")) {
      return call.operand("fill_value", type(call));
    }
    if (operator.equals("fill")) {
      return call.operand("value", call.first().type());
    }
    return call.scalar(operator.contains("ones") ? 1 : 0, type(call));
  }

  private static DataType type(Call call) {
    return call.type("dtype").orElse(DataType.FLOAT32);
  }

  private static void fill(Call call, Value shape) {
    call.result("Expand", Attributes.NONE, element(call), shape);
    if (call.operator().startsWith("zero") || call.operator().equals("new_zeros")) {
      call.zero();
    }
  }

  private static void range(Call call) {
    boolean whole = !call.type("dtype").orElse(DataType.INT64).floating();
    DataType type = whole ? DataType.INT64 : DataType.FLOAT32;
    Value start = call.has("start") ? call.operand("start", type) : zero(call, whole);
    Value step = call.has("step") ? call.operand("step", type) : one(call, whole);
    call.result("Range", Attributes.NONE, start, call.operand("end", type), step);
  }

  private static Value zero(Call call, boolean whole) {
    return whole ? call.scalar(0L) : call.scalar(0.0);
  }

  private static Value one(Call call, boolean whole) {
    return whole ? call.scalar(1L) : call.scalar(1.0);
  }
}
