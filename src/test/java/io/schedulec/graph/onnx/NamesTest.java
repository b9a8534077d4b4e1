package io.schedulec.graph.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Node;
import io.schedulec.graph.Parameter;
import io.schedulec.graph.Parameter.Stored;
import io.schedulec.graph.Value;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The framework's names of parameters, as each exporter lets them be found. */
final class NamesTest {
  private static final String SIGNATURE = "pkg.torch.export.ExportedProgram.graph_signature";

  @Test
  void foldedConvolutionsAreNamedAfterTheirScopes() {
    ModelGraph graph =
        OnnxReader.read(Path.of("test-schedules", "models", "resnet20_cifar.fused.onnx"));

    assertThat(graph.foldedNormalization()).isTrue();
    assertThat(graph.parameters().get(2))
        .extracting(Parameter::name, Parameter::onnxName, Parameter::recovered)
        .containsExactly("layer1.0.conv1.weight", "onnx::Conv_208", true);
    assertThat(graph.notes().get(0))
        .startsWith("the names of 42 of 44 parameters were recovered from node scopes, e.g. ");
    assertThat(graph.nodes()).extracting(Node::scope).contains("layer1.0.relu1", "layer3.0");
  }

  @Test
  void keptNamesNeedNoNote() {
    ModelGraph graph =
        OnnxReader.read(Path.of("test-schedules", "models", "mobilenet_v1_025.onnx"));

    assertThat(graph.foldedNormalization()).isFalse();
    assertThat(graph.notes()).isEmpty();
    assertThat(graph.parameters()).allMatch(Parameter::recovered);
  }

  @Test
  void aModuleThatIsCalledTwiceHasOneParameter() {
    ModelGraph graph =
        OnnxBytes.model()
            .input("x", 1, 4, 8, 8)
            .weight("onnx::Conv_1", 4, 4, 1, 1)
            .weight("onnx::Conv_2", 4, 4, 1, 1)
            .output("z")
            .node("/a/a.0/Conv", "Conv", List.of("x", "onnx::Conv_1"), List.of("y"))
            .node("/a_1/a.0/Conv", "Conv", List.of("y", "onnx::Conv_2"), List.of("u"))
            .node("/a_2/a.0/Conv", "Conv", List.of("u", "onnx::Conv_1"), List.of("z"))
            .read();

    assertThat(graph.parameters())
        .extracting(Parameter::name)
        .containsExactly("a.0.weight", "a.0.weight");
    assertThat(graph.nodes().get(0).input(1)).isEqualTo(graph.nodes().get(2).input(1));
  }

  @Test
  void anAnonymousRepetitionIsNamedAfterItsPlace() {
    ModelGraph graph =
        OnnxBytes.model()
            .input("x", 1, 4, 8, 8)
            .weight("norm.bias", 4)
            .weight("a.weight", 4, 4, 1, 1)
            .weight("b.weight", 4, 4, 1, 1)
            .output("z")
            .node("Identity_0", "Identity", List.of("norm.bias"), List.of("onnx::Conv_1"))
            .node("Identity_1", "Identity", List.of("norm.bias"), List.of("onnx::Conv_2"))
            .node("/a/Conv", "Conv", List.of("x", "a.weight", "onnx::Conv_1"), out("y"))
            .node("/b/Conv", "Conv", List.of("y", "b.weight", "onnx::Conv_2"), out("z"))
            .read();

    assertThat(graph.parameters())
        .extracting(Parameter::name, Parameter::onnxName)
        .contains(tuple("a.bias", "norm.bias"), tuple("b.bias", "norm.bias"));
  }

  @Test
  void aMatrixThatTwoLayersShareHasOneName() {
    ModelGraph graph =
        OnnxBytes.model()
            .input("x", 1, 4)
            .output("z")
            .weight("onnx::MatMul_1", 4, 4)
            .node("Identity_0", "Identity", List.of("onnx::MatMul_1"), List.of("onnx::MatMul_2"))
            .node("/a/MatMul", "MatMul", List.of("x", "onnx::MatMul_1"), out("y"))
            .node("/b/MatMul", "MatMul", List.of("y", "onnx::MatMul_2"), out("z"))
            .read();

    assertThat(graph.parameters()).extracting(Parameter::name).containsOnly("a.weight");
  }

