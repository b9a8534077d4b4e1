package io.schedulec.bind;

import io.schedulec.source.Nearest;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Which parameter was probably meant by a name that the model does not have. */
public final class Meant {
  private Meant() {}

  /** The parameter of the module that was named, or else the one with the most similar name. */
  public static Optional<String> by(NameIndex names, String name) {
    String plain = NameIndex.plain(name);
    Optional<String> module = ofModule(names, name);
    if (module.isPresent()) {
      return module;
    }
    Set<String> candidates = new LinkedHashSet<>();
    names.names().forEach(n -> candidates.add(NameIndex.plain(n)));
    Optional<String> nearest = Nearest.of(plain, candidates).filter(n -> slip(plain, n));
    return nearest.isPresent() ? names.find(nearest.get()).map(p -> p.name()) : Optional.empty();
  }

  /** Whether two names differ by little, `.weight` not counted, which nearly all of them share. */
  private static boolean slip(String name, String other) {
    int last = name.lastIndexOf('.');
    int stem = last < 0 ? name.length() : last;
    return Nearest.distance(name, other) <= Math.max(1, stem / 3);
  }

  /** The weight of a module whose name was given in place of its parameter's. */
  public static Optional<String> ofModule(NameIndex names, String name) {
    return names.find(NameIndex.plain(name) + ".weight").map(p -> p.name());
  }

  /** Whether of two parameters the first is strictly more similar to a name. */
  public static boolean nearer(String name, String first, String second) {
    return edits(name, first) < edits(name, second);
  }

  /** The edits from a name to a parameter's; none where the name is that of its module. */
  public static int edits(String name, String parameter) {
    String plain = NameIndex.plain(name);
    String other = NameIndex.plain(parameter);
    return other.equals(plain + ".weight") ? 0 : Nearest.distance(plain, other);
  }
}
