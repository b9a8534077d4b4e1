package io.schedulec.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.source.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

final class YamlReaderTest {

  private static String under(String text, YamlValue value) {
    return text.substring(value.span().start(), value.span().end());
  }

  @Test
  void blockCollectionsEndWithTheirLastValue() {
    String text = "a:\n  b: 1\n  c: two\n\n# comment\n\nd:\n- x\n- y\n\n\n";

    assertThat(under(text, Yaml.value(text, "a"))).isEqualTo("b: 1\n  c: two");
    assertThat(under(text, Yaml.value(text, "d"))).isEqualTo("- x\n- y");
    assertThat(Yaml.valid(text).root().span()).isEqualTo(new Span(0, text.length() - 3));
  }

  @Test
  void flowCollectionsAreTheirBrackets() {
    String text = "a: [x, 'y' ,\n    z]  # end\nb: {c: 1}\n";

    assertThat(under(text, Yaml.value(text, "a"))).isEqualTo("[x, 'y' ,\n    z]");
    assertThat(under(text, Yaml.value(text, "b"))).isEqualTo("{c: 1}");
    assertThat(((YamlValue.Sequence) Yaml.value(text, "a")).flow()).isTrue();
  }

  @Test
  void emojiAndByteOrderMarksDoNotShiftPlaces() {
    String text = "\uFEFF# 😀😀\na: 😀b\n";

    assertThat(under(text, Yaml.value(text, "a"))).isEqualTo("😀b");
  }

  @Test
  void everyLineBreakWorks() {
    for (String end : List.of("\n", "\r\n", "\r")) {
      String text = "a:" + end + "  b: 1" + end + "c: 2" + end;
      assertThat(under(text, Yaml.value(text, "c"))).isEqualTo("2");
    }
  }

  @Test
  void anAliasHasItsOwnPlace() {
    String text = "a: &x [1]\nb: *x\n";
    YamlValue value = Yaml.value(text, "b");

    assertThat(under(text, value)).isEqualTo("*x");
    assertThat(under(text, value.resolved())).isEqualTo("[1]");
  }

  @Test
  void anchorsAndTagsAreNotPartOfAValue() {
    String text = "a: &x !!str 12\nb: &y\n  # hm\n  c: d\ne: !!float 1e-4\n";

    assertThat(under(text, Yaml.value(text, "a"))).isEqualTo("12");
    assertThat(Yaml.scalar(text, "a").type()).isEqualTo(ScalarType.STRING);
    assertThat(under(text, Yaml.value(text, "b"))).isEqualTo("c: d");
    assertThat(Yaml.scalar(text, "e").number()).contains(1e-4);
  }

  @Test
  void mergesAreExpanded() {
    String text = "a: &a {x: 1, y: 2}\nb: &b {y: 3, z: 4}\nc: {<<: [*a, *b], x: 9}\nd: {<<: *a}\n";

    assertThat(entries(text, "c")).containsExactlyInAnyOrder("x=9", "y=2", "z=4");
    assertThat(entries(text, "d")).containsExactly("x=1", "y=2");
  }

  private static List<String> entries(String text, String key) {
    return ((YamlValue.Mapping) Yaml.value(text, key))
        .entries().stream()
            .map(e -> e.key().text() + "=" + ((YamlValue.Scalar) e.value()).text())
            .toList();
  }

  @Test
  void nothingIsMissing() {
    assertThat(Yaml.value("a:\nb: 1\n", "a")).isEqualTo(new YamlValue.Missing(new Span(2, 2)));
    assertThat(Yaml.value("a: &x\nb: *x\n", "b").resolved()).isInstanceOf(YamlValue.Missing.class);
  }

  @Test
  void theLastOfTwoKeysWins() {
    String text = "a: 1\nb: 2\na: 3\n";
    var document =
        YamlReader.read(io.schedulec.source.SourceFile.of("a.yaml", text), finding -> {});

    assertThat(Yaml.place(text)).isEqualTo("SC002 3:1");
    assertThat(document.orElseThrow().root().entries()).hasSize(2);
    assertThat(document.get().root().entry("a").orElseThrow().value().span().start()).isEqualTo(13);
    assertThat(Yaml.findings("1: a\n'1': b\n")).isEmpty();
  }

  @Test
  void directivesStandInCommentLines() {
    String text =
        """
        # schedulec: model=../my models/a.onnx\s
        a: |
          # schedulec: model=b.onnx
        b: 1 # schedulec: model=c.onnx
          # schedulec: ignore=SC1 fast
        """;
    List<Directive> directives = Yaml.valid(text).directives();

    assertThat(directives.stream().map(d -> d.key().value() + ":" + d.value().value()))
        .containsExactly("model:../my models/a.onnx", "ignore:SC1", "fast:");
    Span value = directives.get(0).value().span();
    assertThat(text.substring(value.start(), value.end())).isEqualTo("../my models/a.onnx");
  }

