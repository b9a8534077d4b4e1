package io.schedulec.schedule;

import io.schedulec.source.Nearest;
import java.util.Collection;
import java.util.Optional;

/** The key that a wrong key was meant for. */
final class KeyNames {
  private KeyNames() {}

  /** The candidate of similar spelling, else the one that contains the word or its stem. */
  static Optional<String> meant(String word, Collection<String> candidates) {
    Optional<String> near = Nearest.of(word, candidates);
    if (near.isPresent() || word.length() < 4) {
      return near;
    }
    for (String candidate : candidates) {
      if (partOf(word, candidate) || (candidate.length() >= 4 && partOf(candidate, word))) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  /** The class of similar spelling, else the shortest that has all letters of the word in order. */
  static Optional<String> meantClass(String word, Collection<String> names) {
    Optional<String> near = Nearest.of(word, names);
    if (near.isPresent() || word.length() < 8) {
      return near;
    }
    String best = "";
    for (String name : names) {
      if (holdsInOrder(name, word) && (best.isEmpty() || name.length() < best.length())) {
        best = name;
      }
    }
    return best.isEmpty() ? near : Optional.of(best);
  }

  private static boolean holdsInOrder(String name, String word) {
    int found = 0;
    for (int i = 0; i < name.length() && found < word.length(); i++) {
      found += name.charAt(i) == word.charAt(found) ? 1 : 0;
    }
    return found == word.length();
  }

  /** Whether a word is the first or the last part of a longer one, at an underscore. */
  private static boolean partOf(String part, String whole) {
    return whole.startsWith(part + "_") || whole.endsWith("_" + part);
  }
}
