package io.schedulec.graph.pt2;

import io.schedulec.graph.Attributes;
import io.schedulec.graph.DataType;
import io.schedulec.graph.Shape;
import io.schedulec.graph.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Operators that make one number of all along some axes. */
final class Reductions implements Operator {
  @Override
  public List<String> names() {
    return List.of(
        "mean",
        "sum",
        "amax",
        "amin",
        "max",
        "min",
        "prod",
        "logsumexp",
        "norm",
        "linalg_vector_norm",
        "any",
        "all",
        "argmax",
        "argmin",
        "var",
        "std",
        "var_mean",
        "std_mean",
        "cumsum",
        "_weight_norm");
  }

  @Override
  public void map(Call call) {
    Value input = call.first();
    switch (call.operator()) {
      case "mean" -> reduce(call, "ReduceMean", converted(call, input));
      case "sum" -> reduce(call, "ReduceSum", converted(call, input));
      case "prod" -> reduce(call, "ReduceProd", converted(call, input));
      case "amax", "any" -> reduce(call, "ReduceMax", input);
      case "amin", "all" -> reduce(call, "ReduceMin", input);
      case "max" -> extreme(call, input, "Max");
      case "min" -> extreme(call, input, "Min");
      case "logsumexp" -> reduce(call, "ReduceLogSumExp", input);
      case "norm", "linalg_vector_norm" -> norm(call, input);
      case "argmax" -> place(call, input, "ArgMax", 0);
      case "argmin" -> place(call, input, "ArgMin", 0);
      case "cumsum" ->
          call.result(
              "CumSum",
              Attributes.NONE,
              input,
              call.scalar((long) call.axis(input, call.integer("dim"))));
      case "_weight_norm" -> weightNorm(call);
      default -> spread(call, input);
    }
  }

  private static Value converted(Call call, Value input) {
    Optional<DataType> type = call.type("dtype");
    if (type.isEmpty() || type.get() == input.type() || ScalarTypes.onnx(type.get()) == 0) {
      return input;
    }
    return call.emit(
        "Cast", Settings.none().with("to", ScalarTypes.onnx(type.get())).attributes(), input);
  }

  /** The axes that are reduced, counted from the start; all where none is named. */
  private static long[] axes(Call call, Value input) {
    int rank = call.rank(input);
    long[] axes = call.integers("dim", new long[0]);
    if (axes.length == 0) {
      axes = new long[rank];
      Arrays.setAll(axes, i -> i);
      return axes;
    }
    for (int i = 0; i < axes.length; i++) {
      axes[i] = Call.axis(axes[i], rank);
    }
    return axes;
  }

  private static Attributes keeping(boolean keep) {
    return Settings.none().with("keepdims", keep ? 1 : 0).attributes();
  }

  private static void reduce(Call call, String opType, Value input) {
    call.result(
        opType, keeping(call.flag("keepdim", false)), input, call.vector(axes(call, input)));
  }

  /** The largest or smallest of all, of two tensors, or along an axis together with its place. */
  private static void extreme(Call call, Value input, String which) {
    if (call.has("other")) {
      call.result(which, Attributes.NONE, input, call.tensor("other"));
      return;
    }
    reduce(call, "Reduce".concat(which), input);
    if (call.results().size() > 1) {
      place(call, input, "Arg".concat(which), 1);
    }
  }

  private static void place(Call call, Value input, String opType, int result) {
    if (!call.has("dim")) {
      throw new NotMapped();
    }
    Settings settings =
        Settings.none()
            .with("axis", call.axis(input, call.integer("dim")))
            .with("keepdims", call.flag("keepdim", false) ? 1 : 0);
    call.results(new int[] {result}, opType, settings.attributes(), input);
  }

  private static void norm(Call call, Value input) {
    double order = call.real(call.has("p") ? "p" : "ord", 2);
    if (order != 1 && order != 2) {
      throw new NotMapped();
    }
    reduce(call, order == 1 ? "ReduceL1" : "ReduceL2", input);
  }

  /** The scaled direction of a weight: its length is taken over all axes but one. */
  private static void weightNorm(Call call) {
    Value direction = call.tensor("v");
    int rank = call.rank(direction);
    int kept = Call.axis(call.integer("dim", 0), rank);
    long[] others = new long[rank - 1];
    Arrays.setAll(others, i -> i < kept ? i : i + 1);
    Value length = call.emit("ReduceL2", keeping(true), direction, call.vector(others));
    Value unit = call.emit("Div", Attributes.NONE, direction, length);
    call.result("Mul", Attributes.NONE, unit, call.tensor("g"));
  }

  /** Variance or deviation, and the mean where that is wanted too. */
  private static void spread(Call call, Value input) {
    long[] axes = axes(call, input);
    Value all = call.vector(axes);
    Value mean = call.emit("ReduceMean", keeping(true), input, all);
    Value apart = call.emit("Sub", Attributes.NONE, input, mean);
    Value square = call.emit("Mul", Attributes.NONE, apart, apart);
    boolean keep = call.flag("keepdim", false);
    Value sum = call.emit("ReduceSum", keeping(keep), square, all);
    Value count = call.scalar(count(call, input, axes) - correction(call), input.type());
    if (call.operator().startsWith("std")) {
      Value variance = call.emit("Div", Attributes.NONE, sum, count);
      call.result("Sqrt", Attributes.NONE, variance);
    } else {
      call.result("Div", Attributes.NONE, sum, count);
    }
    if (call.operator().endsWith("_mean")) {
      call.results(new int[] {1}, "ReduceMean", keeping(keep), input, all);
    }
  }

  private static double correction(Call call) {
    return call.has("correction")
        ? call.real("correction", 1)
        : call.flag("unbiased", true) ? 1 : 0;
  }

  private static double count(Call call, Value input, long[] axes) {
    Shape shape = call.shape(input);
    double count = 1;
    for (long axis : axes) {
      if (!shape.known((int) axis)) {
        throw new NotMapped();
      }
      count *= shape.dim((int) axis);
    }
    return count;
  }
}
