package io.schedulec.schedule;

import io.schedulec.catalog.Catalog;
import io.schedulec.catalog.ClassSpec;
import io.schedulec.catalog.KeySpec;
import io.schedulec.source.Nearest;
import java.util.Optional;

/** The class that an instance was written for, if its keys are not those of the one it names. */
final class OtherClass {
  private OtherClass() {}

  /** The class of the most similar name among those that the keys fit; none if they fit already. */
  static Optional<ClassSpec> fitting(Instance instance, ClassSpec spec) {
    if (firstUnknown(instance, spec).isEmpty()) {
      return Optional.empty();
    }
    Optional<ClassSpec> best = Optional.empty();
    int fewest = Integer.MAX_VALUE;
    for (ClassSpec other : Catalog.classes(instance.section())) {
      int edits = fits(instance, other) ? Nearest.distance(spec.name(), other.name()) : fewest;
      if (edits < fewest) {
        best = Optional.of(other);
        fewest = edits;
      }
    }
    return best;
  }

  /** The first key that a class does not have. */
  static Optional<Argument> firstUnknown(Instance instance, ClassSpec spec) {
    for (Argument argument : instance.arguments().values()) {
      if (spec.key(argument.key().value()).isEmpty()) {
        return Optional.of(argument);
      }
    }
    return Optional.empty();
  }

  private static boolean fits(Instance instance, ClassSpec spec) {
    for (KeySpec key : spec.keys()) {
      if (key.required() && !instance.arguments().containsKey(key.name())) {
        return false;
      }
    }
    return firstUnknown(instance, spec).isEmpty();
  }
}
