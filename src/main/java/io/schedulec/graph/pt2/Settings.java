package io.schedulec.graph.pt2;

import io.schedulec.graph.Attributes;
import java.util.HashMap;
import java.util.Map;

/** Collects the attributes of a node. */
final class Settings {
  private final Map<String, Object> values = new HashMap<>();

  /** No attributes yet. */
  static Settings none() {
    return new Settings();
  }

  /** Adds a whole number. */
  Settings with(String name, long value) {
    values.put(name, value);
    return this;
  }

  /** Adds whole numbers. */
  Settings with(String name, long[] value) {
    values.put(name, value.clone());
    return this;
  }

  /** Adds a real number. */
  Settings real(String name, double value) {
    values.put(name, value);
    return this;
  }

  /** Adds a text. */
  Settings with(String name, String value) {
    values.put(name, value);
    return this;
  }

  /** What was collected. */
  Attributes attributes() {
    return Attributes.of(values);
  }
}
