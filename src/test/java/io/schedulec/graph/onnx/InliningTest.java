package io.schedulec.graph.onnx;

import static io.schedulec.graph.onnx.OnnxBytes.domain;
import static io.schedulec.graph.onnx.OnnxBytes.graph;
import static io.schedulec.graph.onnx.OnnxBytes.integer;
import static io.schedulec.graph.onnx.OnnxBytes.model;
import static io.schedulec.graph.onnx.OnnxBytes.realTensor;
import static io.schedulec.graph.onnx.OnnxBytes.reference;
import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Node;
import io.schedulec.graph.Parameter;
import io.schedulec.graph.Structure;
import io.schedulec.graph.Value;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What calls of functions and known conditions are read as. */
final class InliningTest {
  private static final String OWN = "my.functions";
  private static final int WHOLE = 2;
  private static final int TENSOR = 4;
  private static final int GRAPH = 5;

  private static OnnxBytes block() {
    return graph("block")
        .input("a")
        .input("w")
        .output("c")
        .node("conv", "Conv", List.of("a", "w"), List.of("b"), reference("group", "groups", WHOLE))
        .node("Relu", List.of("b"), List.of("c"));
  }

  private static OnnxBytes twoCalls() {
    return model()
        .input("x", 1, 4, 8, 8)
        .weight("one.weight", 4, 2, 3, 3)
        .weight("two.weight", 4, 1, 3, 3)
        .output("y")
        .node(
            "one",
            "Block",
            List.of("x", "one.weight"),
            List.of("h"),
            domain(OWN),
            integer("groups", 2))
        .node("two", "Block", List.of("h", "two.weight"), List.of("y"), domain(OWN))
        .function(OWN, "Block", 17, block(), OnnxBytes.otherwise(integer("groups", 4)));
  }

  private static List<String> shown(ModelGraph graph) {
    List<String> lines = new ArrayList<>();
    for (Node node : graph.nodes()) {
      List<String> inputs = new ArrayList<>();
      node.inputs().forEach(input -> inputs.add(input.map(Value::name).orElse("")));
      List<String> outputs = new ArrayList<>();
      node.outputs().forEach(output -> outputs.add(output.map(Value::name).orElse("")));
      lines.add(node + " " + inputs + " -> " + outputs);
    }
    return lines;
  }

  @Test
  void aCallIsWhatItsFunctionConsistsOf() {
    ModelGraph graph = twoCalls().read();

    assertThat(shown(graph))
        .containsExactly(
            "Conv one/conv [x, one.weight] -> [one/b]",
            "Relu one/Relu_1 [one/b] -> [h]",
            "Conv two/conv [h, two.weight] -> [two/b]",
            "Relu two/Relu_1 [two/b] -> [y]");
    assertThat(graph.nodes()).allMatch(node -> node.enclosure().get().equals("function Block"));
    assertThat(graph.parameters())
        .extracting(Parameter::name)
        .containsExactly("one.weight", "two.weight");
  }

  @Test
  void attributesAreThoseOfTheCallOrTheFunctionsOwn() {
    List<Node> nodes = twoCalls().read().nodes();

    assertThat(nodes.get(0).attributes().integer("group")).hasValue(2);
    assertThat(nodes.get(2).attributes().integer("group")).hasValue(4);
  }

  @Test
  void anAttributeThatNobodyGivesIsLeftOut() {
    ModelGraph graph =
        model()
            .input("x", 1, 4, 8, 8)
            .weight("w", 4, 4, 3, 3)
            .output("y")
            .node("Block", List.of("x", "w"), List.of("y"), domain(OWN))
            .function(OWN, "Block", 17, block())
            .read();

    assertThat(graph.nodes().get(0).attributes().names()).isEmpty();
    assertThat(shown(graph).get(0)).startsWith("Conv Block_0/conv [x, w]");
  }

