package io.schedulec.inspect.draw;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.analysis.Models;
import io.schedulec.bind.ModelFacts;
import io.schedulec.graph.Value;
import io.schedulec.testing.Graphs;
import io.schedulec.testing.Shared;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Blocks that are alike are drawn once. */
final class OutliningTest {
  private static List<String> titles(ModelFacts facts) {
    return Outlining.of(facts, false).blocks().stream().map(Block::title).toList();
  }

  @Test
  void blocksThatAreAlikeAreOne() {
    Outline outline = Outlining.of(Networks.residual(5), false);
    assertThat(outline.blocks()).containsExactly(new Block(5, -1, "b0", "b4"));
    assertThat(lines(outline))
        .containsExactly(
            "input -> stem 3",
            "stem -> b0.one 4",
            "b0.one -> b0.two 8",
            "b0.two -> Add 4",
            "stem -> Add 4",
            "Add -> head 4",
            "head -> output 2");
  }

  private static List<String> lines(Outline outline) {
    List<String> lines = new ArrayList<>();
    for (Wire wire : outline.wires()) {
      lines.add(
          name(outline, wire.from()) + " -> " + name(outline, wire.to()) + " " + wire.label());
    }
    return lines;
  }

  private static String name(Outline outline, int number) {
    Item item = outline.sketch().items().get(number);
    return switch (item.kind()) {
      case INPUT -> "input";
      case OUTPUT -> "output";
      case LAYER, JOIN -> item.name();
    };
  }

  @Test
  void oneBlockIsNoRun() {
    assertThat(titles(Networks.residual(1))).isEmpty();
    assertThat(Outlining.of(Networks.residual(5), true).blocks()).isEmpty();
  }

  @Test
  void anotherShapeIsAnotherBlock() {
    Graphs graph = new Graphs();
    Value at = graph.conv(graph.input("x", 1, 3, 8, 8), "stem.weight", 4, 3, 3);
    for (int i = 0; i < 6; i++) {
      int inner = i == 3 ? 16 : 8;
      Value mid = graph.conv(at, "b" + i + ".one.weight", inner, 4, 3);
      at = graph.node("Add", graph.conv(mid, "b" + i + ".two.weight", 4, inner, 3), at);
    }
    assertThat(titles(Networks.facts(graph.build(at))))
        .containsExactly("3 × b0 … b2", "2 × b4 … b5");
  }

  @Test
  void anotherOrderOfOperandsInTheFileIsTheSameBlock() {
    Graphs graph = new Graphs();
    Value at = graph.conv(graph.input("x", 1, 3, 8, 8), "stem.weight", 4, 3, 3);
    for (int i = 0; i < 4; i++) {
      Value[] branches = new Value[2];
      for (int k = 0; k < 2; k++) {
        int branch = i % 2 == 0 ? k : 1 - k;
        int kernel = 1 + 2 * branch;
        branches[branch] = graph.conv(at, "b" + i + "." + branch + ".weight", 4, 4, kernel);
      }
      at = graph.node("Add", branches[0], branches[1]);
    }
    at = graph.conv(at, "head.weight", 2, 4, 1);
    assertThat(titles(Networks.facts(graph.build(at)))).containsExactly("4 × b0 … b3");
  }

  @Test
  void blocksThatReadMoreAndMoreAreOneAsWell() {
    Graphs graph = new Graphs();
    List<Value> all = new ArrayList<>();
    all.add(graph.conv(graph.input("x", 1, 3, 8, 8), "stem.weight", 8, 3, 3));
    Value at = all.get(0);
    for (int i = 0; i < 5; i++) {
      Value inner = graph.conv(at, "d" + i + ".one.weight", 16, 8 + 4 * i, 1);
      all.add(graph.conv(inner, "d" + i + ".two.weight", 4, 16, 3));
      at = graph.node("Concat", Map.of("axis", 1L), all.toArray(new Value[0]));
    }
    Outline outline = Outlining.of(Networks.facts(graph.build(at)), false);
    assertThat(outline.blocks()).containsExactly(new Block(5, -1, "d0", "d4"));
    assertThat(outline.sketch().items().stream().map(Texts::detail)).contains("16 × 8…24 × 1×1");
    assertThat(lines(outline)).contains("stem -> d0.one 8", "Concat -> output 28");
  }

  @Test
  void aBranchToAnotherOutputHidesNoRun() {
    Graphs graph = new Graphs();
    Value stem = graph.conv(graph.input("x", 1, 3, 8, 8), "stem.weight", 4, 3, 3);
    Value at = stem;
    for (int i = 0; i < 4; i++) {
      Value mid = graph.conv(at, "b" + i + ".one.weight", 4, 4, 3);
      at = graph.node("Add", graph.conv(mid, "b" + i + ".two.weight", 4, 4, 3), at);
    }
    Value other = graph.conv(stem, "aux.weight", 2, 4, 1);
    assertThat(titles(Networks.facts(graph.build(at, other)))).containsExactly("3 × b1 … b3");
  }

  @Test
  void whatEveryBlockIsGivenIsNoWayIn() {
    Graphs graph = new Graphs();
    Value mask = graph.input("mask", 1, 1, 8, 8);
    Value at = graph.conv(graph.input("x", 1, 3, 8, 8), "stem.weight", 4, 3, 3);
    for (int i = 0; i < 4; i++) {
      Value mid = graph.node("Mul", graph.conv(at, "b" + i + ".one.weight", 4, 4, 3), mask);
      at = graph.node("Add", graph.conv(mid, "b" + i + ".two.weight", 4, 4, 3), at);
    }
    assertThat(titles(Networks.facts(graph.build(at)))).containsExactly("4 × b0 … b3");
  }

  @Test
  void theBlocksOfResnet152() {
    ModelFacts facts = new Models().load(Shared.file("models/graphs/resnet152.onnx"));
    assertThat(titles(facts))
        .containsExactly(
            "2 × layer1.1 … layer1.2",
            "7 × layer2.1 … layer2.7",
            "35 × layer3.1 … layer3.35",
            "2 × layer4.1 … layer4.2");
  }

  /** Four times the blocks may take ten times as long at most: where it grew faster, sixteen. */
  @Test
  void timeGrowsWithTheModelOnly() {
    ModelFacts small = Networks.residual(500);
    ModelFacts large = Networks.residual(2000);
    drawing(small);
    assertThat(drawing(large)).isLessThan(10 * drawing(small));
    assertThat(titles(large)).containsExactly("2000 × b0 … b1999");
  }

  /** The time that this thread works, whatever else the machine does. */
  private static long drawing(ModelFacts facts) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    assertThat(SvgDrawing.of(facts, true)).contains(">b499.two<");
    assertThat(SvgDrawing.of(facts, false)).doesNotContain(">b1.two<");
    return threads.getCurrentThreadCpuTime() - start;
  }
}
