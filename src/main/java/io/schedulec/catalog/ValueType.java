package io.schedulec.catalog;

import java.util.List;

/** What the value of a key must be. */
public sealed interface ValueType {

  /** The type in words that follow "must be". */
  String describe();

  /** A finite number, both bounds included. */
  record Real(double min, double max) implements ValueType {
    @Override
    public String describe() {
      return "a number" + Bounds.describe(min, max);
    }
  }

  /** A whole number, both bounds included. */
  record Int(int min, int max) implements ValueType {
    @Override
    public String describe() {
      return "a whole number" + Bounds.describe(min, max);
    }
  }

  /**
   * One of some words.
   *
   * @param words the words, spelled exactly so
   * @param binding whether another word changes anything; if not, the trainer does not look
   */
  record Choice(List<String> words, boolean binding) implements ValueType {
    /** Copies the words. */
    public Choice {
      words = List.copyOf(words);
    }

    @Override
    public String describe() {
      return (words.size() == 1 ? "" : "one of ") + "`" + String.join("`, `", words) + "`";
    }
  }

  /** {@code True} or {@code False}, unquoted. */
  record Bool() implements ValueType {
    @Override
    public String describe() {
      return "`True` or `False`";
    }
  }

  /** One word or text. */
  record Text() implements ValueType {
    @Override
    public String describe() {
      return "a text";
    }
  }

  /** The names of the parameters to prune. */
  record Weights() implements ValueType {
    @Override
    public String describe() {
      return "a list of parameter names";
    }
  }

  /**
   * A map from parameter names to values.
   *
   * @param value the type of each value
   * @param starred whether the name {@code '*'} has to be there
   */
  record ParamMap(ValueType value, boolean starred) implements ValueType {
    @Override
    public String describe() {
      return "a map from parameter names to " + value.describe();
    }
  }

  /**
   * A list of like values.
   *
   * @param item the type of each item
   * @param least the fewest items
   * @param most the most items
   */
  record ListOf(ValueType item, int least, int most) implements ValueType {
    @Override
    public String describe() {
      return least == most
          ? "a list of " + least + " values, each " + item.describe()
          : "a list, each item " + item.describe();
    }
  }

  /** A list of a strength and a group, {@code [0.001, Channels]}. */
  record Pair(ValueType first, ValueType second) implements ValueType {
    @Override
    public String describe() {
      return "a list of two: " + first.describe() + " and " + second.describe();
    }
  }

  /** A map with known keys. */
  record Keyed(List<KeySpec> keys) implements ValueType {
    /** Copies the keys. */
    public Keyed {
      keys = List.copyOf(keys);
    }

    @Override
    public String describe() {
      return "a map with `" + keys.get(0).name() + "`";
    }
  }

  /** A map from patterns of module names to settings for the modules that match. */
  record ByModule(Keyed settings) implements ValueType {
    @Override
    public String describe() {
      return "a map from patterns of module names to settings";
    }
  }

  /** One of two types. */
  record Either(ValueType first, ValueType second) implements ValueType {
    @Override
    public String describe() {
      return first.describe() + ", or " + second.describe();
    }
  }

  /** A map whose content is not looked at. */
  record AnyMap() implements ValueType {
    @Override
    public String describe() {
      return "a map";
    }
  }

  /** A function, which no YAML value is. */
  record Function() implements ValueType {
    @Override
    public String describe() {
      return "a function, which YAML cannot hold";
    }
  }

  /** {@code null}, written or not. */
  record Nothing() implements ValueType {
    @Override
    public String describe() {
      return "`null`";
    }
  }

  /** Anything; it is not looked at. */
  record Any() implements ValueType {
    @Override
    public String describe() {
      return "anything";
    }
  }
}
