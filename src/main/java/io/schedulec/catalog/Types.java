package io.schedulec.catalog;

import java.util.List;

/** Value types that several classes share. */
final class Types {
  static final ValueType FRACTION = new ValueType.Real(0, 1);
  static final ValueType POSITIVE = new ValueType.Real(0, Double.MAX_VALUE);
  static final ValueType REAL = new ValueType.Real(-Double.MAX_VALUE, Double.MAX_VALUE);
  static final ValueType COUNT = new ValueType.Int(0, Integer.MAX_VALUE);
  static final ValueType NATURAL = new ValueType.Int(1, Integer.MAX_VALUE);
  static final ValueType BITS = new ValueType.Int(1, 64);
  static final ValueType BITS_OR_NONE = new ValueType.Either(BITS, new ValueType.Nothing());
  static final ValueType FUNCTION = new ValueType.Function();
  static final ValueType BOOL = new ValueType.Bool();
  static final ValueType TEXT = new ValueType.Text();
  static final ValueType ANY = new ValueType.Any();
  static final ValueType ANY_MAP = new ValueType.AnyMap();
  static final ValueType WEIGHTS = new ValueType.Weights();

  private Types() {}

  static ValueType choice(String... words) {
    return new ValueType.Choice(List.of(words), true);
  }

  /** Words that only document: another one changes nothing. */
  static ValueType decorativeChoice(String... words) {
    return new ValueType.Choice(List.of(words), false);
  }

  static ValueType listOf(ValueType item) {
    return new ValueType.ListOf(item, 1, Integer.MAX_VALUE);
  }

  static ValueType listOf(int count, ValueType item) {
    return new ValueType.ListOf(item, count, count);
  }

  static ValueType byParameter(ValueType value) {
    return new ValueType.ParamMap(value, false);
  }
}
