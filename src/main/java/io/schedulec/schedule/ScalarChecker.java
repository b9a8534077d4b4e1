package io.schedulec.schedule;

import io.schedulec.catalog.ValueType;
import io.schedulec.source.Spanned;
import io.schedulec.yaml.ScalarType;
import io.schedulec.yaml.YamlValue;
import java.util.Optional;

/** Compares words and numbers with the types of the catalogue. */
final class ScalarChecker {
  private final ValueFindings findings;

  ScalarChecker(ValueFindings findings) {
    this.findings = findings;
  }

  boolean check(YamlValue value, ValueType type, Subject subject) {
    boolean scalar =
        value.resolved() instanceof YamlValue.Scalar && !Values.isNull(value.resolved());
    if (type instanceof ValueType.Nothing && Values.isNull(value.resolved())) {
      return true;
    }
    if (!scalar || type instanceof ValueType.Function || type instanceof ValueType.Nothing) {
      findings.wrongType(value, type, subject);
      return false;
    }
    return checkScalar(value, (YamlValue.Scalar) value.resolved(), type, subject);
  }

  private boolean checkScalar(
      YamlValue value, YamlValue.Scalar scalar, ValueType type, Subject subject) {
    if (type instanceof ValueType.Real real) {
      return checkReal(value, scalar, real, subject);
    }
    if (type instanceof ValueType.Int range) {
      return checkInt(value, scalar, range, subject);
    }
    if (type instanceof ValueType.Choice choice) {
      return checkChoice(value, scalar, choice, subject);
    }
    if (type instanceof ValueType.Bool && scalar.type() != ScalarType.BOOL) {
      findings.notTruth(value, scalar, subject);
      return false;
    }
    return true;
  }

  private boolean checkReal(
      YamlValue value, YamlValue.Scalar scalar, ValueType.Real real, Subject subject) {
    Optional<Double> number = scalar.number();
    if (number.isEmpty()) {
      findings.notNumber(value, scalar, real, subject);
      return false;
    }
    double at = number.get();
    boolean within = real.min() <= at && at <= real.max();
    if (!within) {
      findings.outOfRange(value, at, real, subject);
    }
    return within;
  }

  private boolean checkInt(
      YamlValue value, YamlValue.Scalar scalar, ValueType.Int range, Subject subject) {
    if (scalar.number().isEmpty()) {
      findings.notNumber(value, scalar, range, subject);
      return false;
    }
    double at = scalar.number().get();
    if (scalar.type() != ScalarType.INT) {
      findings.notWhole(value, at, range, subject);
      return false;
    }
    boolean within = range.min() <= at && at <= range.max();
    if (!within) {
      findings.outOfRange(value, at, range, subject);
    }
    return within;
  }

  private boolean checkChoice(
      YamlValue value, YamlValue.Scalar scalar, ValueType.Choice choice, Subject subject) {
    if (choice.words().contains(scalar.text()) && scalar.type() != ScalarType.BOOL) {
      return true;
    }
    findings.badChoice(new Spanned<>(scalar.text(), value.span()), choice, subject);
    return !choice.binding();
  }
}
