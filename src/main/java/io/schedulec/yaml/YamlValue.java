package io.schedulec.yaml;

import io.schedulec.source.Span;
import io.schedulec.source.Spanned;
import java.util.List;
import java.util.Optional;

/** A value of a YAML document and the place where it is used. */
public sealed interface YamlValue {

  /** The place of the value; for an alias the place of the alias. */
  Span span();

  /** The value itself, or what an alias stands for. */
  default YamlValue resolved() {
    return this;
  }

  /**
   * Keys and values in source order; a key that is given again replaces the earlier one in its
   * place, and merged entries come first.
   *
   * @param span from the first key to the end of the last value, or from brace to brace
   * @param entries the entries, each key once
   * @param flow whether it is written in braces
   */
  record Mapping(Span span, List<Entry> entries, boolean flow) implements YamlValue {
    /** Copies the entries. */
    public Mapping {
      entries = List.copyOf(entries);
    }

    /** The entry of a key, if it is there. */
    public Optional<Entry> entry(String key) {
      for (Entry entry : entries) {
        if (entry.key().text().equals(key)) {
          return Optional.of(entry);
        }
      }
      return Optional.empty();
    }
  }

  /**
   * One key and its value.
   *
   * @param key the key
   * @param value the value
   * @param merged whether it came in through {@code <<}; its places are then those of the original
   */
  record Entry(Scalar key, YamlValue value, boolean merged) {
    /** From the key to the end of the value. */
    public Span span() {
      int end = Math.max(key.span().end(), value.span().end());
      return new Span(Math.min(key.span().start(), end), end);
    }

    /** The key as a word with its place. */
    public Spanned<String> name() {
      return new Spanned<>(key.text(), key.span());
    }
  }

  /**
   * A list.
   *
   * @param span from the first dash to the end of the last item, or from bracket to bracket
   * @param items the items
   * @param flow whether it is written in brackets
   */
  record Sequence(Span span, List<YamlValue> items, boolean flow) implements YamlValue {
    /** Copies the items. */
    public Sequence {
      items = List.copyOf(items);
    }
  }

  /**
   * A word, number or text.
   *
   * @param span its place, quotes and block markers included, anchor and tag not
   * @param text its content, after escapes and folds
   * @param style how it is written
   * @param type what YAML 1.1 takes it for
   * @param places where its characters stand
   */
  record Scalar(Span span, String text, Style style, ScalarType type, Embedded places)
      implements YamlValue {
    /** The content, if it is a number. */
    public Optional<Double> number() {
      return type == ScalarType.INT || type == ScalarType.FLOAT
          ? Numbers.parse(text)
          : Optional.empty();
    }

    /** The content, if it is a truth value. */
    public Optional<Boolean> truth() {
      return type == ScalarType.BOOL ? Optional.of(ScalarType.truth(text)) : Optional.empty();
    }
  }

  /**
   * A use of an anchored value.
   *
   * @param span the place of {@code *name}
   * @param name the name, without the star
   * @param target what it stands for, with the places of the original
   */
  record Alias(Span span, String name, YamlValue target) implements YamlValue {
    @Override
    public YamlValue resolved() {
      return target.resolved();
    }
  }

  /**
   * Nothing, where a value could stand.
   *
   * @param span the empty place after the colon or dash
   */
  record Missing(Span span) implements YamlValue {}

  /**
   * A value that could not be used; it has been reported already.
   *
   * @param span its place
   */
  record Broken(Span span) implements YamlValue {}

  /** How a scalar is written. */
  enum Style {
    PLAIN,
    SINGLE_QUOTED,
    DOUBLE_QUOTED,
    LITERAL,
    FOLDED
  }
}
