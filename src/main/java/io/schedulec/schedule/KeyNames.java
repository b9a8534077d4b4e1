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

  /** Whether a word is the first or the last part of a longer one, at an underscore. */
  private static boolean partOf(String part, String whole) {
    return whole.startsWith(part + "_") || whole.endsWith("_" + part);
  }
}
