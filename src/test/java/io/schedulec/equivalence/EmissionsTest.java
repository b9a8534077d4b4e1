package io.schedulec.equivalence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.schedulec.graph.Value;
import io.schedulec.testing.Graphs;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Networks in which filter 0 of {@code a} is zero, and read by {@code z}. */
final class EmissionsTest {
  private static final Emission ZERO =
      new Emission(Dropped.ZERO, EquivalenceClass.EXACT, Optional.empty(), 0);
  private static final Emission UNREAD =
      new Emission(Dropped.VARYING, EquivalenceClass.EXACT, Optional.empty(), 0);
  private static final Emission VARIES =
      new Emission(Dropped.VARYING, EquivalenceClass.APPROXIMATE, Optional.of("z"), 0);

  private final Graphs graph = new Graphs();
  private final Value in = graph.input("x", -1, 1, 6, 6);
  private final Weights weights = new Weights().set("a", 0, 1).set("b", 5, 7);

  private static Emission folded(double constant) {
    return new Emission(
        Dropped.CONSTANT, EquivalenceClass.EXACT_AFTER_FOLD, Optional.of("z"), constant);
  }

  private static Emission mixed(double constant) {
    return new Emission(Dropped.CONSTANT, EquivalenceClass.APPROXIMATE, Optional.of("z"), constant);
  }

  private Value writer() {
    return graph.node("Conv", in, graph.parameter("a", 2, 1, 1, 1));
  }

  private Value biased() {
    return graph.node("Conv", in, graph.parameter("a", 2, 1, 1, 1), graph.parameter("b", 2));
  }

  private Emission read(Value value) {
    return readBy(graph.conv(value, "z", 1, 2, 1));
  }

  private Emission readPadded(Value value) {
    return readBy(graph.conv(value, "z", 1, 2, 3));
  }

  private Emission readBy(Value out) {
    return new Removal(graph.build(out)).first("a", 0).in(weights);
  }

  private Value normalised(Value value) {
    return graph.node(
        "BatchNormalization",
        Map.of("epsilon", 0.0),
        value,
        graph.parameter("scale", 2),
        graph.parameter("shift", 2),
        graph.parameter("mean", 2),
        graph.parameter("var", 2));
  }

  @Test
  void zeroWithoutBias() {
    assertThat(readPadded(graph.node("Relu", writer()))).isEqualTo(ZERO);
  }

  @Test
  void biasIsConstant() {
    assertThat(read(biased())).isEqualTo(folded(5));
  }

  @Test
  void biasOfZeroIsZero() {
    weights.set("b", 0, 7);
    assertThat(read(biased())).isEqualTo(ZERO);
  }

  @Test
  void paddingMixesWithConstants() {
    assertThat(readPadded(biased())).isEqualTo(mixed(5));
  }

  @Test
  void windowWithoutPaddingSeesConstantsOnly() {
    Value z = graph.node("Conv", biased(), graph.parameter("z", 1, 2, 3, 3));
    assertThat(readBy(z)).isEqualTo(folded(5));
  }

  @Test
  void paddedWindowOfOneElementSeesZerosToo() {
    Map<String, Object> padded = Map.of("pads", new long[] {1, 1, 1, 1});
    Value z = graph.node("Conv", padded, biased(), graph.parameter("z", 1, 2, 1, 1));
    assertThat(readBy(z)).isEqualTo(mixed(5));
  }

  @ParameterizedTest
  @CsvSource({"1, SAME_UPPER, true", "3, SAME_UPPER, false", "3, VALID, true"})
  void automaticPadding(long kernel, String mode, boolean exact) {
    Value weight = graph.parameter("z", 1, 2, kernel, kernel);
    Value z = graph.node("Conv", Map.of("auto_pad", mode), biased(), weight);
    assertThat(readBy(z)).isEqualTo(exact ? folded(5) : mixed(5));
  }