  @Test
  void aWrapperStaysInTheName() {
    ModelGraph graph =
        OnnxBytes.model()
            .input("x", 1, 3, 8, 8)
            .weight("onnx::Conv_1", 4, 3, 1, 1)
            .output("y")
            .node("/features/module/module.0/Conv", "Conv", List.of("x", "onnx::Conv_1"), out("y"))
            .read();

    assertThat(graph.parameters().get(0).name()).isEqualTo("features.module.0.weight");
  }

  @Test
  void aTransposedMatrixIsNamedAfterItsBias() {
    ModelGraph graph =
        OnnxBytes.model()
            .input("x", 1, 5, 8)
            .weight("onnx::MatMul_1", 8, 24)
            .weight("attention.in_proj_bias", 24)
            .weight("onnx::MatMul_2", 24, 8)
            .weight("onnx::MatMul_3", 8, 8)
            .output("z")
            .node("/attention/MatMul", "MatMul", List.of("x", "onnx::MatMul_1"), out("a"))
            .node("/attention/Add", "Add", List.of("attention.in_proj_bias", "a"), out("b"))
            .node("/attention/Softmax", "Softmax", List.of("b"), out("c"))
            .node("/attention/MatMul_1", "MatMul", List.of("c", "onnx::MatMul_2"), out("d"))
            .node("/fc/MatMul", "MatMul", List.of("d", "onnx::MatMul_3"), out("z"))
            .read();

    assertThat(name(graph, "onnx::MatMul_1")).isEqualTo("attention.in_proj_weight");
    assertThat(name(graph, "onnx::MatMul_3")).isEqualTo("fc.weight");
    assertThat(parameter(graph, "onnx::MatMul_3").stored()).isEqualTo(Stored.TRANSPOSED);
    Parameter unknown = parameter(graph, "onnx::MatMul_2");
    assertThat(unknown.recovered()).isFalse();
    assertThat(unknown.name()).isEqualTo("onnx::MatMul_2");
    assertThat(graph.notes())
        .contains(
            "1 of 4 parameter names could not be recovered; they keep their ONNX names, e.g."
                + " onnx::MatMul_2");
  }

  @Test
  void mergedTensorsArePartedByTheCallsThatUseThem() {
    ModelGraph graph =
        OnnxBytes.model(20)
            .metadata(
                SIGNATURE,
                """

                # inputs
                p_a_weight: PARAMETER target='a.weight'
                p_a_bias: PARAMETER target='a.bias'
                p_b_weight: PARAMETER target='b.weight'
                p_b_bias: PARAMETER target='b.bias'
                x: USER_INPUT
                """)
            .input("x", 1, 8)
            .weight("a.weight", 8)
            .weight("a.bias", 8)
            .output("z")
            .node(
                "n1",
                "LayerNormalization",
                List.of("x", "a.weight", "a.bias"),
                out("y"),
                call("layer_norm", "%x, [8], %p_a_weight, %p_a_bias"),
                scopes("'', 'block', 'block.a', 'layer_norm'"))
            .node(
                "n2",
                "LayerNormalization",
                List.of("y", "a.weight", "a.bias"),
                out("u"),
                call("layer_norm", "%layer_norm, [8], %p_b_weight, %p_b_bias"))
            .node(
                "n3",
                "LayerNormalization",
                List.of("u", "a.weight", "a.bias"),
                out("z"),
                call("layer_norm", "%layer_norm_1, [8], %p_a_weight, %p_a_bias"))
            .read();

    assertThat(graph.parameters())
        .extracting(Parameter::name)
        .containsExactly("a.weight", "a.bias", "b.weight", "b.bias");
    assertThat(graph.parameters())
        .extracting(Parameter::onnxName)
        .containsExactly("a.weight", "a.bias", "a.weight", "a.bias");
    assertThat(input(graph, 0)).isNotSameAs(input(graph, 1)).isSameAs(input(graph, 2));
    assertThat(graph.nodes().get(0).scope()).isEqualTo("block.a");
  }

