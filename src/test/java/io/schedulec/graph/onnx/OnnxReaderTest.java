package io.schedulec.graph.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.graph.Attributes;
import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Node;
import io.schedulec.graph.Parameter;
import io.schedulec.graph.Shape;
import io.schedulec.graph.Value;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OnnxReaderTest {

  @Test
  void aConvolutionHasItsWeightAndShapes() {
    ModelGraph graph =
        OnnxBytes.model(17)
            .input("x", -1, 3, 8, 8)
            .weight("conv.weight", 4, 3, 3, 3)
            .value("y", -1, 4, 6, 6)
            .output("z", -1, 4, 6, 6)
            .node(
                "/conv/Conv",
                "Conv",
                List.of("x", "conv.weight"),
                List.of("y"),
                OnnxBytes.integerList("kernel_shape", 3, 3),
                OnnxBytes.integer("group", 1))
            .node("Relu", List.of("y"), List.of("z"))
            .read();

    assertThat(graph.name()).isEqualTo("model.onnx");
    assertThat(graph.opset()).isEqualTo(17);
    assertThat(graph.inputs()).hasToString("[x]");
    assertThat(graph.outputs()).hasToString("[z]");
    assertThat(graph.nodes()).hasToString("[Conv /conv/Conv, Relu Relu_1]");
    Node conv = graph.nodes().get(0);
    assertThat(conv.scope()).isEqualTo("conv");
    assertThat(conv.attributes().integers("kernel_shape").orElseThrow()).containsExactly(3, 3);
    assertThat(conv.attributes().integer("group", 7)).isEqualTo(1);
    assertThat(conv.output(0).flatMap(Value::shape)).contains(Shape.of(Shape.UNKNOWN, 4, 6, 6));
    Parameter weight = conv.input(1).flatMap(Value::parameter).orElseThrow();
    assertThat(weight.name()).isEqualTo("conv.weight");
    assertThat(weight.shape()).isEqualTo(Shape.of(4, 3, 3, 3));
    assertThat(graph.notes()).isEmpty();
  }

  @Test
  void nodesOutOfOrderAreSorted() {
    ModelGraph graph =
        OnnxBytes.model()
            .input("x", 1)
            .output("c", 1)
            .node("third", "Relu", List.of("b"), List.of("c"))
            .node("second", "Relu", List.of("a"), List.of("b"))
            .node("first", "Relu", List.of("x"), List.of("a"))
            .read();

    assertThat(graph.nodes()).hasToString("[Relu first, Relu second, Relu third]");
  }

  @Test
  void constantNodesBecomeValues() {
    ModelGraph graph =
        OnnxBytes.model()
            .input("x", 2, 3)
            .output("z", 3, 2)
            .node("Constant", List.of(), List.of("shape"), OnnxBytes.integerTensor("value", 3, 2))
            .node("Constant", List.of(), List.of("bound"), OnnxBytes.real("value_float", 6))
            .node("Constant", List.of(), List.of("w"), OnnxBytes.realTensor("value", 2, 2))
            .node("Reshape", List.of("x", "shape"), List.of("y"))
            .node("Clip", List.of("y", "", "bound"), List.of("c"))
            .node("Gemm", List.of("c", "w"), List.of("z"))
            .read();

    assertThat(graph.nodes()).hasToString("[Reshape Reshape_3, Clip Clip_4, Gemm Gemm_5]");
    Value shape = graph.nodes().get(0).input(1).orElseThrow();
    assertThat(shape.kind()).isEqualTo(Value.Kind.CONSTANT);
    assertThat(shape.data().orElseThrow().longs()).containsExactly(3, 2);
    Node clip = graph.nodes().get(1);
    assertThat(clip.input(1)).isEmpty();
    assertThat(clip.input(2).orElseThrow().data().orElseThrow().doubles()).containsExactly(6);
    assertThat(graph.nodes().get(2).input(1).orElseThrow().kind()).isEqualTo(Value.Kind.PARAMETER);
  }

  @Test
  void identitiesOfParametersAreParametersOfTheirOwn() {
    ModelGraph graph =
        OnnxBytes.model()
            .input("x", 1, 4)
            .weight("bn1.weight", 4)
            .output("z", 1, 4)
            .node("Identity", List.of("bn1.weight"), List.of("bn2.weight"))
            .node("Mul", List.of("x", "bn1.weight"), List.of("y"))
            .node("Mul", List.of("y", "bn2.weight"), List.of("z"))
            .read();

    assertThat(graph.nodes()).hasSize(2);
    assertThat(graph.parameters())
        .extracting(Parameter::name)
        .containsExactly("bn1.weight", "bn2.weight");
    assertThat(graph.parameters())
        .extracting(Parameter::onnxName)
        .containsExactly("bn1.weight", "bn1.weight");
  }

  @Test
  void structuralNumbersAreNoParameters() {
    ModelGraph graph =
        OnnxBytes.model()
            .input("x", 1, 4, 2, 2)
            .reals("scales", new long[] {4}, 1, 1, 2, 2)
            .reals("eps", new long[] {}, 1)
            .output("z")
            .node("Resize", List.of("x", "", "scales"), List.of("y"))
            .node("Add", List.of("y", "eps"), List.of("z"))
            .read();

    assertThat(graph.parameters()).isEmpty();
    Value scales = graph.nodes().get(0).input(2).orElseThrow();
    assertThat(scales.data().orElseThrow().doubles()).containsExactly(1, 1, 2, 2);
  }

  @Test
  void inputsThatRepeatInitializersAreParameters() {
    ModelGraph graph =
        OnnxBytes.model()
            .input("x", 1, 3, 8, 8)
            .input("w", 4, 3, 1, 1)
            .weight("w", 4, 3, 1, 1)
            .output("y")
            .node("Conv", List.of("x", "w"), List.of("y"))
            .read();

    assertThat(graph.inputs()).hasToString("[x]");
    assertThat(graph.parameters()).hasSize(1);
  }

  @Test
  void inputsAtThePlaceOfAWeightAreParameters() {
    ModelGraph graph =
        OnnxBytes.model()
            .input("x", 1, 8)
            .input("conv.weight", 4, 8)
            .input("fc.weight", 2, 4)
            .output("y")
            .node("Gemm", List.of("x", "conv.weight"), List.of("h"))
            .node("Transpose", List.of("fc.weight"), List.of("t"))
            .node("MatMul", List.of("h", "t"), List.of("y"))
            .read();

    assertThat(graph.inputs()).hasToString("[x]");
    assertThat(graph.parameters())
        .extracting(Parameter::name)
        .containsExactly("conv.weight", "fc.weight");
    assertThat(graph.nodes()).hasSize(3);
  }

  @Test
  void twoMatricesThatAreGivenAreInputs() {
    ModelGraph graph =
        OnnxBytes.model()
            .input("a", 2, 3)
            .input("input.1", 3, 2)
            .output("y")
            .node("MatMul", List.of("a", "input.1"), List.of("y"))
            .read();

    assertThat(graph.inputs()).hasToString("[a, input.1]");
  }

  @Test
  void whatABodyUsesIsAnInputOfItsNode() {
    OnnxBytes inner =
        OnnxBytes.graph("inner").output("r").node("Add", List.of("h", "w"), List.of("r"));
    OnnxBytes body =
        OnnxBytes.graph("then")
            .output("s")
            .node("Relu", List.of("x"), List.of("h"))
            .node("If", List.of("c"), List.of("s"), OnnxBytes.body("then_branch", inner));
    ModelGraph graph =
        OnnxBytes.model()
            .input("c")
            .input("x", 4)
            .weight("w", 4)
            .output("y")
            .node("If", List.of("c"), List.of("y"), OnnxBytes.body("then_branch", body))
            .read();

    Node node = graph.nodes().get(0);
    List<String> inputs = new ArrayList<>();
    node.inputs().forEach(input -> inputs.add(input.orElseThrow().name()));
    assertThat(inputs).containsExactly("c", "x", "w");
    assertThat(node.attributes().hasSubgraph()).isTrue();
    assertThat(node.attributes()).isNotSameAs(Attributes.NONE);
  }

  @Test
  void aWeightThatIsComputedFromItsSizesIsAParameter() {
    ModelGraph graph =
        OnnxBytes.model()
            .input("x", 1, 3, 8, 8)
            .integers("w__SHAPE", 4, 3, 3, 3)
            .output("y")
            .node("ConstantOfShape", List.of("w__SHAPE"), List.of("w"))
            .node("Conv", List.of("x", "w"), List.of("y"))
            .read();

    assertThat(graph.nodes()).hasSize(1);
    assertThat(graph.parameters().get(0).shape()).isEqualTo(Shape.of(4, 3, 3, 3));
  }

  @Test
  void aFunctionOfTheModelStaysOpaque() {
    ModelGraph graph =
        OnnxBytes.model()
            .input("x", 1)
            .output("y")
            .node("Block", List.of("x"), List.of("y"), OnnxBytes.domain("my.functions"))
            .read();

    assertThat(graph.nodes().get(0).domain()).isEqualTo("my.functions");
  }

  @Test
  void elementsInAnAbsentFileAreOnlyMissedWhenAskedFor() {
    ModelGraph graph =
        OnnxBytes.model()
            .input("x", 1)
            .weight("min", 1)
            .output("y")
            .node("Clip", List.of("x", "min"), List.of("y"))
            .read();

    Value min = graph.nodes().get(0).input(1).orElseThrow();
    assertThat(min.kind()).isEqualTo(Value.Kind.CONSTANT);
    assertThat(Refusals.of(() -> min.data().orElseThrow().doubles()))
        .startsWith("model.onnx cannot be used: the elements of min are in ")
        .endsWith("absent.weights, which is not there");
  }
}