  @Test
  void readerWithoutWeightsForIt() {
    weights.set("z", 0, 1);
    assertThat(read(biased()))
        .isEqualTo(new Emission(Dropped.CONSTANT, EquivalenceClass.EXACT, Optional.empty(), 5));
  }

  @Test
  void channelMasksAreExact() {
    weights.set("a", 3, 1).set("z", 0, 1);
    assertThat(read(biased())).isEqualTo(UNREAD);
  }

  @Test
  void unmaskedFilterVaries() {
    weights.set("a", 3, 1);
    assertThat(read(biased())).isEqualTo(VARIES);
  }

  @Test
  void normalisationMapsConstants() {
    weights.set("scale", 3, 1).set("shift", 0.5, 1).set("mean", 1, 1).set("var", 4, 1);
    assertThat(read(normalised(biased()))).isEqualTo(folded(3 * (5 - 1) / 2.0 + 0.5));
  }

  @Test
  void reluOfNegativeConstantIsZero() {
    weights.set("b", -5, 7);
    assertThat(readPadded(graph.node("Relu", biased()))).isEqualTo(ZERO);
  }

  @Test
  void scaleOfZeroHidesTheInput() {
    weights.set("a", 3, 1).set("scale", 0, 1).set("shift", 2, 1);
    assertThat(read(normalised(writer()))).isEqualTo(folded(2));
  }

  @Test
  void gateOfZeroWeightsIsNotZero() {
    Value gate = graph.node("Sigmoid", writer());
    Value product = graph.node("Mul", gate, graph.conv(in, "c", 2, 1, 1));
    assertThat(read(product)).isEqualTo(VARIES);
  }

  @Test
  void zeroTimesTheGateIsZero() {
    Value gate = graph.node("Sigmoid", graph.conv(in, "c", 2, 1, 1));
    assertThat(readPadded(graph.node("Mul", writer(), gate))).isEqualTo(ZERO);
  }

  @Test
  void constantTimesTheGateVaries() {
    Value gate = graph.node("Sigmoid", graph.conv(in, "c", 2, 1, 1));
    assertThat(read(graph.node("Mul", biased(), gate))).isEqualTo(VARIES);
  }

  @Test
  void sumWithAnUnmaskedFilterVaries() {
    assertThat(read(graph.node("Add", biased(), graph.conv(in, "c", 2, 1, 1)))).isEqualTo(VARIES);
  }

  @Test
  void sumOfConstants() {
    weights.set("c", 0, 1);
    assertThat(read(graph.node("Add", biased(), graph.conv(in, "c", 2, 1, 1))))
        .isEqualTo(folded(5));
  }

  @Test
  void parametersAndScalarsTakePart() {
    weights.set("p", 2, 9);
    Value scaled = graph.node("Mul", biased(), graph.parameter("p", 2, 1, 1));
    assertThat(read(graph.node("Sub", scaled, graph.reals(0.5)))).isEqualTo(folded(9.5));
  }

  @Test
  void parameterThatDiffersFromPlaceToPlace() {
    weights.set("p", new double[] {1, 2, 3, 4, 5, 6});
    assertThat(read(graph.node("Add", biased(), graph.parameter("p", 6)))).isEqualTo(VARIES);
  }

  @Test
  void poolingKeepsConstants() {
    Map<String, Object> window = Map.of("kernel_shape", new long[] {2, 2});
    Value pooled = graph.node("AveragePool", window, graph.node("MaxPool", window, biased()));
    assertThat(read(graph.node("GlobalAveragePool", pooled))).isEqualTo(folded(5));
  }

  @ParameterizedTest
  @CsvSource({"MaxPool, 0, true", "AveragePool, 0, true", "AveragePool, 1, false"})
  void paddedPooling(String opType, long counted, boolean keeps) {
    Map<String, Object> window =
        Map.of(
            "kernel_shape",
            new long[] {3, 3},
            "pads",
            new long[] {1, 1, 1, 1},
            "count_include_pad",
            counted);
    assertThat(read(graph.node(opType, window, biased()))).isEqualTo(keeps ? folded(5) : VARIES);
  }

