package io.schedulec.graph.pt2;

import io.schedulec.graph.Attributes;
import io.schedulec.graph.Shape;
import io.schedulec.graph.Value;
import java.util.List;

/** Linear layers and products of matrices. */
final class Products implements Operator {
  @Override
  public List<String> names() {
    return List.of(
        "linear", "matmul", "mm", "bmm", "mv", "dot", "addmm", "addbmm", "baddbmm", "einsum");
  }

  @Override
  public void map(Call call) {
    switch (call.operator()) {
      case "linear" -> linear(call);
      case "addmm" -> addmm(call);
      case "baddbmm" -> baddbmm(call);
      case "einsum" -> einsum(call);
      case "addbmm" -> throw new NotMapped();
      default -> call.result("MatMul", Attributes.NONE, call.first(), second(call));
    }
  }

  private static Value second(Call call) {
    for (String name : List.of("other", "mat2", "vec", "tensor")) {
      if (call.has(name)) {
        return call.tensor(name);
      }
    }
    throw new NotMapped();
  }

  private static void linear(Call call) {
    Value input = call.tensor("input");
    Value weight = call.tensor("weight");
    Value bias = call.optional("bias").orElse(null);
    if (call.rank(weight) != 2) {
      throw new NotMapped();
    }
    if (call.rank(input) == 2) {
      Settings settings = Settings.none().with("transB", 1);
      call.result("Gemm", settings.attributes(), input, weight, bias);
      return;
    }
    Shape shape = call.shape(weight);
    Value turned = call.emit("Transpose", Axes.permutation(1, 0), weight);
    call.known(turned, shape.dim(1), shape.dim(0));
    if (bias == null) {
      call.result("MatMul", Attributes.NONE, input, turned);
    } else {
      Value product = call.emit("MatMul", Attributes.NONE, input, turned);
      call.result("Add", Attributes.NONE, product, bias);
    }
  }

  private static void addmm(Call call) {
    Settings settings =
        Settings.none().real("alpha", call.real("alpha", 1)).real("beta", call.real("beta", 1));
    call.result(
        "Gemm",
        settings.attributes(),
        call.tensor("mat1"),
        call.tensor("mat2"),
        call.tensor("self"));
  }

  private static void baddbmm(Call call) {
    Value product =
        call.emit("MatMul", Attributes.NONE, call.tensor("batch1"), call.tensor("batch2"));
    Value scaled = scaled(call, product, "alpha");
    call.result("Add", Attributes.NONE, scaled(call, call.tensor("self"), "beta"), scaled);
  }

  private static Value scaled(Call call, Value value, String factor) {
    double by = call.real(factor, 1);
    return by == 1
        ? value
        : call.emit("Mul", Attributes.NONE, value, call.scalar(by, value.type()));
  }

  private static void einsum(Call call) {
    String equation = call.text("equation", "").replace(" ", "");
    Settings settings = Settings.none().with("equation", equation);
    call.result("Einsum", settings.attributes(), call.tensors("tensors").toArray(new Value[0]));
  }
}
