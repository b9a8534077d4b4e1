package io.schedulec.selector;

import java.util.Optional;

/**
 * What a text says.
 *
 * @param selector the selector; empty if the text is none
 * @param problem why it is none
 */
public record Parsed(Optional<Selector> selector, Optional<Problem> problem) {

  static Parsed of(Selector selector) {
    return new Parsed(Optional.of(selector), Optional.empty());
  }

  static Parsed failed(Problem problem) {
    return new Parsed(Optional.empty(), Optional.of(problem));
  }
}
