package io.schedulec.cli;

import java.util.Collection;
import java.util.Optional;

/** Words of the command line that were probably meant. */
final class Nearest {
  private Nearest() {}

  /** The candidate that a word abbreviates, or the one that it most likely misspells. */
  static Optional<String> to(String word, Collection<String> candidates) {
    for (String candidate : candidates) {
      if (word.length() > 2 && candidate.startsWith(word)) {
        return Optional.of(candidate);
      }
    }
    return io.schedulec.source.Nearest.of(word, candidates);
  }

  /** A tail for a message: which of the candidates was probably meant, or what there is. */
  static String hint(String word, Collection<String> candidates) {
    return to(word, candidates)
        .map(name -> ", did you mean " + name + "?")
        .orElseGet(() -> ", there is " + String.join(", ", candidates));
  }
}
