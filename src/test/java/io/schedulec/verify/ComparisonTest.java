package io.schedulec.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Models that compute the same are told from models that do not. */
class ComparisonTest {
  private static final Path MODELS = Path.of("test-schedules", "models");

  @Test
  void isZeroForTheSameModel() {
    Path model = MODELS.resolve("resnet20_cifar.onnx");
    assertThat(Comparison.difference(model, model, 1)).isZero();
  }

  @Test
  void isSmallForAnExportThatFoldsBatchNorm() {
    Path plain = MODELS.resolve("resnet20_cifar.onnx");
    Path fused = MODELS.resolve("resnet20_cifar.fused.onnx");
    assertThat(Comparison.difference(fused, plain, 1)).isPositive().isLessThan(1e-5);
  }

  @Test
  void isLargeForAnotherModel() {
    Path one = MODELS.resolve("resnet20_cifar.onnx");
    Path other = MODELS.resolve("simplenet_cifar.onnx");
    assertThat(Comparison.difference(one, other, 1)).isGreaterThan(0.1);
  }

  @Test
  void saysWhichModelDoesNotRun(@TempDir Path folder) throws IOException {
    Path broken = Files.writeString(folder.resolve("broken.onnx"), "no model");
    assertThatThrownBy(() -> Comparison.difference(broken, broken, 1))
        .isInstanceOf(NotComparableException.class)
        .hasMessageStartingWith("broken.onnx does not run: ")
        .hasMessageNotContaining("\n");
  }

  @Test
  void unequalShapesAndNotANumberAreInfinitelyFar() {
    double[] one = {1};
    double[] two = {1, 2};
    double[] nan = {Double.NaN};
    assertThat(Comparison.difference(List.of(one), List.of(two))).isInfinite();
    assertThat(Comparison.difference(List.of(one), List.of())).isInfinite();
    assertThat(Comparison.difference(List.of(nan), List.of(one))).isInfinite();
    assertThat(Comparison.difference(List.of(one), List.of(nan))).isInfinite();
    assertThat(Comparison.difference(List.of(nan), List.of(nan))).isZero();
    assertThat(Comparison.difference(List.of(new double[] {1}), List.of(new double[] {0})))
        .isInfinite();
  }

  @Test
  void nothingAgreesWithNothing() {
    double[] nan = {Double.NaN, Double.NEGATIVE_INFINITY};
    assertThatThrownBy(() -> Comparison.demandFinite(List.of(List.of(nan), List.of(nan))))
        .isInstanceOf(NotComparableException.class)
        .hasMessageContaining("no finite number");
    Comparison.demandFinite(List.of(List.of(nan, new double[] {0}), List.of(nan)));
  }

  @ParameterizedTest
  @ValueSource(floats = {0, -1, 0.5f, 1.5f, -2.25f, 1024})
  void halvesReadBack(float value) {
    assertThat(Halves.fromFloat16(Halves.float16(value))).isEqualTo(value);
    assertThat(Halves.fromBfloat16(Halves.bfloat16(value))).isEqualTo(value);
  }

  @Test
  void nothingStaysUnpacked() {
    OrtModel.load();
    assertThat(Unpacked.folders()).isEmpty();
    Path model = MODELS.resolve("tiny_inception.onnx");
    assertThat(Comparison.difference(model, model, 1)).isZero();
  }
}
