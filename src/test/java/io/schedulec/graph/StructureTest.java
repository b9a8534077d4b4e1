package io.schedulec.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.graph.onnx.OnnxBytes;
import io.schedulec.graph.onnx.OnnxReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The digest of a model's structure sees everything but the values of weights. */
final class StructureTest {
  private static final Path MODEL = Path.of("test-schedules", "models", "resnet20_cifar.onnx");

  /** One network, of which a test changes one thing. */
  private static final class Network {
    private long opset = 17;
    private String weight = "conv.weight";
    private long filters = 2;
    private long width = 8;
    private float value = 0.5f;
    private long stride = 1;
    private String operator = "Relu";
    private String second = "b";
    private String output = "y";
    private String node = "act";
    private String activation = "Tanh";
    private long index = 1;
    private String domain = "";

    String digest() {
      OnnxBytes model =
          OnnxBytes.model(opset)
              .input("x", 1, 1, width, width)
              .reals(weight, new long[] {filters, 1, 1, 1}, values())
              .integers("where", 0, index)
              .node(
                  "Conv",
                  List.of("x", weight),
                  List.of("a"),
                  OnnxBytes.integerList("strides", stride, stride))
              .node(operator, List.of("a"), List.of("b"), OnnxBytes.text("activation", activation))
              .node(node, "Add", List.of("a", second), List.of("c"), OnnxBytes.domain(domain))
              .node("Gather", List.of("c", "where"), List.of(output))
              .output(output, 1, filters, width, width);
      return Structure.digest(model.read());
    }

    private float[] values() {
      float[] values = new float[(int) filters];
      java.util.Arrays.fill(values, value);
      return values;
    }
  }

  private static String changed(Consumer<Network> change) {
    Network network = new Network();
    change.accept(network);
    return network.digest();
  }

  @Test
  void aWeightMayHaveAnyValue() {
    assertThat(changed(n -> n.value = 7)).isEqualTo(new Network().digest());
  }

  @Test
  void anythingElseIsSeen() {
    List<String> digests =
        List.of(
            new Network().digest(),
            changed(n -> n.opset = 16),
            changed(n -> n.weight = "conv2.weight"),
            changed(n -> n.filters = 3),
            changed(n -> n.width = 9),
            changed(n -> n.stride = 2),
            changed(n -> n.operator = "Sigmoid"),
            changed(n -> n.second = "a"),
            changed(n -> n.output = "z"),
            changed(n -> n.node = "sum"),
            changed(n -> n.activation = "Relu"),
            changed(n -> n.index = 0),
            changed(n -> n.domain = "other"));

    assertThat(digests).doesNotHaveDuplicates();
  }

  @Test
  void kindsOfAttributesAreSeen() {
    assertThat(
            List.of(
                attribute(),
                attribute(OnnxBytes.integer("k", 1)),
                attribute(OnnxBytes.integer("k", 2)),
                attribute(OnnxBytes.real("k", 1.5f)),
                attribute(OnnxBytes.real("k", 2.5f)),
                attribute(OnnxBytes.text("k", "v")),
                attribute(OnnxBytes.text("l", "v")),
                attribute(OnnxBytes.integerList("k", 1, 2)),
                attribute(OnnxBytes.integerList("k", 2, 1)),
                attribute(OnnxBytes.integerTensor("k", 3)),
                attribute(OnnxBytes.integerTensor("k", 4)),
                attribute(OnnxBytes.body("k", OnnxBytes.graph("one"))),
                attribute(OnnxBytes.body("k", OnnxBytes.graph("two")))))
        .doesNotHaveDuplicates();
  }

  @Test
  void textsOfAListAreSeen() {
    Attributes tanh = Attributes.of(java.util.Map.of("activations", new String[] {"Tanh"}));
    assertThat(tanh.texts("activations")).contains(List.of("Tanh"));
    assertThat(tanh.texts("other")).isEmpty();
  }

  @Test
  void otherWeightsInAFileAreTheSameStructure(@TempDir Path folder) throws IOException {
    byte[] bytes = Files.readAllBytes(MODEL);
    String before = Structure.digest(OnnxReader.read(MODEL));
    bytes[bytes.length / 2] ^= 0x11;
    Path copy = Files.write(folder.resolve("other.onnx"), bytes);

    assertThat(Structure.digest(OnnxReader.read(copy))).isEqualTo(before);
  }

  private static String attribute(byte[]... attributes) {
    return Structure.digest(
        OnnxBytes.model()
            .input("x", 1, 4)
            .node("Custom", List.of("x"), List.of("y"), attributes)
            .output("y", 1, 4)
            .read());
  }
}
