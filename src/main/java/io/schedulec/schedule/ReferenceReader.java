package io.schedulec.schedule;

import io.schedulec.catalog.KeySpec;
import io.schedulec.catalog.PolicyShape;
import io.schedulec.catalog.Section;
import io.schedulec.source.Span;
import io.schedulec.source.Spanned;
import io.schedulec.yaml.YamlValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the reference of a policy: which instance, with which settings. */
final class ReferenceReader {
  private final PolicyFindings findings;
  private final ValueChecker values;
  private final Uses uses;

  ReferenceReader(PolicyFindings findings, ValueChecker values, Uses uses) {
    this.findings = findings;
    this.values = values;
    this.uses = uses;
  }

  Reference read(Section kind, YamlValue.Entry entry, YamlValue.Mapping policy) {
    YamlValue value = entry.value().resolved();
    Reference reference =
        value instanceof YamlValue.Mapping mapping
            ? mapping(kind, entry, mapping)
            : noMapping(kind, entry, value, policy);
    if (reference.name().isPresent()) {
      uses.add(kind, reference.name().get().value());
    } else {
      uses.addUnknown(kind);
    }
    return reference;
  }

  /** Notes what a reference names that the trainer does not look at. */
  void markUsed(Section section, YamlValue.Entry entry) {
    if (entry.value().resolved() instanceof YamlValue.Mapping mapping) {
      mapping
          .entry("instance_name")
          .flatMap(name -> Values.text(name.value().resolved()))
          .ifPresent(name -> uses.add(section, name.value()));
    }
  }

  private Reference noMapping(
      Section kind, YamlValue.Entry entry, YamlValue value, YamlValue.Mapping policy) {
    Span span = entry.key().span();
    Optional<Spanned<String>> name = Optional.empty();
    if (Values.isNull(value)) {
      Optional<YamlValue.Entry> beside = policy.entry("instance_name");
      beside.ifPresentOrElse(
          found -> findings.nameBeside(entry, found, policy), () -> findings.noInstance(entry));
      name = beside.flatMap(found -> Values.text(found.value().resolved()));
    } else if (value instanceof YamlValue.Scalar) {
      findings.plainReference(entry);
      name = Values.text(value).map(text -> new Spanned<>(text.value(), entry.value().span()));
    } else if (!(value instanceof YamlValue.Broken)) {
      findings.wrongReference(kind, entry);
    }
    return new Reference(span, name, Map.of(), List.of());
  }

  private Reference mapping(Section kind, YamlValue.Entry entry, YamlValue.Mapping mapping) {
    Optional<YamlValue.Entry> name = mapping.entry("instance_name");
    List<YamlValue.Entry> nested = new ArrayList<>();
    Map<String, Argument> args = new LinkedHashMap<>();
    for (YamlValue.Entry inner : mapping.entries()) {
      String key = inner.key().text();
      if (PolicyReader.isTiming(key)) {
        nested.add(inner);
      } else if (key.equals("args")) {
        args(kind, inner, args);
      } else if (!key.equals("instance_name")) {
        name = other(kind, inner, name);
      }
    }
    if (name.isEmpty()) {
      findings.noInstance(entry);
    }
    boolean named = name.isPresent();
    Span span = named ? name.get().span() : entry.key().span();
    return new Reference(span, named ? name(name.get()) : Optional.empty(), args, nested);
  }

  /** Reports a key beside {@code instance_name}; the key itself if it was meant for that one. */
  private Optional<YamlValue.Entry> other(
      Section kind, YamlValue.Entry inner, Optional<YamlValue.Entry> name) {
    boolean meant = findings.unknownInReference(kind, inner, name.isPresent());
    return name.isEmpty() && meant ? Optional.of(inner) : name;
  }

  private Optional<Spanned<String>> name(YamlValue.Entry entry) {
    Subject subject = new Subject("instance_name", "", true);
    boolean valid = values.check(entry.value(), PolicyShape.INSTANCE_NAME, subject);
    Optional<Spanned<String>> text = Values.text(entry.value().resolved());
    return valid && text.isPresent()
        ? Optional.of(new Spanned<>(text.get().value(), entry.value().span()))
        : Optional.empty();
  }

  private void args(Section kind, YamlValue.Entry entry, Map<String, Argument> args) {
    if (Values.isNull(entry.value().resolved())) {
      return;
    }
    if (PolicyShape.args(kind).isEmpty()) {
      findings.argsIgnored(kind, entry);
      return;
    }
    Subject subject = new Subject("args", "", true);
    if (!values.check(entry.value(), PolicyShape.ARGS, subject)) {
      return;
    }
    for (YamlValue.Entry arg : ((YamlValue.Mapping) entry.value().resolved()).entries()) {
      args.put(arg.key().text(), argument(kind, arg));
    }
  }

  private Argument argument(Section kind, YamlValue.Entry arg) {
    boolean valid = false;
    for (KeySpec spec : PolicyShape.args(kind)) {
      if (spec.name().equals(arg.key().text())) {
        valid = values.check(arg.value(), spec, new Subject(spec.name(), "", true));
        return new Argument(arg.name(), arg.value(), arg.span(), valid);
      }
    }
    findings.unknownArg(kind, arg);
    return new Argument(arg.name(), arg.value(), arg.span(), valid);
  }
}
