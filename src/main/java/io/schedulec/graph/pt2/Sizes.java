package io.schedulec.graph.pt2;

import io.schedulec.graph.Attributes;
import io.schedulec.graph.DataType;
import io.schedulec.graph.Value;
import java.util.List;

/** Sizes of axes, and what programs compute with them. */
final class Sizes implements Operator {
  @Override
  public List<String> names() {
    return List.of(
        "sym_size", "python.add", "python.sub", "python.mul", "python.floordiv", "python.neg");
  }

  @Override
  public void map(Call call) {
    switch (call.target().name()) {
      case "sym_size" -> size(call);
      case "add" -> both(call, "Add");
      case "sub" -> both(call, "Sub");
      case "mul" -> both(call, "Mul");
      case "floordiv" -> both(call, "Div");
      default -> call.result("Neg", Attributes.NONE, operands(call).get(0));
    }
  }

  private static void size(Call call) {
    Value input = call.first();
    int axis = call.axis(input, call.integer("dim"));
    Value all = call.emit("Shape", Attributes.NONE, input);
    call.result("Gather", Axes.along(0), all, call.scalar((long) axis));
  }

  private static void both(Call call, String opType) {
    List<Value> operands = operands(call);
    if (operands.size() != 2) {
      throw new NotMapped();
    }
    call.result(opType, Attributes.NONE, operands.get(0), operands.get(1));
  }

  private static List<Value> operands(Call call) {
    return call.names().stream().map(name -> call.operand(name, DataType.INT64)).toList();
  }
}
