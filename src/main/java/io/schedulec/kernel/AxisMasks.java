package io.schedulec.kernel;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The masks of axes that are in force, and which of them a thinning has seen. */
final class AxisMasks {

  /** An axis of a tensor. */
  record Place(Tensor tensor, int axis) {}

  /** What a mask zeroes, {@link Survivors}, and when it was set. */
  private record Mask(BitSet positions, int time) {}

  private final Map<Place, Mask> masks = new HashMap<>();
  private final Map<String, Integer> thinned = new HashMap<>();
  private int time;

  /** Sets a mask, in place of an earlier one of the same axis. */
  void set(Place place, BitSet positions) {
    masks.put(place, new Mask(positions, ++time));
  }

  /** What the mask of an axis zeroes, if it was set since a group was thinned last. */
  Optional<BitSet> since(String group, Place place) {
    return Optional.ofNullable(masks.get(place))
        .filter(mask -> mask.time() > thinned.getOrDefault(group, 0))
        .map(Mask::positions);
  }

  /** Notes that a group has been thinned. */
  void thinned(String group) {
    thinned.put(group, time);
  }
}
