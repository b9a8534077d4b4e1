package io.schedulec.schedule;

import io.schedulec.catalog.KeySpec;
import io.schedulec.catalog.ValueType;
import io.schedulec.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks the settings of a quantizer for single modules; whether there are such modules is not. */
final class OverridesChecker {
  private final ValueFindings findings;
  private final ValueChecker values;

  OverridesChecker(ValueFindings findings, ValueChecker values) {
    this.findings = findings;
    this.values = values;
  }

  boolean check(YamlValue.Mapping overrides, ValueType.Keyed settings, Subject subject) {
    boolean valid = true;
    for (YamlValue.Entry module : overrides.entries()) {
      YamlValue body = module.value().resolved();
      if (Values.isNull(body)) {
        findings.noSettings(module, subject);
        valid = false;
      } else if (body instanceof YamlValue.Mapping map) {
        valid &= settings(map, settings, subject);
      } else {
        Subject below = subject.below(module.key().text());
        valid &= values.check(module.value(), settings, below);
      }
    }
    return valid;
  }

  private boolean settings(YamlValue.Mapping map, ValueType.Keyed settings, Subject subject) {
    List<String> names = new ArrayList<>();
    settings.keys().forEach(key -> names.add(key.name()));
    boolean valid = true;
    for (YamlValue.Entry entry : map.entries()) {
      Optional<KeySpec> key = key(settings, entry.key().text());
      if (key.isPresent()) {
        valid &= values.check(entry.value(), key.get(), subject.below(key.get().name()));
      } else {
        findings.unknownSetting(entry, names, subject);
        valid = false;
      }
    }
    return valid;
  }

  private static Optional<KeySpec> key(ValueType.Keyed settings, String name) {
    for (KeySpec key : settings.keys()) {
      if (key.name().equals(name)) {
        return Optional.of(key);
      }
    }
    return Optional.empty();
  }
}
