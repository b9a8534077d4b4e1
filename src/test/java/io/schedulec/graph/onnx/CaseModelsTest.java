package io.schedulec.graph.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The small networks of the corpus of schedules: each has one thing that thinning stumbles over.
 *
 * <p>They have shapes and no weights; {@code -Dgolden.update=true} writes them anew.
 */
final class CaseModelsTest {
  private static final Path MODELS = Path.of("test-schedules", "shapes");

  static Stream<Arguments> models() {
    return Stream.of(
        Arguments.of("alexnet_small", alexnet()),
        Arguments.of("grouped", grouped()),
        Arguments.of("depthwise_multiplier", multiplier()),
        Arguments.of("preact", preact()),
        Arguments.of("padded_shortcut", paddedShortcut()),
        Arguments.of("other_layers", otherLayers()),
        Arguments.of("tied", tied()),
        Arguments.of("reused", reused()),
        Arguments.of("wide_maps", wideMaps()),
        Arguments.of("conv_output", convOutput()),
        Arguments.of("late_norm", lateNorm()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void theFileIsTheNetwork(String name, byte[] bytes) throws IOException {
    Path file = MODELS.resolve(name + ".onnx");
    if (Boolean.getBoolean("golden.update")) {
      Files.write(file, bytes);
    }

    assertThat(file).hasBinaryContent(bytes);
    assertThat(OnnxBytes.read(bytes).nodes()).isNotEmpty();
  }

  /** Blocks called {@code features} and {@code classifier}, maps of 8x8 before a linear layer. */
  private static byte[] alexnet() {
    return LayerChain.of(1, 3, 32, 32)
        .conv("features.0", 8, 3)
        .node("features.1", "Relu", List.of())
        .halve("features.2")
        .conv("features.3", 16, 8)
        .node("features.4", "Relu", List.of())
        .halve("features.5")
        .node("", "Flatten", List.of())
        .linear("classifier.1", 32, 1024)
        .node("classifier.2", "Relu", List.of())
        .linear("classifier.4", 10, 32)
        .output(1, 10);
  }

  /** A convolution in four groups between two plain ones. */
  private static byte[] grouped() {
    return LayerChain.of(1, 3, 32, 32)
        .conv("conv1", 16, 3)
        .node("relu1", "Relu", List.of())
        .conv("conv2", 16, 4, 4, 1)
        .node("relu2", "Relu", List.of())
        .conv("conv3", 16, 16)
        .pool()
        .linear("fc", 10, 16)
        .output(1, 10);
  }

  /** A depthwise convolution that makes two channels of each. */
  private static byte[] multiplier() {
    return LayerChain.of(1, 3, 32, 32)
        .conv("conv", 8, 3)
        .node("relu1", "Relu", List.of())
        .conv("depthwise", 16, 1, 8, 1)
        .node("relu2", "Relu", List.of())
        .conv("pointwise", 16, 16)
        .pool()
        .linear("fc", 10, 16)
        .output(1, 10);
  }

  /** A residual block that normalises before it convolves. */
  private static byte[] preact() {
    LayerChain chain = LayerChain.of(1, 3, 32, 32).conv("conv1", 8, 3);
    String stream = chain.at();
    return chain
        .norm("block.bn1", "BatchNormalization", 8)
        .node("block.relu1", "Relu", List.of())
        .conv("block.conv1", 8, 8)
        .norm("block.bn2", "BatchNormalization", 8)
        .node("block.relu2", "Relu", List.of())
        .conv("block.conv2", 8, 8)
        .node("block", "Add", List.of(stream))
        .norm("bn", "BatchNormalization", 8)
        .node("relu", "Relu", List.of())
        .pool()
        .linear("fc", 10, 8)
        .output(1, 10);
  }

  /** A residual block whose shortcut fills up channels with zeros. */
  private static byte[] paddedShortcut() {
    LayerChain chain = LayerChain.of(1, 3, 32, 32).conv("conv1", 8, 3);
    String stream = chain.node("relu", "Relu", List.of()).at();
    chain.model().integers("pads", 0, 4, 0, 0, 0, 4, 0, 0);
    String shortcut =
        chain.halve("block.shortcut.0").node("block.shortcut.1", "Pad", List.of("pads")).at();
    return chain
        .from(stream)
        .conv("block.conv1", 16, 8, 1, 2)
        .node("block.relu1", "Relu", List.of())
        .conv("block.conv2", 16, 16)
        .node("block", "Add", List.of(shortcut))
        .pool()
        .linear("fc", 10, 16)
        .output(1, 10);
  }

  /** Layers that have parameters for each channel and are neither Conv, Linear nor BatchNorm. */
  private static byte[] otherLayers() {
    LayerChain chain =
        LayerChain.of(1, 3, 32, 32)
            .conv("conv1", 8, 3)
            .norm("norm1", "InstanceNormalization", 8)
            .conv("conv2", 8, 8);
    chain.model().weight("act2.weight", 8, 1, 1).weight("up3.weight", 8, 8, 2, 2);
    constant(chain, "ones");
    constant(chain, "zeros");
    chain.model().weight("bn4.running_mean", 8).weight("bn4.running_var", 8);
    return chain
        .node("act2", "PRelu", List.of("act2.weight"))
        .conv("conv3", 8, 8)
        .node("up3", "ConvTranspose", List.of("up3.weight"), OnnxBytes.integerList("strides", 2, 2))
        .conv("conv4", 8, 8)
        .node(
            "bn4",
            "BatchNormalization",
            List.of("ones", "zeros", "bn4.running_mean", "bn4.running_var"))
        .conv("conv5", 8, 8)
        .pool()
        .linear("fc", 10, 8)
        .output(1, 10);
  }

  private static void constant(LayerChain chain, String name) {
    byte[] value = OnnxBytes.realTensor("value", 8);
    chain.model().node("/bn4/Constant", "Constant", List.of(), List.of(name), value);
  }

  /** A language model whose decoder is its encoder. */
  private static byte[] tied() {
    OnnxBytes model = OnnxBytes.model();
    model.weight("encoder.weight", 50, 24).weight("rnn.weight", 24, 24).integers("word", 7);
    return model
        .input("input", 1, 24)
        .node("/encoder/Gather", "Gather", List.of("encoder.weight", "word"), List.of("a"))
        .node("/Add", "Add", List.of("a", "input"), List.of("b"))
        .node(
            "/rnn/Gemm",
            "Gemm",
            List.of("b", "rnn.weight"),
            List.of("c"),
            OnnxBytes.integer("transB", 1))
        .node("/rnn/Tanh", "Tanh", List.of("c"), List.of("d"))
        .node(
            "/decoder/Gemm",
            "Gemm",
            List.of("d", "encoder.weight"),
            List.of("e"),
            OnnxBytes.integer("transB", 1))
        .output("e", 1, 50)
        .toBytes();
  }

  /** One convolution that is called twice. */
  private static byte[] reused() {
    return LayerChain.of(1, 3, 32, 32)
        .conv("stem", 8, 3)
        .node("relu", "Relu", List.of())
        .conv("shared", 8, 8)
        .node("relu_1", "Relu", List.of())
        .again("shared")
        .node("relu_2", "Relu", List.of())
        .conv("last", 8, 8)
        .pool()
        .linear("fc", 10, 8)
        .output(1, 10);
  }

  /** Maps of 16x32 before a linear layer. */
  private static byte[] wideMaps() {
    return LayerChain.of(1, 3, 32, 32)
        .conv("conv1", 8, 3)
        .node("relu1", "Relu", List.of())
        .node(
            "pool1",
            "MaxPool",
            List.of(),
            OnnxBytes.integerList("kernel_shape", 2, 1),
            OnnxBytes.integerList("strides", 2, 1))
        .node("", "Flatten", List.of())
        .linear("fc", 10, 4096)
        .output(1, 10);
  }

  /** A convolution that makes the model's output. */
  private static byte[] convOutput() {
    return LayerChain.of(1, 3, 32, 32)
        .conv("conv1", 8, 3)
        .node("relu1", "Relu", List.of())
        .conv("conv2", 5, 8)
        .output(1, 5, 32, 32);
  }

  /** A convolution without BatchNorm before one that has it. */
  private static byte[] lateNorm() {
    return LayerChain.of(1, 3, 32, 32)
        .conv("conv1", 8, 3)
        .node("relu1", "Relu", List.of())
        .conv("conv2", 16, 8)
        .norm("bn2", "BatchNormalization", 16)
        .node("relu2", "Relu", List.of())
        .pool()
        .linear("fc", 10, 16)
        .output(1, 10);
  }
}