  @Test
  void countedPaddingKeepsZeros() {
    Map<String, Object> window =
        Map.of(
            "kernel_shape",
            new long[] {3, 3},
            "pads",
            new long[] {1, 1, 1, 1},
            "count_include_pad",
            1L);
    assertThat(read(graph.node("AveragePool", window, writer()))).isEqualTo(ZERO);
  }

  @ParameterizedTest
  @CsvSource({"0, 5", "5, 5", "0, 0"})
  void padding(double added, double bias) {
    weights.set("b", bias, 7);
    Value padded =
        graph.node("Pad", biased(), graph.ints(0, 0, 1, 1, 0, 0, 1, 1), graph.reals(added));
    assertThat(read(padded)).isEqualTo(added != bias ? VARIES : bias == 0 ? ZERO : folded(bias));
  }

  @Test
  void linearLayerBehindFlattening() {
    Value flat = graph.node("Flatten", graph.node("Relu", biased()));
    Value z = graph.node("Gemm", Map.of("transB", 1L), flat, graph.parameter("z", 3, 72));
    assertThat(readBy(z)).isEqualTo(folded(5));
  }

  @Test
  void productBehindMeans() {
    Value mean =
        graph.node("ReduceMean", Map.of("axes", new long[] {2, 3}, "keepdims", 0L), biased());
    assertThat(readBy(graph.node("MatMul", mean, graph.parameter("z", 2, 3)))).isEqualTo(folded(5));
  }

  @Test
  void linearWriter() {
    weights.set("l", 0, 1, 0, 1).set("c", -4, 1);
    Value mean =
        graph.node("ReduceMean", Map.of("axes", new long[] {2, 3}, "keepdims", 0L), writer());
    Value linear =
        graph.node(
            "Add", graph.node("MatMul", mean, graph.parameter("l", 2, 2)), graph.parameter("c", 2));
    Value z = graph.node("MatMul", graph.node("Abs", linear), graph.parameter("z", 2, 3));
    assertThat(new Removal(graph.build(z)).first("l", 1).in(weights)).isEqualTo(folded(4));
  }

  @Test
  void depthwiseConvolutionEmitsItsBias() {
    weights.set("e", 3, 4);
    Value depthwise = depthwise(writer(), 1);
    assertThat(read(depthwise)).isEqualTo(folded(3));
  }

  @Test
  void depthwiseConvolutionOfConstants() {
    weights.set("e", 3, 4);
    assertThat(read(depthwise(biased(), 0))).isEqualTo(folded(5 * 9 + 3));
  }

  @Test
  void paddedDepthwiseConvolutionOfConstantsVaries() {
    assertThat(read(depthwise(biased(), 1))).isEqualTo(VARIES);
  }

  private Value depthwise(Value value, long pad) {
    return graph.node(
        "Conv",
        Map.of("group", 2L, "pads", new long[] {pad, pad, pad, pad}),
        value,
        graph.parameter("d", 2, 1, 3, 3),
        graph.parameter("e", 2));
  }

  @Test
  void groupedReaderUsesItsOwnGroup() {
    weights.set("z", 0, 0, 1, 1);
    Value wide = graph.node("Concat", Map.of("axis", 1L), biased(), graph.conv(in, "c", 2, 1, 1));
    Value z = graph.node("Conv", Map.of("group", 2L), wide, graph.parameter("z", 2, 2, 1, 1));
    assertThat(readBy(z).equivalence()).isEqualTo(EquivalenceClass.EXACT);
    assertThat(readBy(z).dropped()).isEqualTo(Dropped.CONSTANT);
  }

  @Test
  void transposedConvolutionMixesConstants() {
    assertThat(readBy(transposed())).isEqualTo(mixed(5));
  }

