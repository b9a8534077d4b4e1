package io.schedulec.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads YAML in tests. */
final class Yaml {
  private Yaml() {}

  static YamlDocument valid(String text) {
    List<Diagnostic> findings = new ArrayList<>();
    Optional<YamlDocument> document = YamlReader.read(SourceFile.of("a.yaml", text), findings::add);
    assertThat(findings).as(text).isEmpty();
    return document.orElseThrow();
  }

  static YamlValue value(String text, String key) {
    return valid(text).root().entry(key).orElseThrow().value();
  }

  static YamlValue.Scalar scalar(String text, String key) {
    return (YamlValue.Scalar) value(text, key).resolved();
  }

  static List<Diagnostic> findings(String text) {
    List<Diagnostic> findings = new ArrayList<>();
    YamlReader.read(SourceFile.of("a.yaml", text), findings::add);
    return findings;
  }

  /** The only finding of a text, as {@code SCxxx line:column}. */
  static String place(String text) {
    List<Diagnostic> findings = findings(text);
    assertThat(findings).as(text).hasSize(1);
    Diagnostic finding = findings.get(0);
    var position = SourceFile.of("a.yaml", text).position(finding.primary().span().start());
    return finding.kind().code() + " " + position.line() + ":" + position.column();
  }
}
