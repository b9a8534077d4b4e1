package io.schedulec.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The classes of all sections, by name. */
public final class Catalog {
  private Catalog() {}

  /** The classes of a section; a section's table is built when it is first asked for. */
  public static List<ClassSpec> classes(Section section) {
    return switch (section) {
      case PRUNERS -> Pruners.ALL;
      case REGULARIZERS -> Regularizers.ALL;
      case QUANTIZERS -> Quantizers.ALL;
      case LR_SCHEDULERS -> LrSchedulers.ALL;
      case EXTENSIONS -> Extensions.ALL;
    };
  }

  /** The class with a name in a section. */
  public static Optional<ClassSpec> find(Section section, String name) {
    for (ClassSpec spec : classes(section)) {
      if (spec.name().equals(name)) {
        return Optional.of(spec);
      }
    }
    return Optional.empty();
  }

  /** The class with a name in any section. */
  public static Optional<ClassSpec> find(String name) {
    for (Section section : Section.values()) {
      Optional<ClassSpec> found = find(section, name);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** The names of the classes of a section. */
  public static List<String> names(Section section) {
    List<String> names = new ArrayList<>();
    for (ClassSpec spec : classes(section)) {
      names.add(spec.name());
    }
    return names;
  }

  /** The classes that accept a key, of every section. */
  public static List<ClassSpec> accepting(String key) {
    List<ClassSpec> accepting = new ArrayList<>();
    for (Section section : Section.values()) {
      for (ClassSpec spec : classes(section)) {
        if (spec.key(key).isPresent()) {
          accepting.add(spec);
        }
      }
    }
    return accepting;
  }
}
