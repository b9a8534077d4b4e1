package io.schedulec.schedule;

import io.schedulec.catalog.KeySpec;
import io.schedulec.catalog.ValueType;
import io.schedulec.yaml.ScalarType;
import io.schedulec.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;

/** Compares values with the types of the catalogue. */
final class ValueChecker {
  private final ValueFindings findings;
  private final ScalarChecker scalars;

  ValueChecker(Findings out, Layout layout) {
    this.findings = new ValueFindings(out, layout);
    this.scalars = new ScalarChecker(findings);
  }

  /** Whether the value of a key is as its specification says; reports it if not. */
  boolean check(YamlValue value, KeySpec key, Subject subject) {
    Subject known = subject.as(key);
    if (Values.isNull(value.resolved())) {
      return checkNothing(value, key, known);
    }
    return check(value, key.type(), known);
  }

  private boolean checkNothing(YamlValue value, KeySpec key, Subject subject) {
    boolean allowed = key.nullable() || acceptsNothing(key.type());
    if (!allowed) {
      findings.nothing(value, key, subject);
    }
    return allowed;
  }

  private static boolean acceptsNothing(ValueType type) {
    return type instanceof ValueType.Nothing
        || type instanceof ValueType.Any
        || (type instanceof ValueType.Either either
            && (acceptsNothing(either.first()) || acceptsNothing(either.second())));
  }

  /** Whether a value has a type; reports it if not. */
  boolean check(YamlValue value, ValueType type, Subject subject) {
    YamlValue target = value.resolved();
    if (target instanceof YamlValue.Broken) {
      return false;
    }
    if (type instanceof ValueType.Any) {
      return true;
    }
    if (type instanceof ValueType.Either either) {
      return check(value, pick(target, either), subject);
    }
    if (isScalarType(type)) {
      return scalars.check(value, type, subject);
    }
    return checkCollection(value, target, type, subject);
  }

  private static boolean isScalarType(ValueType type) {
    return type instanceof ValueType.Real
        || type instanceof ValueType.Int
        || type instanceof ValueType.Bool
        || type instanceof ValueType.Choice
        || type instanceof ValueType.Text
        || type instanceof ValueType.Nothing
        || type instanceof ValueType.Function;
  }

  /** The one of two types that a value was meant for. */
  private static ValueType pick(YamlValue value, ValueType.Either either) {
    boolean scalar = value instanceof YamlValue.Scalar && !Values.isNull(value);
    boolean word = scalar && ((YamlValue.Scalar) value).type() == ScalarType.STRING;
    boolean number = scalar && !word;
    ValueType first = either.first();
    if (first instanceof ValueType.Choice && either.second() instanceof ValueType.Any) {
      return word ? first : either.second();
    }
    return (word || number) && isScalarType(first) ? first : either.second();
  }

  private boolean checkCollection(
      YamlValue value, YamlValue target, ValueType type, Subject subject) {
    if (type instanceof ValueType.Weights) {
      return new WeightsChecker(findings).check(value, subject);
    }
    if (type instanceof ValueType.ListOf list && target instanceof YamlValue.Sequence sequence) {
      return checkList(value, sequence, list, subject);
    }
    if (type instanceof ValueType.Pair pair && target instanceof YamlValue.Sequence sequence) {
      return checkPair(value, sequence, pair, subject);
    }
    if (type instanceof ValueType.ParamMap map && target instanceof YamlValue.Mapping mapping) {
      return checkParameters(value, mapping, map, subject);
    }
    if (type instanceof ValueType.Keyed keyed && target instanceof YamlValue.Mapping mapping) {
      return checkKeyed(mapping, keyed, subject);
    }
    if (type instanceof ValueType.AnyMap && target instanceof YamlValue.Mapping) {
      return true;
    }
    findings.wrongType(value, type, subject);
    return false;
  }

  private boolean checkList(
      YamlValue value, YamlValue.Sequence sequence, ValueType.ListOf list, Subject subject) {
    int count = sequence.items().size();
    if (count < list.least() || count > list.most()) {
      findings.wrongCount(value, count, list, subject);
      return false;
    }
    boolean valid = true;
    for (YamlValue item : sequence.items()) {
      valid &= check(item, list.item(), subject);
    }
    return valid;
  }

  private boolean checkPair(
      YamlValue value, YamlValue.Sequence sequence, ValueType.Pair pair, Subject subject) {
    List<YamlValue> items = sequence.items();
    if (items.size() != 2) {
      findings.wrongType(value, pair, subject);
      return false;
    }
    boolean swapped =
        Values.text(items.get(0).resolved()).isPresent()
            && Values.real(items.get(0).resolved()).isEmpty()
            && Values.real(items.get(1).resolved()).isPresent();
    if (swapped) {
      findings.swapped(value, items.get(0), items.get(1), pair, subject);
      return false;
    }
    boolean first = check(items.get(0), pair.first(), subject);
    return check(items.get(1), pair.second(), subject) && first;
  }

  private boolean checkParameters(
      YamlValue value, YamlValue.Mapping mapping, ValueType.ParamMap map, Subject subject) {
    if (mapping.entries().isEmpty()) {
      findings.empty(value, subject);
      return false;
    }
    boolean valid = true;
    for (YamlValue.Entry entry : mapping.entries()) {
      valid &= check(entry.value(), map.value(), subject.below(entry.key().text()));
    }
    if (map.starred() && mapping.entry("*").isEmpty()) {
      findings.noStar(mapping, subject);
    }
    return valid;
  }

  private boolean checkKeyed(YamlValue.Mapping mapping, ValueType.Keyed keyed, Subject subject) {
    List<String> names = new ArrayList<>();
    boolean valid = true;
    for (KeySpec key : keyed.keys()) {
      names.add(key.name());
      YamlValue.Entry entry = mapping.entry(key.name()).orElse(null);
      valid &= entry == null || check(entry.value(), key, subject.below(key.name()));
    }
    for (YamlValue.Entry entry : mapping.entries()) {
      if (!names.contains(entry.key().text())) {
        findings.unknownInner(entry, names, subject);
      }
    }
    return valid;
  }
}
