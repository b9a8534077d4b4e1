package io.schedulec.mutation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parts of a schedule, before it is written in some style. */
final class Parts {
  final Map<String, List<Instance>> sections = new LinkedHashMap<>();
  final List<Policy> policies = new ArrayList<>();

  /** What a key may have. */
  sealed interface Value {}

  /** A number or word. */
  record Word(String text) implements Value {}

  /** Names of parameters. */
  record Names(List<String> items) implements Value {
    Names {
      items = List.copyOf(items);
    }
  }

  /** A word for each of some parameters, in order. */
  record ByName(List<Entry> entries) implements Value {
    ByName {
      entries = List.copyOf(entries);
    }
  }

  /** A parameter and its word. */
  record Entry(String name, String word) {}

  /** A key and its value. */
  record Key(String name, Value value) {
    static Key of(String name, Object word) {
      return new Key(name, new Word(String.valueOf(word)));
    }
  }

  /** An instance of a section. */
  record Instance(String name, List<Key> keys) {
    Instance {
      keys = List.copyOf(keys);
    }
  }

  /** What acts and when. */
  record Policy(String kind, String name, List<Key> timing) {
    Policy {
      timing = List.copyOf(timing);
    }
  }

  void add(String section, String name, List<Key> keys) {
    sections.computeIfAbsent(section, s -> new ArrayList<>()).add(new Instance(name, keys));
  }

  void at(String kind, String name, Object epochs) {
    policies.add(new Policy(kind, name, List.of(Key.of("epochs", epochs))));
  }

  void window(String kind, String name, int start, int end, int frequency) {
    policies.add(
        new Policy(
            kind,
            name,
            List.of(
                Key.of("starting_epoch", start),
                Key.of("ending_epoch", end),
                Key.of("frequency", frequency))));
  }
}
