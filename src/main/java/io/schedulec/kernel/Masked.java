package io.schedulec.kernel;

import java.util.OptionalLong;

/**
 * What a mask did to a tensor.
 *
 * @param tensor the parameter
 * @param asked how many structures or elements were asked for; empty for a threshold
 * @param zeroed how many the mask holds
 * @param of how many the tensor has left
 */
record Masked(String tensor, OptionalLong asked, long zeroed, long of) {

  /** A mask that was asked for a number. */
  static Masked of(String tensor, long asked, long zeroed, long of) {
    return new Masked(tensor, OptionalLong.of(asked), zeroed, of);
  }

  /** Says that a mask would zero all of a tensor although it was asked for less. */
  static Impossible nothingLeft(String tensor, long asked, long of) {
    return new Impossible(
        ("the lowest " + asked + " of " + of + " in ")
            + tensor
            + " rank equal with all others, so nothing would be left");
  }
}
