package io.schedulec.graph.pt2;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a layer leaves out is made for ONNX, which needs it. */
final class NormalizationsTest {
  @Test
  void batches() {
    assertThat(
            OneCall.of("batch_norm.default")
                .tensor("input", 2, 3, 4, 4)
                .tensor("weight", 3)
                .tensor("bias", 3)
                .tensor("running_mean", 3)
                .tensor("running_var", 3)
                .flag("training", false)
                .real("eps", 0.001)
                .result(2, 3, 4, 4)
                .nodes())
        .containsExactly(
            "r0 = BatchNormalization(input, weight, bias, running_mean, running_var) epsilon=0.001");
  }

  @Test
  void batchesWithoutParameters() {
    assertThat(
            OneCall.of("batch_norm.default")
                .tensor("input", 2, 3, 4)
                .argument("weight", "{\"as_none\": true}")
                .argument("bias", "{\"as_none\": true}")
                .tensor("running_mean", 3)
                .tensor("running_var", 3)
                .flag("training", true)
                .result(2, 3, 4)
                .nodes())
        .containsExactly(
            "%0 = Shape(input) end=2 start=1",
            "%2 = Expand(1.0, %0)",
            "%3 = Shape(input) end=2 start=1",
            "%5 = Expand(0.0, %3)",
            "r0 = BatchNormalization(input, %2, %5, running_mean, running_var) epsilon=1.0E-5 training_mode=1");
  }

  @Test
  void whatNobodyReadsOfABatchIsLeftOut() {
    assertThat(
            OneCall.of("_native_batch_norm_legit_functional.default")
                .tensor("input", 2, 3, 4)
                .tensor("weight", 3)
                .tensor("bias", 3)
                .tensor("running_mean", 3)
                .tensor("running_var", 3)
                .flag("training", true)
                .result(2, 3, 4)
                .unused(3)
                .unused(3)
                .result(3)
                .result(3)
                .nodes())
        .containsExactly(
            "r0, r3, r4 = BatchNormalization(input, weight, bias, running_mean, running_var) epsilon=1.0E-5 training_mode=1");
  }

  @Test
  void groups() {
    assertThat(
            OneCall.of("group_norm.default")
                .tensor("input", 2, 8, 4)
                .number("num_groups", 4)
                .tensor("weight", 8)
                .tensor("bias", 8)
                .result(2, 8, 4)
                .nodes())
        .containsExactly(
            "r0 = GroupNormalization(input, weight, bias) epsilon=1.0E-5 num_groups=4");
  }

  @Test
  void instances() {
    assertThat(
            OneCall.of("instance_norm.default")
                .tensor("input", 2, 8, 4)
                .tensor("weight", 8)
                .tensor("bias", 8)
                .flag("use_input_stats", true)
                .result(2, 8, 4)
                .nodes())
        .containsExactly("r0 = InstanceNormalization(input, weight, bias) epsilon=1.0E-5");
  }

  @Test
  void layers() {
    assertThat(
            OneCall.of("layer_norm.default")
                .tensor("input", 2, 5, 8)
                .numbers("normalized_shape", 8)
                .tensor("weight", 8)
                .tensor("bias", 8)
                .result(2, 5, 8)
                .nodes())
        .containsExactly("r0 = LayerNormalization(input, weight, bias) axis=-1 epsilon=1.0E-5");
  }

  @Test
  void layersWithoutParameters() {
    assertThat(
            OneCall.of("layer_norm.default")
                .tensor("input", 2, 5, 8)
                .numbers("normalized_shape", 5, 8)
                .result(2, 5, 8)
                .nodes())
        .containsExactly(
            "%0 = Shape(input) end=3 start=1",
            "%2 = Expand(1.0, %0)", "r0 = LayerNormalization(input, %2) axis=-2 epsilon=1.0E-5");
  }

  @Test
  void meanSquares() {
    assertThat(
            OneCall.of("rms_norm.default")
                .tensor("input", 2, 5, 8)
                .numbers("normalized_shape", 8)
                .tensor("weight", 8)
                .real("eps", 0.001)
                .result(2, 5, 8)
                .nodes())
        .containsExactly(
            "%0 = Mul(input, input)",
            "%2 = ReduceMean(%0, [-1])",
            "%4 = Add(%2, 0.001)",
            "%5 = Sqrt(%4)",
            "%6 = Div(input, %5)",
            "r0 = Mul(%6, weight)");
  }
}
