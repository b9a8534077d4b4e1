package io.schedulec.graph.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schedulec.graph.DataType;
import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Parameter;
import io.schedulec.graph.Shape;
import io.schedulec.graph.UnreadableModelException;
import io.schedulec.graph.WeightBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredWeightsTest {
  @TempDir private Path folder = Path.of("unset");

  /** A model that adds a tensor to what it is given. */
  private Optional<WeightBytes> read(ProtoBytes tensor, String name) throws IOException {
    ProtoBytes graph = new ProtoBytes().message(5, tensor);
    return read(new ProtoBytes().message(7, graph).toBytes(), name, "");
  }

  private Optional<WeightBytes> read(byte[] file, String name, String held) throws IOException {
    Path path = folder.resolve("m.onnx");
    Files.write(path, file);
    Parameter parameter =
        new Parameter(
            name,
            held.isEmpty() ? name : held,
            Shape.of(2),
            DataType.FLOAT32,
            Parameter.Stored.SAME,
            true);
    return StoredWeights.of(path).of(parameter);
  }

  private static ProtoBytes tensor(int type) {
    return new ProtoBytes().integer(1, 2).integer(2, type).text(8, "w");
  }

  @Test
  void numbersOfTypedFieldsAreConverted() throws IOException {
    WeightBytes floats = read(tensor(1).single(4, 1.5f).single(4, -2), "w").orElseThrow();
    assertThat(floats.data().getFloat(0)).isEqualTo(1.5f);
    assertThat(floats.data().getFloat(4)).isEqualTo(-2);
    WeightBytes bytes = read(tensor(3).integer(5, -1).integer(5, 7), "w").orElseThrow();
    assertThat(bytes.type()).isEqualTo(DataType.INT8);
    assertThat(bytes.data().remaining()).isEqualTo(2);
    assertThat(bytes.data().get(0)).isEqualTo((byte) -1);
    ProtoBytes packed = new ProtoBytes().little(Double.doubleToLongBits(0.25), 8).little(0, 8);
    WeightBytes doubles = read(tensor(11).bytes(10, packed.toBytes()), "w").orElseThrow();
    assertThat(doubles.data().getDouble(0)).isEqualTo(0.25);
  }

  @Test
  void rawBytesAreMappedAndReadOnly() throws IOException {
    ProtoBytes raw = new ProtoBytes().little(0x3c00, 2).little(0x4000, 2);
    WeightBytes halves = read(tensor(10).bytes(9, raw.toBytes()), "w").orElseThrow();
    assertThat(halves.type()).isEqualTo(DataType.FLOAT16);
    assertThat(halves.shape()).isEqualTo(Shape.of(2));
    assertThat(halves.data().isDirect()).isTrue();
    assertThat(halves.data().isReadOnly()).isTrue();
    assertThat(halves.data().getShort(2)).isEqualTo((short) 0x4000);
  }

  @Test
  void constantsHoldWeightsToo() throws IOException {
    byte[] file =
        OnnxBytes.model()
            .node("Constant", List.of(), List.of("c"), OnnxBytes.integerTensor("value", 5, 6))
            .toBytes();
    assertThat(read(file, "a.weight", "c").orElseThrow().data().getLong(8)).isEqualTo(6);
    byte[] list =
        OnnxBytes.model()
            .node("Constant", List.of(), List.of("c"), OnnxBytes.integerList("value_ints", 5, 6))
            .toBytes();
    assertThat(read(list, "a.weight", "c").orElseThrow().data().getLong(0)).isEqualTo(5);
  }

  @Test
  void whatTheFileDoesNotHoldIsEmpty() throws IOException {
    assertThat(read(tensor(1).single(4, 1).single(4, 2), "other")).isEmpty();
    ProtoBytes sparse = new ProtoBytes().message(1, tensor(1)).integer(3, 4);
    ProtoBytes graph = new ProtoBytes().message(15, sparse);
    assertThat(read(new ProtoBytes().message(7, graph).toBytes(), "w", "")).isEmpty();
  }

  @Test
  void elementsThatAreNotThereAreSaid() {
    assertThatThrownBy(() -> read(tensor(1).single(4, 1), "w"))
        .isInstanceOf(UnreadableModelException.class)
        .hasMessageContaining("w has the shape 2, but holds 1 elements");
    assertThatThrownBy(() -> read(OnnxBytes.model().weight("w", 2).toBytes(), "w", ""))
        .isInstanceOf(UnreadableModelException.class)
        .hasMessageContaining("absent.weights, which is not there");
  }

  @Test
  void everyParameterOfARealModelHasItsElements() {
    Path model = Path.of("test-schedules", "models", "tiny_inception.onnx");
    ModelGraph graph = OnnxReader.read(model);
    StoredWeights weights = StoredWeights.of(model);
    assertThat(graph.parameters())
        .isNotEmpty()
        .allSatisfy(
            parameter ->
                assertThat(weights.of(parameter).orElseThrow().data().remaining())
                    .isEqualTo((int) parameter.shape().elements() * parameter.type().bytes()));
  }
}