  @Test
  void transposedConvolutionWithoutWeightsForIt() {
    weights.set("z", 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1);
    assertThat(readBy(transposed()).equivalence()).isEqualTo(EquivalenceClass.EXACT);
  }

  private Value transposed() {
    Map<String, Object> strided = Map.of("strides", new long[] {2, 2});
    return graph.node("ConvTranspose", strided, biased(), graph.parameter("z", 2, 2, 2, 2));
  }

  @Test
  void transposedConvolutionWrites() {
    weights.zero("t", 18).set("c", 4);
    Value t =
        graph.node(
            "ConvTranspose", writer(), graph.parameter("t", 2, 1, 3, 3), graph.parameter("c", 1));
    Value z = graph.node("Conv", t, graph.parameter("z", 1, 1, 1, 1));
    assertThat(new Removal(graph.build(z)).first("t", 1).in(weights)).isEqualTo(folded(4));
  }

  @Test
  void weightsOfAProductMayComeFirst() {
    weights.set("z", 0, 1, 0, 1);
    Value columns = graph.node("Reshape", biased(), graph.ints(-1, 2, 36));
    Emission emission = readBy(graph.node("MatMul", graph.parameter("z", 2, 2), columns));
    assertThat(emission.equivalence()).isEqualTo(EquivalenceClass.EXACT);
  }

  @Test
  void computedWeightsMakeNothingOfZerosOnly() {
    Value weight = graph.node("Tanh", graph.parameter("z", 1, 2, 1, 1));
    assertThat(readBy(graph.node("Conv", writer(), weight))).isEqualTo(ZERO);
  }

  @Test
  void computedWeightsAreNotKnown() {
    Value weight = graph.node("Tanh", graph.parameter("z", 1, 2, 1, 1));
    assertThat(readBy(graph.node("Conv", biased(), weight)).equivalence())
        .isEqualTo(EquivalenceClass.APPROXIMATE);
  }

  @Test
  void rearrangedWeightsAreKnown() {
    Map<String, Object> turn = Map.of("perm", new long[] {3, 2, 0, 1});
    weights.set("w", 0, 1);
    Value weight = graph.node("Transpose", turn, graph.parameter("w", 1, 1, 1, 2));
    Value bias = graph.parameter("b", 2);
    Value out = graph.conv(graph.node("Conv", in, weight, bias), "z", 1, 2, 1);
    assertThat(new Removal(graph.build(out)).first("w", 3).in(weights)).isEqualTo(folded(5));
  }

  @Test
  void filterThatReadsOnlyConstantsIsConstant() {
    weights.set("m", 2, 0, 0, 1).set("n", 1, 1);
    Value middle =
        graph.node("Conv", biased(), graph.parameter("m", 2, 2, 1, 1), graph.parameter("n", 2));
    Removal removal = new Removal(graph.build(graph.conv(middle, "z", 1, 2, 1)));
    removal.first("a", 0).first("m", 0);
    assertThat(removal.of("m", 0, weights)).isEqualTo(folded(11));
  }

  @Test
  void concatenationKeepsEachPart() {
    Value wide = graph.node("Concat", Map.of("axis", 1L), graph.conv(in, "c", 3, 1, 1), biased());
    assertThat(readBy(graph.conv(wide, "z", 1, 5, 1))).isEqualTo(folded(5));
  }

  @Test
  void channelShuffleKeepsConstants() {
    Value split = graph.node("Reshape", biased(), graph.ints(0, 2, 1, 6, 6));
    Value swapped = graph.node("Transpose", Map.of("perm", new long[] {0, 2, 1, 3, 4}), split);
    assertThat(read(graph.node("Reshape", swapped, graph.ints(0, 2, 6, 6)))).isEqualTo(folded(5));
  }

  @Test
  void worstReaderDecides() {
    Value shared = biased();
    Value sum =
        graph.node("Add", graph.conv(shared, "y", 1, 2, 1), graph.conv(shared, "z", 1, 2, 3));
    assertThat(readBy(sum)).isEqualTo(mixed(5));
  }