  @Test
  void oneFindingSaysWhyThereIsNoDocument() {
    assertThat(Yaml.place("")).isEqualTo("SC004 1:1");
    assertThat(Yaml.place("# only a comment\n")).isEqualTo("SC004 1:1");
    assertThat(Yaml.place("--- ~\n")).startsWith("SC004 1:");
    assertThat(Yaml.place("- a\n- b\n")).isEqualTo("SC004 1:1");
    assertThat(Yaml.place("a: 1\n---\nb: 2\n")).isEqualTo("SC003 2:1");
    assertThat(Yaml.place("a: 1\n---\n]]\n")).isEqualTo("SC003 2:1");
    assertThat(Yaml.findings("---\na: 1\n...\n")).isEmpty();
  }

  @Test
  void aliasesThatCannotBeExpanded() {
    assertThat(Yaml.place("a: &x [*x]\n")).isEqualTo("SC005 1:8");
    assertThat(Yaml.place("a: *x\n")).isEqualTo("SC005 1:4");
    assertThat(Yaml.place("a: &x 1\nb: &x 2\n")).isEqualTo("SC005 2:4");
    assertThat(Yaml.place("a: {<<: 3}\n")).isEqualTo("SC005 1:9");
    assertThat(Yaml.place("a: &x {<<: *x}\n")).isEqualTo("SC005 1:12");
    assertThat(Yaml.place("b: &x 1\na: {<<: [*x]}\n")).isEqualTo("SC005 2:10");
  }

  @Test
  void aBombIsRefused() {
    StringBuilder text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 12; i++) {
      String alias = "*a" + (i - 1);
      text.append("a" + i + ": &a" + i + " [" + (alias + ", ").repeat(8) + alias + "]\n");
    }
    assertThat(Yaml.place(text.toString())).startsWith("SC005 ");
  }

  @Test
  void aChainOfAliasesIsNoDeeperThanATree() {
    StringBuilder text = new StringBuilder("a0: &a0 [x]\n");
    for (int i = 1; i < 5000; i++) {
      text.append("a" + i + ": &a" + i + " [*a" + (i - 1) + "]\n");
    }
    assertThat(Yaml.place(text.toString())).startsWith("SC005 ");
  }

  @Test
  void deepNestingIsRefused() {
    assertThat(Yaml.place("a: " + "[".repeat(100_000))).startsWith("SC001 1:");
    assertThat(Yaml.place("{a: ".repeat(100_000))).startsWith("SC001 1:");
    assertThat(Yaml.place("- ".repeat(5_000) + "x")).startsWith("SC001 1:");
  }

  @Test
  void tagsBeyondPlainValues() {
    assertThat(Yaml.place("a: !!python/name:math.ceil\n")).isEqualTo("SC007 1:4");
    assertThat(Yaml.place("a: &x !mine [1]\n")).isEqualTo("SC007 1:7");
    assertThat(Yaml.place("a: !!int abc\n")).isEqualTo("SC007 1:4");
    assertThat(Yaml.findings("a: !!str 1\nb: !!map {}\nc: !!seq []\nd: !!bool true\n")).isEmpty();
  }

  @Test
  void syntaxErrorsAreWhereTheyStart() {
    assertThat(Yaml.place("a:\n\tb: 1\n")).isEqualTo("SC001 2:1");
    assertThat(Yaml.place("a: [1, 2\nb: 3\n")).isEqualTo("SC001 1:4");
    assertThat(Yaml.place("a: 'x\nb: 3\n")).isEqualTo("SC001 1:4");
    assertThat(Yaml.place("a: @x\n")).isEqualTo("SC001 1:4");
    assertThat(Yaml.place("a: b: c\n")).isEqualTo("SC001 1:5");
    assertThat(Yaml.place("a:\n  b: 1\n c: 2\n")).isEqualTo("SC001 3:2");
    assertThat(Yaml.place("a:\n  b\n  c: 2\n")).isEqualTo("SC001 2:3");
    assertThat(Yaml.place("a: {{ x }}\n")).isEqualTo("SC001 1:5");
    assertThat(Yaml.place("a: *\n")).isEqualTo("SC001 1:4");
    assertThat(Yaml.place("a: x\u0007\n")).isEqualTo("SC001 1:5");
    assertThat(Yaml.place("a: \"\\UFFFFFFFF\"\n")).startsWith("SC001 ");
    assertThat(Yaml.place("%YAML 1.99999999999999\n---\na: 1\n")).startsWith("SC001 ");
  }
}