  @Test
  void anAnonymousMatrixIsTheArgumentOfItsCall() {
    ModelGraph graph =
        OnnxBytes.model(20)
            .metadata(
                SIGNATURE,
                """
                p_fc_weight: PARAMETER target='fc.weight'
                p_fc_bias: PARAMETER target='fc.bias'
                """)
            .input("x", 1, 5, 8)
            .weight("val_3", 8, 4)
            .weight("fc.bias", 4)
            .output("z")
            .node(
                "n1",
                "MatMul",
                List.of("x", "val_3"),
                out("y"),
                call("linear", "%x, %p_fc_weight, %p_fc_bias"))
            .node(
                "n2",
                "Add",
                List.of("y", "fc.bias"),
                out("z"),
                call("linear", "%x, %p_fc_weight, %p_fc_bias"))
            .read();

    assertThat(name(graph, "val_3")).isEqualTo("fc.weight");
    assertThat(parameter(graph, "val_3").stored()).isEqualTo(Stored.TRANSPOSED);
    assertThat(name(graph, "fc.bias")).isEqualTo("fc.bias");
  }

  @Test
  void aFoldedBiasBelongsToTheConvolution() {
    ModelGraph graph =
        OnnxBytes.model(20)
            .metadata(SIGNATURE, "p_conv_weight: PARAMETER target='conv.weight'")
            .input("x", 1, 3, 8, 8)
            .weight("conv.weight", 4, 3, 1, 1)
            .weight("conv.weight_bias", 4)
            .output("y")
            .node(
                "n1",
                "Conv",
                List.of("x", "conv.weight", "conv.weight_bias"),
                out("y"),
                call("_native_batch_norm_legit_no_training", "%conv2d, %p_bn_weight"),
                scopes("'', 'bn', '_native_batch_norm_legit_no_training'"),
                OnnxBytes.noted("pkg.onnxscript.rewriter.rule_name", "FuseBatchNormIntoConv"))
            .read();

    assertThat(graph.foldedNormalization()).isTrue();
    assertThat(name(graph, "conv.weight_bias")).isEqualTo("conv.bias");
    assertThat(graph.nodes().get(0).scope()).isEqualTo("conv");
  }

  @Test
  void anOptimiserKeepsTheNameOfTheConvolution() {
    ModelGraph graph =
        OnnxBytes.model()
            .input("x", 1, 3, 8, 8)
            .weight("ConvBnFusion_W_conv1.weight", 4, 3, 1, 1)
            .weight("ConvBnFusion_BN_B_bn1.bias", 4)
            .output("y")
            .node(
                "FusedConv",
                "Conv",
                List.of("x", "ConvBnFusion_W_conv1.weight", "ConvBnFusion_BN_B_bn1.bias"),
                out("y"))
            .read();

    assertThat(graph.foldedNormalization()).isTrue();
    assertThat(graph.parameters())
        .extracting(Parameter::name)
        .containsExactly("conv1.weight", "conv1.bias");
  }

  private static List<String> out(String name) {
    return List.of(name);
  }

  private static byte[] call(String function, String arguments) {
    return OnnxBytes.noted(
        "pkg.torch.onnx.fx_node",
        "%f : [num_users=1] = call_function[target=torch.ops.aten.%s.default](args = (%s), kwargs = {})"
            .replaceFirst("%s", function)
            .replace("%s", arguments));
  }

  private static byte[] scopes(String list) {
    return OnnxBytes.noted("pkg.torch.onnx.name_scopes", "[" + list + "]");
  }

  private static Value input(ModelGraph graph, int node) {
    return graph.nodes().get(node).input(1).orElseThrow();
  }

  private static String name(ModelGraph graph, String onnxName) {
    return parameter(graph, onnxName).name();
  }

  private static Parameter parameter(ModelGraph graph, String onnxName) {
    return graph.parameters().stream()
        .filter(p -> p.onnxName().equals(onnxName))
        .findFirst()
        .orElseThrow();
  }
}
