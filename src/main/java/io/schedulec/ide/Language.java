package io.schedulec.ide;

import io.schedulec.catalog.ClassSpec;
import io.schedulec.catalog.KeySpec;
import io.schedulec.catalog.PolicyShape;
import io.schedulec.catalog.Section;
import io.schedulec.catalog.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which keys a schedule may have where.
 *
 * <p>A path is the keys around a place, outermost first, with {@link Caret#ITEM} for the items of a
 * list.
 */
final class Language {
  static final String POLICIES = "policies";
  private static final String POLICIES_DOC = "When each instance acts, in the order of the file.";
  private static final String VERSION_DOC = "By convention 1; it is not looked at.";

  private static final ValueType NOTHING = new ValueType.Nothing();

  private Language() {}

  /** A top-level key and what it is for. */
  record Part(String key, String doc) {}

  /** The top-level keys, in the order in which files have them. */
  static List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    parts.add(new Part("version", VERSION_DOC));
    for (Section section : Section.values()) {
      parts.add(new Part(section.key(), section.doc()));
    }
    parts.add(new Part(POLICIES, POLICIES_DOC));
    return parts;
  }

  /** What a top-level key is for. */
  static Optional<String> doc(String key) {
    return parts().stream().filter(p -> p.key().equals(key)).map(Part::doc).findFirst();
  }

  /** The keys of the map with a path. */
  static List<KeySpec> keys(List<String> path, Optional<ClassSpec> spec) {
    if (path.size() < 2) {
      return List.of();
    }
    if (path.get(0).equals(POLICIES)) {
      return policyKeys(path);
    }
    if (path.size() == 2) {
      return spec.map(ClassSpec::keys).orElse(List.of());
    }
    return type(path, spec).orElse(NOTHING) instanceof ValueType.Keyed map ? map.keys() : List.of();
  }

  private static List<KeySpec> policyKeys(List<String> path) {
    if (path.size() == 2) {
      return PolicyShape.TIMING;
    }
    Optional<Section> section = Section.ofReference(path.get(2));
    if (section.isEmpty() || path.size() > 4) {
      return List.of();
    }
    if (path.size() == 4) {
      return path.get(3).equals("args") ? PolicyShape.args(section.get()) : List.of();
    }
    return PolicyShape.args(section.get()).isEmpty()
        ? List.of(PolicyShape.INSTANCE_NAME)
        : List.of(PolicyShape.INSTANCE_NAME, PolicyShape.ARGS);
  }

  /** The type of the value with a path. */
  static Optional<ValueType> type(List<String> path, Optional<ClassSpec> spec) {
    int keyed = path.indexOf(POLICIES) == 0 ? path.size() - 1 : 2;
    if (path.size() <= keyed) {
      return Optional.empty();
    }
    Optional<ValueType> type =
        key(path.subList(0, keyed), path.get(keyed), spec).map(KeySpec::type);
    for (String step : path.subList(keyed + 1, path.size())) {
      type = type.flatMap(t -> inside(t, step));
    }
    return type;
  }

  /** The key of a name in the map with a path. */
  static Optional<KeySpec> key(List<String> path, String name, Optional<ClassSpec> spec) {
    return keys(path, spec).stream().filter(k -> k.name().equals(name)).findFirst();
  }

  private static Optional<ValueType> inside(ValueType type, String step) {
    if (type instanceof ValueType.ParamMap map) {
      return Optional.of(map.value());
    }
    if (type instanceof ValueType.Keyed map) {
      return map.keys().stream().filter(k -> k.name().equals(step)).map(KeySpec::type).findFirst();
    }
    if (type instanceof ValueType.ByModule map) {
      return Optional.of(map.settings());
    }
    if (!step.equals(Caret.ITEM)) {
      return Optional.empty();
    }
    if (type instanceof ValueType.ListOf list) {
      return Optional.of(list.item());
    }
    if (type instanceof ValueType.Pair pair) {
      return Optional.of(new ValueType.Either(pair.first(), pair.second()));
    }
    return type instanceof ValueType.Weights ? Optional.of(type) : Optional.empty();
  }

  /** The words that a value of a type can be, where it can only be one of some. */
  static List<String> words(ValueType type) {
    if (type instanceof ValueType.Choice choice) {
      return choice.words();
    }
    if (type instanceof ValueType.Bool) {
      return List.of("True", "False");
    }
    if (type instanceof ValueType.Nothing) {
      return List.of("null");
    }
    if (type instanceof ValueType.Either either) {
      List<String> words = new ArrayList<>(words(either.first()));
      words.addAll(words(either.second()));
      return words;
    }
    return List.of();
  }
}
