package io.schedulec.schedule;

import io.schedulec.catalog.Catalog;
import io.schedulec.catalog.ClassSpec;
import io.schedulec.catalog.KeySpec;
import io.schedulec.catalog.Section;
import io.schedulec.source.Span;
import io.schedulec.source.Spanned;
import io.schedulec.yaml.YamlValue;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads the instances of the sections. */
final class InstanceReader {
  private final Findings out;
  private final Layout layout;
  private final ValueChecker values;
  private final ClassFindings classes;
  private final KeyFindings keys;
  private final IdentityHashMap<YamlValue, Span> taken = new IdentityHashMap<>();

  InstanceReader(Findings out, Layout layout) {
    this.out = out;
    this.layout = layout;
    this.values = new ValueChecker(out, layout);
    this.classes = new ClassFindings(out, layout);
    this.keys = new KeyFindings(out, layout);
  }

  /** The instance of an entry of a section; whatever is wrong with it, its name is known. */
  Instance read(Section section, YamlValue.Entry entry) {
    YamlValue target = entry.value().resolved();
    if (target instanceof YamlValue.Mapping mapping) {
      checkAlias(entry, mapping);
      return read(section, entry, mapping);
    }
    if (!(target instanceof YamlValue.Broken)) {
      classes.noMap(section, entry);
    }
    return hole(section, entry);
  }

  private static Instance hole(Section section, YamlValue.Entry entry) {
    return new Instance(
        section, entry.name(), entry.span(), Optional.empty(), Optional.empty(), Map.of(), false);
  }

  /** The trainer takes the class out of a map when it builds the first instance from it. */
  private void checkAlias(YamlValue.Entry entry, YamlValue.Mapping mapping) {
    Span earlier = taken.putIfAbsent(mapping, entry.key().span());
    if (earlier != null && entry.value() instanceof YamlValue.Alias alias) {
      classes.aliased(entry, alias, earlier);
    }
  }

  private Instance read(Section section, YamlValue.Entry entry, YamlValue.Mapping mapping) {
    Optional<Spanned<String>> name = className(section, entry, mapping);
    Optional<ClassSpec> spec = name.isPresent() ? spec(section, name.get()) : Optional.empty();
    Map<String, Argument> arguments = new LinkedHashMap<>();
    for (YamlValue.Entry key : mapping.entries()) {
      if (!key.key().text().equals("class")) {
        boolean valid = valid(key, spec, entry.name());
        arguments.put(key.key().text(), new Argument(key.name(), key.value(), key.span(), valid));
      }
    }
    Instance instance =
        new Instance(section, entry.name(), entry.span(), spec, name, arguments, false);
    if (spec.isPresent()) {
      keys.check(instance, spec.get(), mapping);
      new InstanceRules(out, layout).check(instance);
    }
    return instance;
  }

  private Optional<Spanned<String>> className(
      Section section, YamlValue.Entry entry, YamlValue.Mapping mapping) {
    Optional<YamlValue.Entry> written = mapping.entry("class");
    if (written.isEmpty()) {
      classes.missing(section, entry, mapping);
      return Optional.empty();
    }
    YamlValue value = written.get().value();
    Optional<Spanned<String>> text = Values.text(value.resolved());
    if (text.isEmpty() && !(value.resolved() instanceof YamlValue.Broken)) {
      classes.noName(entry, value);
    }
    return text.isPresent()
        ? Optional.of(new Spanned<>(text.get().value(), value.span()))
        : Optional.empty();
  }

  private Optional<ClassSpec> spec(Section section, Spanned<String> name) {
    Optional<ClassSpec> spec = Catalog.find(section, name.value());
    if (spec.isEmpty()) {
      classes.unknown(section, name);
    }
    return spec;
  }

  private boolean valid(YamlValue.Entry key, Optional<ClassSpec> spec, Spanned<String> name) {
    if (spec.isEmpty()) {
      return !(key.value().resolved() instanceof YamlValue.Broken);
    }
    Optional<KeySpec> known = spec.get().key(key.key().text());
    Subject subject = new Subject(key.key().text(), name.value(), false);
    return known.isEmpty() || values.check(key.value(), known.get(), subject);
  }
}