  @Test
  void functionsMayCallFunctions() {
    OnnxBytes outer =
        graph("outer")
            .input("p")
            .input("v")
            .output("r")
            .node("first", "Block", List.of("p", "v"), List.of("q"), domain(OWN))
            .node("second", "Block", List.of("q", "v"), List.of("r"), domain(OWN));
    ModelGraph graph =
        model()
            .input("x", 1, 4, 8, 8)
            .weight("w", 4, 4, 3, 3)
            .output("y")
            .node("net", "Outer", List.of("x", "w"), List.of("y"), domain(OWN))
            .function(OWN, "Outer", 17, outer)
            .function(OWN, "Block", 17, block())
            .read();

    assertThat(shown(graph))
        .containsExactly(
            "Conv net/first/conv [x, w] -> [net/first/b]",
            "Relu net/first/Relu_1 [net/first/b] -> [net/q]",
            "Conv net/second/conv [net/q, w] -> [net/second/b]",
            "Relu net/second/Relu_1 [net/second/b] -> [y]");
  }

  @Test
  void weightsThatAFunctionHoldsAreParametersOfEveryCall() {
    OnnxBytes scaled =
        graph("scaled")
            .input("a")
            .output("b")
            .node("Constant", List.of(), List.of("weight"), realTensor("value", 4, 4, 1, 1))
            .node("Conv", List.of("a", "weight"), List.of("b"));
    ModelGraph graph =
        model()
            .input("x", 1, 4, 8, 8)
            .output("y")
            .node("first", "Scaled", List.of("x"), List.of("h"), domain(OWN))
            .node("second", "Scaled", List.of("h"), List.of("y"), domain(OWN))
            .function(OWN, "Scaled", 17, scaled)
            .read();

    assertThat(graph.parameters())
        .extracting(Parameter::name)
        .containsExactly("first/weight", "second/weight");
    assertThat(graph.values())
        .filteredOn(value -> value.kind() == Value.Kind.PARAMETER)
        .allMatch(value -> value.enclosure().get().equals("function Scaled"));
  }

  @Test
  void aTensorMayBeAnAttributeOfTheCall() {
    OnnxBytes scaled =
        graph("scaled")
            .input("a")
            .output("b")
            .node("Constant", List.of(), List.of("k"), reference("value", "kernel", TENSOR))
            .node("Conv", List.of("a", "k"), List.of("b"));
    ModelGraph graph =
        model()
            .input("x", 1, 4, 8, 8)
            .output("y")
            .node(
                "f", "F", List.of("x"), List.of("y"), domain(OWN), realTensor("kernel", 6, 4, 1, 1))
            .function(OWN, "F", 17, scaled)
            .read();

    assertThat(graph.parameters())
        .hasToString(
            "[Parameter[name=f/k, onnxName=f/k, shape=6x4x1x1, type=FLOAT32, stored=SAME,"
                + " recovered=true]]");
  }

  @Test
  void whatIsLeftOutAtTheCallIsLeftOutWithin() {
    OnnxBytes clip =
        graph("clip")
            .input("a")
            .input("low")
            .input("high")
            .output("b")
            .output("unused")
            .node("clip", "Clip", List.of("a", "low", "high"), List.of("b"))
            .node("other", "Relu", List.of("b"), List.of("unused"));
    ModelGraph graph =
        model()
            .input("x", 4)
            .input("h", 1)
            .output("y")
            .node("f", "F", List.of("x", "", "h"), List.of("y"), domain(OWN))
            .node("g", "F", List.of("y"), List.of("", "z"), domain(OWN))
            .function(OWN, "F", 17, clip)
            .read();

    assertThat(shown(graph))
        .containsExactly(
            "Clip f/clip [x, , h] -> [y]",
            "Relu f/other [y] -> [f/unused]",
            "Clip g/clip [y, , ] -> [g/b]",
            "Relu g/other [g/b] -> [z]");
  }

  @Test
  void whatAFunctionOnlyPassesOnIsAnIdentity() {
    OnnxBytes same = graph("same").input("a").output("a").output("b").output("b");
    same.node("Relu", List.of("a"), List.of("b"));
    ModelGraph graph =
        model()
            .input("x", 4)
            .output("u")
            .output("v")
            .output("w")
            .node("f", "F", List.of("x"), List.of("u", "v", "w"), domain(OWN))
            .function(OWN, "F", 17, same)
            .read();

    assertThat(shown(graph))
        .containsExactly(
            "Relu f/Relu_0 [x] -> [v]",
            "Identity f/Identity [x] -> [u]",
            "Identity f/Identity [v] -> [w]");
  }

