package io.schedulec.bind;

import io.schedulec.selector.Selector;
import io.schedulec.yaml.ScalarType;
import io.schedulec.yaml.YamlValue;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A map from names to values while its entries are read one after the other. A name has the value
 * that is written for it, else that of the first selector that matches it.
 */
final class SelectedMap {
  private final Universe universe;
  private final List<Entry> entries = new ArrayList<>();
  private final BitSet given = new BitSet();

  SelectedMap(Universe universe, YamlValue.Mapping map, Predicate<String> selects) {
    this.universe = universe;
    for (YamlValue.Entry entry : map.entries()) {
      String key = entry.key().text();
      if (!selects.test(key)) {
        universe.facts().names().find(key).flatMap(universe::number).ifPresent(given::set);
      }
    }
  }

  private record Entry(YamlValue.Entry written, Optional<SelectorUse> use, BitSet matches) {}

  void addName(YamlValue.Entry entry) {
    entries.add(new Entry(entry, Optional.empty(), new BitSet()));
  }

  /** Adds those matches that have no value yet; whether there are any. */
  boolean addSelector(SelectorUse use, YamlValue.Entry entry, BitSet matches) {
    BitSet fresh = (BitSet) matches.clone();
    fresh.andNot(given);
    given.or(fresh);
    entries.add(new Entry(entry, Optional.of(use), fresh));
    return !fresh.isEmpty();
  }

  List<Selection.Part> parts(Spellings spellings) {
    List<Selection.Part> parts = new ArrayList<>();
    for (Entry entry : entries) {
      parts.add(
          new Selection.Part(
              entry.written.key().span(),
              entry.use.isPresent(),
              names(entry, spellings),
              Optional.of(entry.written)));
    }
    return parts;
  }

  private List<String> names(Entry entry, Spellings spellings) {
    if (entry.use.isEmpty()) {
      return List.of(entry.written.key().text());
    }
    Optional<Selector> selector = entry.use.get().parsed().selector();
    List<String> names = new ArrayList<>();
    for (int i = entry.matches.nextSetBit(0); i >= 0; i = entry.matches.nextSetBit(i + 1)) {
      names.add(spellings.of(universe.parameter(i), selector));
    }
    return names;
  }

  /** The map as if the names were written. */
  YamlValue value(YamlValue.Mapping map, Spellings spellings) {
    List<YamlValue.Entry> named = new ArrayList<>();
    for (Selection.Part part : parts(spellings)) {
      YamlValue.Entry written = part.entry().orElseThrow();
      for (String name : part.names()) {
        named.add(part.selector() ? entry(written, name) : written);
      }
    }
    return new YamlValue.Mapping(map.span(), named, map.flow());
  }

  private static YamlValue.Entry entry(YamlValue.Entry written, String name) {
    YamlValue.Scalar key = written.key();
    YamlValue.Scalar named =
        new YamlValue.Scalar(key.span(), name, key.style(), ScalarType.STRING, key.places());
    return new YamlValue.Entry(named, written.value(), written.merged());
  }
}
