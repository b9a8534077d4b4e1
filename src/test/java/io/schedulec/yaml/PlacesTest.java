package io.schedulec.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.source.SourceFile;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Every value stands where its span says, inside the span of what holds it. */
final class PlacesTest {

  @Property(tries = 2000)
  void plainTextsAreUnderTheirSpans(@ForAll("documents") String text) {
    SourceFile source = SourceFile.of("a.yaml", text);
    YamlReader.read(source, finding -> {})
        .ifPresent(document -> assertPlaces(source, document.root()));
  }

  private static void assertPlaces(SourceFile source, YamlValue value) {
    if (value instanceof YamlValue.Scalar scalar) {
      String under = source.text(scalar.span());
      if (scalar.style() == YamlValue.Style.PLAIN && under.indexOf('\n') < 0) {
        assertThat(under).as(source.text()).isEqualTo(scalar.text());
      }
    } else if (value instanceof YamlValue.Sequence sequence) {
      for (YamlValue item : sequence.items()) {
        assertInside(source, value, item);
      }
    } else if (value instanceof YamlValue.Mapping mapping) {
      for (YamlValue.Entry entry : mapping.entries()) {
        if (!entry.merged()) {
          assertInside(source, value, entry.key());
          assertInside(source, value, entry.value());
        }
      }
    }
  }

  private static void assertInside(SourceFile source, YamlValue outer, YamlValue inner) {
    assertThat(outer.span().contains(inner.span())).as(source.text()).isTrue();
    if (!(inner instanceof YamlValue.Scalar) || !source.text(inner.span()).startsWith("*")) {
      assertPlaces(source, inner);
    }
  }

  @Provide
  Arbitrary<String> documents() {
    Arbitrary<String> value =
        Arbitraries.of(
            "x",
            "1",
            "'q'",
            "[a, b: c, {d}]",
            "{e: f}",
            "&n z",
            "*n",
            "!!str y",
            "😀",
            "",
            "two words");
    Arbitrary<String> line =
        value
            .map(v -> ": " + v)
            .flatMap(v -> Arbitraries.of("", "  ", "- ", "  - ").map(p -> p + "k" + v));
    Arbitrary<List<String>> lines = line.list().ofMaxSize(8);
    return lines.map(PlacesTest::numbered);
  }

  /** Makes keys differ, so that none is given twice. */
  private static String numbered(List<String> lines) {
    StringBuilder text = new StringBuilder("# 😀\n");
    for (int i = 0; i < lines.size(); i++) {
      text.append(lines.get(i).replace("k:", "k" + i + ":")).append(i % 3 == 0 ? "\n\n" : "\n");
    }
    return text.toString();
  }
}