  @Test
  void namesThatAreTakenAreNotGivenAgain() {
    ModelGraph graph =
        model()
            .input("x", 1, 4, 8, 8)
            .weight("w", 4, 4, 3, 3)
            .output("y")
            .node("Relu", List.of("x"), List.of("f/b"))
            .node("f", "Block", List.of("f/b", "w"), List.of("h"), domain(OWN))
            .node("f", "Block", List.of("h", "w"), List.of("y"), domain(OWN))
            .function(OWN, "Block", 17, block())
            .read();

    assertThat(shown(graph))
        .contains(
            "Conv f/conv [f/b, w] -> [f/b_1]",
            "Relu f/Relu_1 [f/b_1] -> [h]",
            "Conv f/conv [h, w] -> [f/b_2]");
  }

  @Test
  void theLastThingAFunctionDoesIsInTheModuleOfItsCall() {
    ModelGraph graph =
        model()
            .input("x", 1, 4, 8, 8)
            .weight("onnx::Conv_9", 4, 4, 3, 3)
            .output("y")
            .node(
                "/body/conv/Block",
                "Block",
                List.of("x", "onnx::Conv_9"),
                List.of("y"),
                domain(OWN))
            .function(OWN, "Block", 17, block())
            .read();

    assertThat(graph.nodes()).extracting(Node::scope).containsExactly("", "body.conv");
    assertThat(graph.parameters()).extracting(Parameter::name).containsExactly("onnx::Conv_9");
  }

  @Test
  void aFunctionForOtherOperatorsIsNotLookedInto() {
    ModelGraph graph =
        model()
            .input("x", 1, 4, 8, 8)
            .weight("w", 4, 4, 3, 3)
            .output("y")
            .node("f", "Block", List.of("x", "w"), List.of("y"), domain(OWN))
            .function(OWN, "Block", 11, block())
            .read();

    assertThat(shown(graph)).containsExactly("Block f [x, w] -> [y]");
    assertThat(graph.nodes().get(0).domain()).isEqualTo(OWN);
    assertThat(graph.notes())
        .contains(
            "function Block is not looked into, because it is written for another version of the"
                + " standard operators than the model");
  }

  @Test
  void whatIsNotLookedIntoIsPartOfTheStructureAllTheSame() {
    String structure = Structure.digest(opaque(block()));
    assertThat(Structure.digest(opaque(block()))).isEqualTo(structure);
    OnnxBytes other = block().node("Relu", List.of("b"), List.of("unused"));
    assertThat(Structure.digest(opaque(other))).isNotEqualTo(structure);
  }

  private static ModelGraph opaque(OnnxBytes body) {
    return model()
        .input("x", 1, 4, 8, 8)
        .weight("w", 4, 4, 3, 3)
        .output("y")
        .node("f", "Block", List.of("x", "w"), List.of("y"), domain(OWN))
        .function(OWN, "Block", 11, body)
        .read();
  }

  @Test
  void aFunctionThatCallsItselfIsRefused() {
    OnnxBytes loop =
        graph("loop").input("a").output("b").node("Loop1", List.of("a"), List.of("b"), domain(OWN));
    OnnxBytes other =
        graph("other")
            .input("a")
            .output("b")
            .node("Loop2", List.of("a"), List.of("b"), domain(OWN));
    OnnxBytes model =
        model()
            .input("x", 4)
            .output("y")
            .node("f", "Loop1", List.of("x"), List.of("y"), domain(OWN))
            .function(OWN, "Loop1", 17, other)
            .function(OWN, "Loop2", 17, loop);

    assertThat(Refusals.of(model::read))
        .isEqualTo("model.onnx cannot be used: function Loop1 calls itself");
  }

  @Test
  void functionsThatStandForTooMuchAreRefused() {
    OnnxBytes model =
        model().input("x", 4).output("y").node("f", "F0", List.of("x"), List.of("y"), domain(OWN));
    for (int i = 0; i < 60; i++) {
      String next = "F" + (i + 1);
      OnnxBytes twice =
          graph("twice")
              .input("a")
              .output("c")
              .node("l", next, List.of("a"), List.of("b"), domain(OWN))
              .node("r", next, List.of("b"), List.of("c"), domain(OWN));
      model.function(OWN, "F" + i, 17, twice);
    }
    model.function(
        OWN,
        "F60",
        17,
        graph("last").input("a").output("b").node("Relu", List.of("a"), List.of("b")));

    assertThat(Refusals.of(model::read))
        .isEqualTo(
            "model.onnx cannot be used: its functions call each other so often that they stand for"
                + " more nodes than any network has");
  }

