package io.schedulec.yaml;

import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.source.SourceFile;
import io.schedulec.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Collects the entries of one mapping: duplicates, merges, keys that are no words. */
final class MappingBuilder {
  private final SourceFile source;
  private final Consumer<Diagnostic> out;
  private final Map<String, YamlValue.Entry> own = new LinkedHashMap<>();
  private final List<YamlValue.Entry> merged = new ArrayList<>();

  MappingBuilder(SourceFile source, Consumer<Diagnostic> out) {
    this.source = source;
    this.out = out;
  }

  /** Adds one entry as it was read. */
  void add(YamlValue key, YamlValue value) {
    YamlValue word = key.resolved();
    if (word instanceof YamlValue.Scalar scalar) {
      if (scalar.type() == ScalarType.MERGE) {
        merge(value);
      } else {
        put(
            new YamlValue.Scalar(
                key.span(), scalar.text(), scalar.style(), scalar.type(), scalar.places()),
            value);
      }
    } else if (!(word instanceof YamlValue.Broken)) {
      throw new Refusal(noWord(key));
    }
  }

  private void put(YamlValue.Scalar key, YamlValue value) {
    YamlValue.Entry entry = new YamlValue.Entry(key, value, false);
    YamlValue.Entry earlier = own.put(identity(key), entry);
    if (earlier != null) {
      out.accept(DuplicateKey.finding(source, earlier, entry));
    }
  }

  /** A number and a text that look alike are two keys. */
  private static String identity(YamlValue.Scalar key) {
    return key.type() == ScalarType.STRING ? key.text() : '\0' + key.text();
  }

  private void merge(YamlValue value) {
    YamlValue target = value.resolved();
    if (target instanceof YamlValue.Mapping mapping) {
      merged.addAll(mapping.entries());
    } else if (target instanceof YamlValue.Sequence sequence) {
      List<YamlValue> items = sequence.items();
      for (int i = items.size() - 1; i >= 0; i--) {
        mergeItem(items.get(i));
      }
    } else if (!(target instanceof YamlValue.Broken)) {
      out.accept(noMap(value.span()));
    }
  }

  private void mergeItem(YamlValue item) {
    if (item.resolved() instanceof YamlValue.Mapping mapping) {
      merged.addAll(mapping.entries());
    } else if (!(item.resolved() instanceof YamlValue.Broken)) {
      out.accept(noMap(item.span()));
    }
  }

  YamlValue.Mapping build(Span span, boolean flow) {
    if (merged.isEmpty()) {
      return new YamlValue.Mapping(span, new ArrayList<>(own.values()), flow);
    }
    Map<String, YamlValue.Entry> all = new LinkedHashMap<>();
    for (YamlValue.Entry entry : merged) {
      all.put(identity(entry.key()), new YamlValue.Entry(entry.key(), entry.value(), true));
    }
    all.putAll(own);
    return new YamlValue.Mapping(span, new ArrayList<>(all.values()), flow);
  }

  private static Diagnostic noMap(Span span) {
    return Diagnostic.at(DiagnosticKind.BAD_ALIAS, span, "`<<` merges maps, and this is no map")
        .saying("must be an alias of a map, or a list of such aliases")
        .cause(
            "The trainer stops while loading: `ConstructorError: expected a mapping or list of"
                + " mappings for merging`.")
        .build();
  }

  private static Diagnostic noWord(YamlValue key) {
    boolean missing = key instanceof YamlValue.Missing;
    return Diagnostic.at(
            DiagnosticKind.YAML_SYNTAX,
            key.span(),
            missing ? "a value has no key before its colon" : "a key must be a word or a number")
        .saying(missing ? "a key is missing here" : "a list or a map cannot be a key")
        .cause("The trainer stops while loading: `ConstructorError: found unhashable key`.")
        .build();
  }
}
