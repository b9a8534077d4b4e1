package io.schedulec.graph.pt2;

import io.schedulec.graph.Attributes;
import io.schedulec.graph.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Activations with settings, bounds and gates. */
final class Activations implements Operator {
  @Override
  public List<String> names() {
    return List.of(
        "relu6",
        "hardtanh",
        "clamp",
        "clip",
        "clamp_min",
        "clamp_max",
        "hardsigmoid",
        "silu",
        "swish",
        "gelu",
        "elu",
        "celu",
        "leaky_relu",
        "rrelu",
        "softplus",
        "threshold",
        "hardshrink",
        "softshrink",
        "prelu",
        "_prelu_kernel",
        "glu");
  }

  @Override
  public void map(Call call) {
    Value input = call.first();
    switch (call.operator()) {
      case "relu6" -> clip(call, input, 0.0, 6.0);
      case "hardtanh" -> clip(call, input, call.real("min_val", -1), call.real("max_val", 1));
      case "clamp", "clip", "clamp_min", "clamp_max" -> clamp(call, input);
      case "hardsigmoid" ->
          plain(call, "HardSigmoid", Settings.none().real("alpha", 1.0 / 6).real("beta", 0.5));
      case "silu", "swish" ->
          call.result("Mul", Attributes.NONE, input, call.emit("Sigmoid", Attributes.NONE, input));
      case "gelu" ->
          plain(
              call, "Gelu", Settings.none().with("approximate", call.text("approximate", "none")));
      case "elu" -> elu(call);
      case "celu" -> plain(call, "Celu", Settings.none().real("alpha", call.real("alpha", 1)));
      case "leaky_relu" ->
          plain(
              call, "LeakyRelu", Settings.none().real("alpha", call.real("negative_slope", 0.01)));
      case "softplus" -> softplus(call, input);
      case "threshold" -> threshold(call);
      case "hardshrink" ->
          plain(call, "Shrink", Settings.none().real("lambd", call.real("lambd", 0.5)));
      case "softshrink" -> softshrink(call);
      case "prelu", "_prelu_kernel" -> prelu(call, input);
      case "glu" -> glu(call, input);
      default -> throw new NotMapped();
    }
  }

  private static void plain(Call call, String opType, Settings settings) {
    call.result(opType, settings.attributes(), call.first());
  }

  private static void clip(Call call, Value input, @Nullable Double low, @Nullable Double high) {
    call.result(
        "Clip",
        Attributes.NONE,
        input,
        low == null ? null : call.scalar(low, input.type()),
        high == null ? null : call.scalar(high, input.type()));
  }

  /** Between numbers; bounds that are tensors are met element by element. */
  private static void clamp(Call call, Value input) {
    boolean tensors = call.optional("min").isPresent() || call.optional("max").isPresent();
    if (!tensors) {
      clip(
          call,
          input,
          call.has("min") ? call.real("min", 0) : null,
          call.has("max") ? call.real("max", 0) : null);
    } else if (call.has("min") && call.has("max")) {
      Value raised = call.emit("Max", Attributes.NONE, input, call.operand("min", input.type()));
      call.result("Min", Attributes.NONE, raised, call.operand("max", input.type()));
    } else {
      String side = call.has("min") ? "min" : "max";
      call.result(
          side.equals("min") ? "Max" : "Min",
          Attributes.NONE,
          input,
          call.operand(side, input.type()));
    }
  }

  private static void elu(Call call) {
    if (call.real("scale", 1) != 1 || call.real("input_scale", 1) != 1) {
      throw new NotMapped();
    }
    plain(call, "Elu", Settings.none().real("alpha", call.real("alpha", 1)));
  }

  private static void softplus(Call call, Value input) {
    double beta = call.real("beta", 1);
    if (beta == 1) {
      call.result("Softplus", Attributes.NONE, input);
      return;
    }
    Value factor = call.scalar(beta, input.type());
    Value steep = call.emit("Mul", Attributes.NONE, input, factor);
    call.result("Div", Attributes.NONE, call.emit("Softplus", Attributes.NONE, steep), factor);
  }

  private static void threshold(Call call) {
    if (call.real("value", 0) != 0) {
      throw new NotMapped();
    }
    plain(call, "ThresholdedRelu", Settings.none().real("alpha", call.real("threshold", 0)));
  }

  private static void softshrink(Call call) {
    double bound = call.real("lambd", 0.5);
    plain(call, "Shrink", Settings.none().real("lambd", bound).real("bias", bound));
  }

  /** A slope per channel stands on axis 1, where ONNX would put it last. */
  private static void prelu(Call call, Value input) {
    Value slope = call.tensor("weight");
    int after = call.rank(input) - 2;
    if (call.rank(slope) != 1 || after < 1 || call.shape(slope).dim(0) == 1) {
      call.result("PRelu", Attributes.NONE, input, slope);
      return;
    }
    long[] axes = new long[after];
    for (int i = 0; i < after; i++) {
      axes[i] = i + 1L;
    }
    Value aligned = call.emit("Unsqueeze", Attributes.NONE, slope, call.vector(axes));
    call.result("PRelu", Attributes.NONE, input, aligned);
  }

  private static void glu(Call call, Value input) {
    int axis = call.axis(input, call.integer("dim", -1));
    Attributes halves = Settings.none().with("axis", axis).with("num_outputs", 2).attributes();
    List<Value> parts = call.emit(2, "Split", halves, input);
    Value gate = call.emit("Sigmoid", Attributes.NONE, parts.get(1));
    call.result("Mul", Attributes.NONE, parts.get(0), gate);
  }
}