  @Test
  void layerThatIsCalledTwiceHasOneBias() {
    Value weight = graph.parameter("z", 1, 2, 1, 1);
    Value first = biased();
    Value second = graph.node("Relu", first);
    Value sum =
        graph.node("Add", graph.node("Conv", first, weight), graph.node("Conv", second, weight));
    assertThat(readBy(sum)).isEqualTo(mixed(5));
  }

  @Test
  void productOfTwoActivations() {
    Value flat = graph.node("Flatten", graph.node("GlobalMaxPool", biased()));
    Value other = graph.node("Flatten", graph.node("GlobalMaxPool", graph.conv(in, "c", 2, 1, 1)));
    Value turned = graph.node("Transpose", other);
    assertThat(readBy(graph.node("MatMul", flat, turned)).equivalence())
        .isEqualTo(EquivalenceClass.APPROXIMATE);
  }

  @Test
  void productOfTwoActivationsIsExactForZeros() {
    Value flat = graph.node("Flatten", graph.node("GlobalMaxPool", writer()));
    Value other = graph.node("Flatten", graph.node("GlobalMaxPool", graph.conv(in, "c", 2, 1, 1)));
    assertThat(readBy(graph.node("MatMul", flat, graph.node("Transpose", other)))).isEqualTo(ZERO);
  }

  @Test
  void filterThatGoesTooIsNoReader() {
    weights.set("m", 1, 0, 0, 1);
    Value middle = graph.conv(biased(), "m", 2, 2, 1);
    Removal removal = new Removal(graph.build(graph.conv(middle, "z", 1, 2, 1)));
    removal.first("a", 0).first("m", 0);
    weights.set("z", 0, 1);
    assertThat(removal.of("a", 0, weights).equivalence()).isEqualTo(EquivalenceClass.EXACT);
    assertThat(removal.of("m", 0, weights))
        .isEqualTo(new Emission(Dropped.CONSTANT, EquivalenceClass.EXACT, Optional.empty(), 5));
  }

  @Test
  void frozenGroupsAreNotFollowed() {
    Value odd = graph.node("Frobnicate", writer());
    Emission emission = readBy(graph.conv(odd, "z", 1, 2, 1));
    assertThat(emission.equivalence()).isEqualTo(EquivalenceClass.APPROXIMATE);
    assertThat(emission.where()).contains("Frobnicate_1");
  }

  @Test
  void unknownOperatorBehindZeroIsNotTrusted() {
    assertThat(read(graph.node("Softmax", Map.of("axis", 3L), writer()))).isEqualTo(VARIES);
  }

  @ParameterizedTest
  @CsvSource({
    "Abs, 2, 2",
    "Relu, 2, 2",
    "LeakyRelu, -2, -0.02",
    "Sigmoid, 0, 0.5",
    "Tanh, 1, 0.7615941559557649",
    "Elu, -1, -0.6321205588285577",
    "Exp, 1, 2.718281828459045",
    "Erf, 1, 0.8427007929497149",
    "Erf, -0.3, -0.3286267594591274",
    "Gelu, 1, 0.8413447460685429",
    "HardSigmoid, 1, 0.7",
    "HardSwish, 1, 0.6666666666666666",
    "Softplus, 0, 0.6931471805599453",
    "Neg, 2, -2",
    "Sqrt, 2, 1.4142135623730951",
    "Selu, -1, -1.1113307378125625",
    "Mish, 1, 0.8650983882673103",
  })
  void functions(String opType, double at, double expected) {
    weights.set("b", at, 1);
    Emission emission = read(graph.node(opType, biased()));
    assertThat(emission.largest()).isCloseTo(Math.abs(expected), within(1e-7));
    assertThat(emission.equivalence()).isEqualTo(EquivalenceClass.EXACT_AFTER_FOLD);
  }
}
