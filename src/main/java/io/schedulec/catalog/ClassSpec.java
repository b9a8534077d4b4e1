package io.schedulec.catalog;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A class that an instance may have.
 *
 * @param name its name, spelled exactly so
 * @param section where its instances belong
 * @param doc what it does, in one sentence
 * @param keys the keys of its instances, {@code class} left out
 * @param traits what checks have to know of it
 * @param notes what its users have to know of it, each in a sentence or two
 */
public record ClassSpec(
    String name,
    Section section,
    String doc,
    List<KeySpec> keys,
    Set<Trait> traits,
    List<String> notes) {
  /** Copies the collections. */
  public ClassSpec {
    keys = List.copyOf(keys);
    traits = Set.copyOf(traits);
    notes = List.copyOf(notes);
  }

  /** A class of which there is no more to know. */
  static ClassSpec of(
      String name, Section section, String doc, List<KeySpec> keys, Set<Trait> traits) {
    return new ClassSpec(name, section, doc, keys, traits, List.of());
  }

  /** The same class with what else its users have to know. */
  ClassSpec noting(String... sentences) {
    return new ClassSpec(name, section, doc, keys, traits, List.of(sentences));
  }

  /** The key of that name. */
  public Optional<KeySpec> key(String key) {
    for (KeySpec spec : keys) {
      if (spec.name().equals(key)) {
        return Optional.of(spec);
      }
    }
    return Optional.empty();
  }

  /** Whether it has a property. */
  public boolean has(Trait trait) {
    return traits.contains(trait);
  }

  /** Whether it zeroes the lowest-ranked structures of a tensor. */
  public boolean isStructureRanked() {
    return has(Trait.STRUCTURE_RANKED);
  }

  /** Whether {@code group_dependency: Leader} works with it. */
  public boolean supportsLeader() {
    return has(Trait.LEADER);
  }

  /** Whether it follows the AGP curve. */
  public boolean isAgp() {
    return has(Trait.RAMPED);
  }

  /** Whether it zeroes single elements. */
  public boolean prunesElements() {
    return has(Trait.ELEMENTS);
  }

  /** Whether it cuts zeroed structures out of the model. */
  public boolean thins() {
    return has(Trait.THINS);
  }

  /** The words its {@code group_type} accepts; empty without such a key. */
  public List<String> groupTypes() {
    Optional<KeySpec> key = key("group_type");
    return key.isPresent() && key.get().type() instanceof ValueType.Choice choice
        ? choice.words()
        : List.of();
  }
}
