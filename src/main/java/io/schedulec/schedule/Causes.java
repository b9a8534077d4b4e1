package io.schedulec.schedule;

import io.schedulec.catalog.Mistake;
import io.schedulec.catalog.ValueType;
import io.schedulec.yaml.ScalarType;

/** What the original trainer does with a wrong value: as the catalogue says, else what is usual. */
final class Causes {
  private Causes() {}

  static String wrongType(ValueType type, Subject subject) {
    return subject
        .outcome(Mistake.TYPE)
        .orElse(
            type instanceof ValueType.Function
                ? "The trainer stops while loading: `TypeError: 'str' object is not callable`."
                : "The trainer does not check it and stops later, with a `TypeError` far from this"
                    + " line.");
  }

  static String wrongCount(ValueType type, int count, Subject subject) {
    return count == 0
        ? subject.outcome(Mistake.EMPTY).orElseGet(() -> wrongType(type, subject))
        : wrongType(type, subject);
  }

  static String nothing(Subject subject) {
    return subject
        .outcome(Mistake.EMPTY)
        .orElse("The trainer passes `None` on and stops with a `TypeError` far from this line.");
  }

  static String missing(Subject subject) {
    return subject
        .outcome(Mistake.MISSING)
        .orElse("The trainer stops while loading: `AssertionError`, without a message.");
  }

  static String truthy(Subject subject) {
    return subject
        .outcome(Mistake.TEXT)
        .orElse("The trainer takes every text for `True`, even `\"False\"`.");
  }

  static String notNumber(ScalarType written, Subject subject) {
    if (written == ScalarType.TIMESTAMP) {
      return "The trainer stops while loading: `TypeError: Object of type date is not JSON"
          + " serializable`.";
    }
    return subject
        .outcome(Mistake.TEXT)
        .orElse(
            "The trainer stops in the first minibatch: `TypeError: only integer tensors of a single"
                + " element can be converted to an index`, or a like message.");
  }

  static String outOfRange(boolean fraction, Subject subject) {
    return subject
        .outcome(Mistake.RANGE)
        .orElse(fraction ? "The trainer compares it with shares and gets nowhere." : "");
  }

  static String badChoice(Subject subject) {
    return subject
        .outcome(Mistake.WORD)
        .orElse("The trainer stops with a `ValueError`, `KeyError` or `AssertionError`.");
  }
}
