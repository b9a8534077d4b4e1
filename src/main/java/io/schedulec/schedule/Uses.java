package io.schedulec.schedule;

import io.schedulec.catalog.Section;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

/** Which instances policies refer to, as far as that can be told. */
final class Uses {
  private final Set<String> names = new HashSet<>();
  private final Set<Section> unsure = EnumSet.noneOf(Section.class);

  /** A policy refers to an instance. */
  void add(Section section, String name) {
    names.add(key(section, name));
  }

  /** A policy refers to some instance of a section, and which one was lost to another mistake. */
  void addUnknown(Section section) {
    unsure.add(section);
  }

  /** A policy refers to something, and to what was lost to another mistake. */
  void addUnknown() {
    unsure.addAll(EnumSet.allOf(Section.class));
  }

  /** Whether a policy refers to an instance. */
  boolean uses(Section section, String name) {
    return names.contains(key(section, name));
  }

  /** Joined without an expression that would cost a call site its first linking. */
  private static String key(Section section, String name) {
    return section.key().concat(" ").concat(name);
  }

  /** Whether every reference to a section is known. */
  boolean knows(Section section) {
    return !unsure.contains(section);
  }
}
