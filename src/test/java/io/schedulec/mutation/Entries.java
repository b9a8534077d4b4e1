package io.schedulec.mutation;

import io.schedulec.analysis.Analysis;
import io.schedulec.source.Span;
import io.schedulec.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The entries of a schedule's sections as they are written, and how a hand changes them. */
final class Entries {
  private final String text;
  private final YamlValue.Mapping root;

  Entries(Analysis analysis) {
    this.text = analysis.source().text();
    this.root = analysis.schedule().orElseThrow().root();
  }

  /** An instance: its section, its name, its keys. */
  record Instance(String section, YamlValue.Entry entry, YamlValue.Mapping keys) {
    Optional<YamlValue.Entry> key(String name) {
      return keys.entry(name).filter(e -> !e.merged());
    }

    String kind() {
      return keys.entry("class").map(e -> Entries.word(e.value())).orElse("");
    }

    String name() {
      return entry.key().text();
    }
  }

  String text() {
    return text;
  }

  YamlValue.Mapping root() {
    return root;
  }

  List<Instance> instances() {
    List<Instance> instances = new ArrayList<>();
    for (YamlValue.Entry section : root.entries()) {
      if (section.value() instanceof YamlValue.Mapping map
          && !section.key().text().equals("policies")) {
        for (YamlValue.Entry entry : map.entries()) {
          if (entry.value() instanceof YamlValue.Mapping keys) {
            instances.add(new Instance(section.key().text(), entry, keys));
          }
        }
      }
    }
    return instances;
  }

  List<YamlValue.Mapping> policies() {
    List<YamlValue.Mapping> policies = new ArrayList<>();
    Optional<YamlValue.Entry> list = root.entry("policies");
    if (list.isPresent() && list.get().value() instanceof YamlValue.Sequence items) {
      for (YamlValue item : items.items()) {
        if (item instanceof YamlValue.Mapping map) {
          policies.add(map);
        }
      }
    }
    return policies;
  }

  /** The policies of an instance. */
  List<YamlValue.Mapping> policiesOf(Instance instance) {
    return policies().stream().filter(p -> reference(p).equals(instance.name())).toList();
  }

  /** The name that a policy refers to. */
  static String reference(YamlValue.Mapping policy) {
    for (YamlValue.Entry entry : policy.entries()) {
      if (entry.value() instanceof YamlValue.Mapping map
          && map.entry("instance_name").isPresent()) {
        return word(map.entry("instance_name").get().value());
      }
    }
    return "";
  }

  static String word(YamlValue value) {
    return value.resolved() instanceof YamlValue.Scalar scalar ? scalar.text() : "";
  }

  String replaced(Span span, String by) {
    return text.substring(0, span.start()) + by + text.substring(span.end());
  }

  String written(Span span) {
    return text.substring(span.start(), span.end());
  }

  /** Without an entry; nothing where it cannot be taken out by itself. */
  Optional<String> without(YamlValue.Mapping map, YamlValue.Entry entry) {
    if (map.flow()) {
      return item(entry.span());
    }
    int start = lineStart(entry.span().start());
    boolean alone = written(new Span(start, entry.span().start())).isBlank();
    return alone && map.entries().size() > 1
        ? Optional.of(replaced(new Span(start, lineEnd(entry.span().end())), ""))
        : Optional.empty();
  }

  /** An entry twice. */
  Optional<String> twice(YamlValue.Mapping map, YamlValue.Entry entry) {
    int start = lineStart(entry.span().start());
    if (map.flow() || !written(new Span(start, entry.span().start())).isBlank()) {
      return Optional.empty();
    }
    Span lines = new Span(start, lineEnd(entry.span().end()));
    String written = written(lines);
    return written.endsWith("\n") && !written.contains("&")
        ? Optional.of(replaced(lines, written + written))
        : Optional.empty();
  }

  /** Without an item of a list. */
  Optional<String> without(YamlValue.Sequence list, YamlValue item) {
    if (list.flow()) {
      return item(item.span());
    }
    int start = lineStart(item.span().start());
    return Optional.of(replaced(new Span(start, lineEnd(item.span().end())), ""));
  }

  /** Without a part of brackets or braces, and the comma behind it or before it. */
  private Optional<String> item(Span span) {
    int end = span.end();
    while (end < text.length() && " \t\r\n".indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    if (end < text.length() && text.charAt(end) == ',') {
      return Optional.of(replaced(new Span(span.start(), end + 1), ""));
    }
    int comma = text.lastIndexOf(',', span.start());
    boolean near = comma >= 0 && text.substring(comma + 1, span.start()).isBlank();
    return near ? Optional.of(replaced(new Span(comma, span.end()), "")) : Optional.empty();
  }

  int lineStart(int offset) {
    return text.lastIndexOf('\n', offset - 1) + 1;
  }

  /** Behind the line break. */
  int lineEnd(int offset) {
    int end = text.indexOf('\n', offset);
    return end < 0 ? text.length() : end + 1;
  }
}
