package io.schedulec.schedule;

import io.schedulec.catalog.ValueType;
import io.schedulec.yaml.ScalarType;

/** What the original trainer does with a wrong value. */
final class Causes {
  private Causes() {}

  static String wrongType(ValueType type, Subject subject) {
    if (type instanceof ValueType.Function) {
      return "The trainer stops while loading: `TypeError: 'str' object is not callable`.";
    }
    if (subject.key().equals("epochs")) {
      return "The trainer stops while loading: `TypeError: 'int' object is not subscriptable`, or a"
          + " like message.";
    }
    if (type instanceof ValueType.ParamMap) {
      return "The trainer stops: `AttributeError: 'list' object has no attribute 'get'`, or an"
          + " `AssertionError` without a message.";
    }
    return "The trainer does not check it and stops later, with a `TypeError` far from this line.";
  }

  static String wrongCount(ValueType type, int count, Subject subject) {
    return subject.key().equals("epochs") && count == 0
        ? "The trainer stops while loading: `IndexError: list index out of range`."
        : wrongType(type, subject);
  }

  static String nothing(Subject subject) {
    return subject.key().equals("weights")
        ? "The trainer stops while loading: `AssertionError`, without a message."
        : "The trainer passes `None` on and stops with a `TypeError` far from this line.";
  }

  static String notNumber(ScalarType written, Subject subject) {
    if (written == ScalarType.TIMESTAMP) {
      return "The trainer stops while loading: `TypeError: Object of type date is not JSON"
          + " serializable`.";
    }
    return switch (subject.key()) {
      case "initial_sparsity", "final_sparsity" ->
          "The trainer stops: `TypeError: '>' not supported between instances of 'str' and 'float'`.";
      case "starting_epoch", "ending_epoch", "frequency" ->
          "The trainer stops while loading: `TypeError: '<=' not supported between instances of"
              + " 'int' and 'str'`.";
      case "epochs" ->
          "The trainer stops while loading if it is the last of the list: `TypeError: can only"
              + " concatenate str`. Elsewhere the epoch never fires, and nothing says so.";
      case "gamma" ->
          "The trainer stops: `TypeError: unsupported operand type(s) for ** or pow(): 'str' and"
              + " 'int'`.";
      default ->
          "The trainer stops in the first minibatch: `TypeError: only integer tensors of a single"
              + " element can be converted to an index`, or a like message.";
    };
  }

  static String outOfRange(boolean fraction, double number, Subject subject) {
    if (fraction) {
      return number < 0 || number > 1
          ? "The trainer stops at the first firing: `RuntimeError: selected index k out of range`."
          : "The trainer compares it with shares and gets nowhere.";
    }
    return switch (subject.key()) {
      case "starting_epoch", "ending_epoch" ->
          "The trainer stops while loading: `AssertionError`, without a message.";
      case "epochs" -> "The trainer never reaches such an epoch and says nothing.";
      case "group_size" ->
          "The trainer stops at the first firing: `RuntimeError: The expanded size of the tensor"
              + " must match the existing size`.";
      default -> "";
    };
  }

  static String badChoice(ValueType.Choice choice, Subject subject) {
    if (!choice.binding()) {
      return "The trainer does not look at it: this class always prunes filters.";
    }
    return switch (subject.key()) {
      case "group_type" ->
          "The trainer stops while loading: `ValueError: Structure ... was requested but currently"
              + " ranking of this shape is not supported`, or an `AssertionError` without a message.";
      case "group_dependency" ->
          "The trainer takes everything but `Leader` for no dependency: each layer ranks its own"
              + " structures, and layers that are added no longer match.";
      case "thinning_func_str" ->
          "The trainer stops while loading: `KeyError`, with nothing but the word.";
      case "dataset" ->
          "The trainer stops at the thinning: `ValueError: Can't infer input shape for dataset`.";
      case "threshold_criteria" ->
          "The trainer stops while loading: `AssertionError`, without a message.";
      default -> "The trainer stops with a `ValueError`, `KeyError` or `AssertionError`.";
    };
  }
}
