package io.schedulec.diagnostic.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Figure;
import io.schedulec.diagnostic.Figure.Chains;
import io.schedulec.diagnostic.Figure.Joins;
import io.schedulec.diagnostic.Figure.Sources;
import io.schedulec.diagnostic.Figure.Timeline;
import io.schedulec.source.SourceFile;
import io.schedulec.source.Span;
import io.schedulec.testing.Golden;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures that are larger or smaller than those of the mockups, at three widths. */
final class FigureTest {
  private static final Path GOLDENS = Path.of("src/test/resources/figures");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "joins-many",
        "joins-without-operator",
        "joins-alone",
        "chains-many",
        "sources-many",
        "sources-none",
        "timeline-long",
        "timeline-late",
        "lines-untitled"
      })
  void looksLikeItsGolden(String name) {
    StringBuilder out = new StringBuilder();
    out.append(text(figure(name), new RenderOptions(100, false, false))).append("\n");
    out.append(text(figure(name), new RenderOptions(80, true, false))).append("\n");
    out.append(text(figure(name), new RenderOptions(48, false, false)));

    Golden.check(GOLDENS.resolve(name + ".txt"), out.toString());
  }

  @Test
  void everyKindOfFigureIsDrawnAndWritten() {
    List<Class<?>> drawn = new ArrayList<>();
    for (String name : List.of("joins-many", "chains-many", "sources-many", "timeline-late")) {
      drawn.add(figure(name).getClass());
    }
    drawn.add(figure("lines-untitled").getClass());

    assertThat(drawn).containsExactlyInAnyOrder(Figure.class.getPermittedSubclasses());
  }

  private static String text(Figure figure, RenderOptions options) {
    SourceFile file = SourceFile.of("a.yaml", "key: value\n");
    Diagnostic diagnostic =
        Diagnostic.at(DiagnosticKind.CHAIN_INCOMPLETE, new Span(0, 3), "message")
            .figure(figure)
            .cause("cause")
            .build();
    return new TextRenderer(options).render(file, diagnostic);
  }

  private static Figure figure(String name) {
    return switch (name) {
      case "joins-many" -> new Joins("resnet.onnx, tied by 19 adds", joined(20), "fc");
      case "joins-without-operator" -> new Joins("twins.onnx", twins(), "3 readers");
      case "joins-alone" -> new Joins("", joined(1), "");
      case "chains-many" ->
          new Chains("mixed.onnx", List.of(chain("A", 12), chain("B", 2)), List.of(""));
      case "sources-many" ->
          new Sources("dense.onnx", "dense.12.conv1", 512, "Concat 12", sources());
      case "sources-none" -> new Sources("net.onnx", "conv1", 3, "graph input `input`", List.of());
      case "timeline-long" -> new Timeline(List.of(firings(0, 200), firings(150, 300)), clashes());
      case "timeline-late" -> new Timeline(List.of(firings(180, 190)), List.of());
      case "lines-untitled" -> new Figure.Lines("", List.of("one = two", "  three"));
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static List<Joins.Joined> joined(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                new Joins.Joined(
                    "layer3." + i + ".conv2", 256, i != 11 && i != 15, i == 0 ? "" : "Add " + i))
        .toList();
  }

  private static List<Joins.Joined> twins() {
    return List.of(
        new Joins.Joined("left", 16, true, ""),
        new Joins.Joined("right", 16, false, ""),
        new Joins.Joined("main", 16, true, "Add 1"),
        new Joins.Joined("last", 16, true, ""));
  }

  private static Chains.Chain chain(String name, int layers) {
    List<Chains.Layer> list =
        IntStream.range(0, layers)
            .mapToObj(i -> new Chains.Layer("layer" + name + "." + i + ".conv", i % 5 == 4))
            .toList();
    return new Chains.Chain("chain " + name, 64, "filters", list, layers > 2 ? "11 adds" : "");
  }

  private static List<Sources.Source> sources() {
    return IntStream.range(0, 16)
        .mapToObj(i -> new Sources.Source(i * 32, i * 32 + 31, "dense." + i + ".conv2", 32))
        .toList();
  }

  private static Timeline.Firings firings(int from, int to) {
    List<Integer> epochs = IntStream.range(from, to).filter(i -> i % 3 == 0).boxed().toList();
    return new Timeline.Firings("pruner_with_a_long_name_" + from, epochs, to);
  }

  private static List<Integer> clashes() {
    return IntStream.range(150, 200).filter(i -> i % 3 == 0).boxed().toList();
  }
}
