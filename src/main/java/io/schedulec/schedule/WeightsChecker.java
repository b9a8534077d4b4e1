package io.schedulec.schedule;

import io.schedulec.catalog.ValueType;
import io.schedulec.yaml.ScalarType;
import io.schedulec.yaml.YamlValue;

/** Checks the form of {@code weights}; whether the names exist is for the binder. */
final class WeightsChecker {
  private static final ValueType NAMES = new ValueType.Weights();

  private final ValueFindings findings;

  WeightsChecker(ValueFindings findings) {
    this.findings = findings;
  }

  boolean check(YamlValue value, Subject subject) {
    YamlValue target = value.resolved();
    if (target instanceof YamlValue.Sequence list) {
      return checkList(value, list, subject);
    }
    if (target instanceof YamlValue.Mapping map) {
      return checkMap(value, map, subject);
    }
    YamlValue.Scalar text = (YamlValue.Scalar) target;
    if (text.text().isBlank()) {
      findings.empty(value, subject);
      return false;
    }
    if (text.type() != ScalarType.STRING) {
      findings.wrongType(value, NAMES, subject);
      return false;
    }
    return true;
  }

  private boolean checkList(YamlValue value, YamlValue.Sequence list, Subject subject) {
    if (list.items().isEmpty()) {
      findings.empty(value, subject);
      return false;
    }
    boolean valid = true;
    for (YamlValue item : list.items()) {
      valid &= checkItem(item, subject);
    }
    return valid;
  }

  private boolean checkItem(YamlValue item, Subject subject) {
    YamlValue target = item.resolved();
    if (target instanceof YamlValue.Broken) {
      return true;
    }
    boolean name = target instanceof YamlValue.Scalar text && text.type() == ScalarType.STRING;
    if (!name) {
      findings.notName(item, subject);
    }
    return name;
  }

  private boolean checkMap(YamlValue value, YamlValue.Mapping map, Subject subject) {
    if (map.entries().isEmpty()) {
      findings.empty(value, subject);
      return false;
    }
    findings.weightMap(value, map, subject);
    return true;
  }
}
