package io.schedulec.inspect.draw;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.bind.ModelFacts;
import io.schedulec.graph.Value;
import io.schedulec.testing.Golden;
import io.schedulec.testing.Graphs;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Pictures as texts. */
final class PicturesTest {
  private static final Path GOLDENS = Path.of("src/test/resources/pictures");
  private static final String HOSTILE = "a\"b\\N{x|y}<script>&amp;\u0007\n]]>é\ud83d\ude00\ud800%";

  @ParameterizedTest
  @ValueSource(strings = {"resnet20_cifar", "tiny_inception"})
  void ofBundledModels(String name) {
    ModelFacts facts = Networks.bundled(name + ".onnx");
    Golden.check(GOLDENS.resolve(name + ".dot"), DotDrawing.of(facts, false));
    Golden.check(GOLDENS.resolve(name + ".svg"), SvgDrawing.of(facts, false));
    Golden.check(GOLDENS.resolve(name + ".expanded.dot"), DotDrawing.of(facts, true));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void areTheSameEveryTime(boolean expand) {
    for (String name : List.of("resnet20_cifar.onnx", "gated.onnx")) {
      assertThat(SvgDrawing.of(Networks.bundled(name), expand))
          .isEqualTo(SvgDrawing.of(Networks.bundled(name), expand));
      assertThat(DotDrawing.of(Networks.bundled(name), expand))
          .isEqualTo(DotDrawing.of(Networks.bundled(name), expand));
    }
  }

  @Test
  void areXmlWithATitleAndTextsThatCanBeSelected() throws Exception {
    Document document = parsed(SvgDrawing.of(Networks.bundled("resnet20_cifar.onnx"), false));
    assertThat(document.getDocumentElement().getAttribute("role")).isEqualTo("img");
    assertThat(texts(document, "desc"))
        .containsExactly("22 layers, 14 groups of channels, 12 of them prunable");
    assertThat(texts(document, "text"))
        .contains(
            "resnet20_cifar.onnx",
            "layer2.0.downsample.0",
            "32 × 16 × 1×1",
            "3 × layer1.0 … 2",
            "group 10: 64 channels, 4 writers, 3 readers")
        .doesNotContain("layer1.1.conv1");
    assertThat(texts(document, "title"))
        .contains("resnet20_cifar.onnx", "3 × layer1.0 … layer1.2")
        .anyMatch(title -> title.contains("\nlayer3.0.downsample.0.weight axis 0 filters\n"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void namesAreNoMarkup(boolean expand) throws Exception {
    Graphs graph = new Graphs();
    Value at = graph.input(HOSTILE, 1, 3, 4, 4);
    for (int i = 0; i < 4; i++) {
      Value to = graph.conv(at, i + HOSTILE + ".weight", 3, 3, 1);
      at = i == 0 ? to : graph.node("Add", graph.conv(to, HOSTILE + i, 3, 3, 1), at);
    }
    ModelFacts facts = Networks.facts(graph.build(at));

    Document document = parsed(SvgDrawing.of(facts, expand));
    assertThat(document.getElementsByTagName("script").getLength()).isZero();
    assertThat(texts(document, "text")).anyMatch(text -> text.contains("<script>&amp;"));

    String dot = DotDrawing.of(facts, expand);
    assertThat(dot).contains("a\\\"b\\\\N{x|y}<script>&amp; ").doesNotContain("\u0007");
    for (String line : dot.lines().toList()) {
      assertThat(quotes(line) % 2).as(line).isZero();
    }
  }

  /** Quotes that are not escaped. */
  private static int quotes(String line) {
    int quotes = 0;
    for (int i = 0; i < line.length(); i++) {
      if (line.charAt(i) == '\\') {
        i++;
      } else if (line.charAt(i) == '"') {
        quotes++;
      }
    }
    return quotes;
  }

  @Test
  void ofModelsWithoutLayersAreEmptyAndNotBroken() throws Exception {
    Graphs graph = new Graphs();
    ModelFacts facts = Networks.facts(graph.build(graph.node("Relu", graph.input("x", 1, 2))));
    assertThat(texts(parsed(SvgDrawing.of(facts, false)), "text")).contains("x", "Relu_0");
    ModelFacts nothing = Networks.facts(new Graphs().build());
    assertThat(texts(parsed(SvgDrawing.of(nothing, false)), "desc"))
        .containsExactly("0 layers, 0 groups of channels, 0 of them prunable");
    assertThat(DotDrawing.of(nothing, false)).startsWith("digraph ").endsWith("}\n");
  }

  private static Document parsed(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }

  private static List<String> texts(Document document, String tag) {
    NodeList nodes = document.getElementsByTagName(tag);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      texts.add(nodes.item(i).getTextContent());
    }
    return texts;
  }
}
