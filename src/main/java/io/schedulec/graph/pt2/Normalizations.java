package io.schedulec.graph.pt2;

import io.schedulec.graph.Attributes;
import io.schedulec.graph.Value;
import java.util.List;
import java.util.Optional;

/** Normalisations of channels, groups, layers and instances. */
final class Normalizations implements Operator {
  @Override
  public List<String> names() {
    return List.of(
        "batch_norm",
        "_native_batch_norm_legit",
        "_native_batch_norm_legit_no_training",
        "_native_batch_norm_legit_functional",
        "native_batch_norm",
        "cudnn_batch_norm",
        "_batch_norm_no_update",
        "_batch_norm_with_update",
        "_batch_norm_with_update_functional",
        "instance_norm",
        "group_norm",
        "native_group_norm",
        "layer_norm",
        "native_layer_norm",
        "rms_norm",
        "_fused_rms_norm");
  }

  @Override
  public void map(Call call) {
    switch (call.operator()) {
      case "instance_norm" -> instance(call);
      case "group_norm" -> group(call, call.integer("num_groups"));
      case "native_group_norm" -> group(call, call.integer("group"));
      case "layer_norm", "native_layer_norm" -> layer(call);
      case "rms_norm", "_fused_rms_norm" -> meanSquare(call);
      default -> batch(call);
    }
  }

  /** A parameter per channel; ones or zeros where a layer has none. */
  private static Value perChannel(Call call, String argument, double otherwise) {
    Optional<Value> given = call.optional(argument);
    return given.isPresent() ? given.get() : Axes.filled(call, call.first(), 1, 2, otherwise);
  }

  private static void batch(Call call) {
    boolean updates = call.operator().endsWith("functional");
    boolean training =
        call.flag("training", call.flag("train", call.operator().contains("with_update")));
    Settings settings = epsilon(call);
    if (training) {
      settings.with("training_mode", 1);
    }
    Value input = call.first();
    Value scale = perChannel(call, "weight", 1);
    Value shift = perChannel(call, "bias", 0);
    Value mean = perChannel(call, "running_mean", 0);
    Value variance = perChannel(call, "running_var", 1);
    int last = call.results().size() - 1;
    // Results that are not listed are statistics of this batch, which only training looks at.
    int[] numbers = training && updates ? new int[] {0, last - 1, last} : new int[] {0};
    call.results(
        numbers, "BatchNormalization", settings.attributes(), input, scale, shift, mean, variance);
  }

  private static Settings epsilon(Call call) {
    return Settings.none().real("epsilon", call.real("eps", call.real("epsilon", 1e-5)));
  }

  private static void instance(Call call) {
    if (!call.flag("use_input_stats", true)) {
      batch(call);
      return;
    }
    call.result(
        "InstanceNormalization",
        epsilon(call).attributes(),
        call.first(),
        perChannel(call, "weight", 1),
        perChannel(call, "bias", 0));
  }

  private static void group(Call call, long groups) {
    call.result(
        "GroupNormalization",
        epsilon(call).with("num_groups", groups).attributes(),
        call.first(),
        perChannel(call, "weight", 1),
        perChannel(call, "bias", 0));
  }

  /** A parameter per element of the normalised axes. */
  private static Value perElement(Call call, int axes) {
    Optional<Value> given = call.optional("weight");
    int rank = call.rank(call.first());
    return given.isPresent() ? given.get() : Axes.filled(call, call.first(), rank - axes, rank, 1);
  }

  private static void layer(Call call) {
    int axes = call.sizes("normalized_shape").size();
    Settings settings = epsilon(call).with("axis", -axes);
    int[] numbers = call.results().size() > 1 ? new int[] {0, 1, 2} : new int[] {0};
    call.results(
        numbers,
        "LayerNormalization",
        settings.attributes(),
        call.first(),
        perElement(call, axes),
        call.optional("bias").orElse(null));
  }

  /** As ONNX spells it out where it has no operator for it. */
  private static void meanSquare(Call call) {
    Value input = call.first();
    int axes = call.sizes("normalized_shape").size();
    long[] normalised = new long[axes];
    for (int i = 0; i < axes; i++) {
      normalised[i] = (long) i - axes;
    }
    Value square = call.emit("Mul", Attributes.NONE, input, input);
    Value mean = call.emit("ReduceMean", Attributes.NONE, square, call.vector(normalised));
    Value epsilon = call.scalar(call.real("eps", 1e-6), input.type());
    Value sum = call.emit("Add", Attributes.NONE, mean, epsilon);
    Value root = call.emit("Sqrt", Attributes.NONE, sum);
    Optional<Value> weight = call.optional("weight");
    if (weight.isEmpty()) {
      call.result("Div", Attributes.NONE, input, root);
    } else {
      Value normal = call.emit("Div", Attributes.NONE, input, root);
      call.result("Mul", Attributes.NONE, normal, weight.get());
    }
  }
}