  @Test
  void functionsThatAreNestedTooDeepAreRefused() {
    OnnxBytes model =
        model().input("x", 4).output("y").node("f", "F0", List.of("x"), List.of("y"), domain(OWN));
    for (int i = 0; i < 101; i++) {
      OnnxBytes once =
          graph("once")
              .input("a")
              .output("b")
              .node("n", "F" + (i + 1), List.of("a"), List.of("b"), domain(OWN));
      model.function(OWN, "F" + i, 17, once);
    }

    assertThat(Refusals.of(model::read))
        .startsWith(
            "model.onnx cannot be used: functions and branches are nested more than 100 deep at f/n/n");
  }

  @Test
  void aCallWithMoreThanItsFunctionTakesIsRefused() {
    OnnxBytes model =
        model()
            .input("x", 4)
            .output("y")
            .node("f", "Block", List.of("x", "x", "x"), List.of("y"), domain(OWN))
            .function(OWN, "Block", 17, block());

    assertThat(Refusals.of(model::read))
        .isEqualTo("model.onnx cannot be used: f has more inputs or outputs than function Block");
  }

  @Test
  void aFunctionThatMayBeAStandardOperatorIsRefusedWhereItIsCalled() {
    OnnxBytes model =
        model()
            .input("x", 4)
            .output("y")
            .node("f", "Relu", List.of("x"), List.of("y"))
            .function("ai.onnx", "Relu", 17, graph("r").input("a").output("b"));

    assertThat(Refusals.of(model::read))
        .isEqualTo(
            "model.onnx cannot be used: f may be the standard operator Relu or the function that the"
                + " file calls so, too");
  }

  @Test
  void twoFunctionsOfOneNameAreRefused() {
    OnnxBytes model =
        model()
            .input("x", 4)
            .output("y")
            .node("Relu", List.of("x"), List.of("y"))
            .function(OWN, "Block", 17, block())
            .function(OWN, "Block", 17, block());

    assertThat(Refusals.of(model::read))
        .isEqualTo("model.onnx cannot be used: function Block is defined twice");
  }

  @Test
  void aBodyWithinAFunctionUsesWhatTheFunctionIsGiven() {
    OnnxBytes then =
        graph("then")
            .output("t")
            .node("Add", List.of("a", "x"), List.of("s"))
            .node("Mul", List.of("s", "s"), List.of("t"));
    OnnxBytes choice =
        graph("choice")
            .input("c")
            .input("x")
            .output("b")
            .node("Relu", List.of("x"), List.of("a"))
            .node(
                "if",
                "If",
                List.of("c"),
                List.of("b"),
                OnnxBytes.body("then_branch", then),
                reference("else_branch", "otherwise", GRAPH));
    OnnxBytes given = graph("given").output("z").node("Neg", List.of("outside"), List.of("z"));
    ModelGraph graph =
        model()
            .input("cond", 1)
            .input("outside", 4)
            .input("s", 4)
            .output("y")
            .node(
                "f",
                "F",
                List.of("cond", "s"),
                List.of("y"),
                domain(OWN),
                OnnxBytes.body("otherwise", given))
            .function(OWN, "F", 17, choice)
            .read();

    assertThat(shown(graph))
        .containsExactly("Relu f/Relu_0 [s] -> [f/a]", "If f/if [cond, f/a, s, outside] -> [y]");
  }

  @Test
  void whatAFunctionConsistsOfIsPartOfTheStructure() {
    String structure = Structure.digest(twoCalls().read());

    assertThat(Structure.digest(twoCalls().read())).isEqualTo(structure);
    OnnxBytes other = block().node("Relu", List.of("b"), List.of("unused"));
    String changed =
        Structure.digest(
            model()
                .input("x", 1, 4, 8, 8)
                .weight("one.weight", 4, 2, 3, 3)
                .weight("two.weight", 4, 1, 3, 3)
                .output("y")
                .node(
                    "one",
                    "Block",
                    List.of("x", "one.weight"),
                    List.of("h"),
                    domain(OWN),
                    integer("groups", 2))
                .node("two", "Block", List.of("h", "two.weight"), List.of("y"), domain(OWN))
                .function(OWN, "Block", 17, other, OnnxBytes.otherwise(integer("groups", 4)))
                .read());
    assertThat(changed).isNotEqualTo(structure);
  }
}
