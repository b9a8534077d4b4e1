package io.schedulec.channel;

import io.schedulec.graph.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the digits of one space stand among the axes of a value.
 *
 * @param places in order of the axes
 */
record Spread(List<Place> places) {

  /** A digit on an axis. */
  record Place(int axis, Digit digit) {}

  /** Where all digits of a space are; empty where the value has not all of them. */
  static Optional<Spread> of(Views views, Value value, int space, int channels) {
    List<Place> places = new ArrayList<>();
    long size = 1;
    for (int axis = 0; axis < views.shape(value).rank(); axis++) {
      for (Digit digit : views.digits(value, axis)) {
        if (digit.space() == space) {
          places.add(new Place(axis, digit));
          size *= digit.size();
        }
      }
    }
    return size == channels ? Optional.of(new Spread(places)) : Optional.empty();
  }

  /** The number of places on an axis. */
  int on(int axis) {
    int count = 0;
    for (Place place : places) {
      count += place.axis() == axis ? 1 : 0;
    }
    return count;
  }

  /** The digits of another space, row-major over these places, with other sizes. */
  List<Digit> renumbered(int space, int[] sizes) {
    List<Digit> digits = new ArrayList<>(places.size());
    int stride = 1;
    for (int k = places.size() - 1; k >= 0; k--) {
      digits.add(0, new Digit(space, stride, sizes[k]));
      stride *= sizes[k];
    }
    return digits;
  }

  /** The sizes of the digits, with another size for the digit on an axis. */
  int[] sizes(int axis, int other) {
    int[] sizes = new int[places.size()];
    for (int k = 0; k < sizes.length; k++) {
      Place place = places.get(k);
      sizes[k] = place.axis() == axis ? other : place.digit().size();
    }
    return sizes;
  }

  /** The digits of an axis, those at these places replaced. */
  List<Digit> replaced(int axis, List<Digit> digits, List<Digit> others) {
    List<Digit> replaced = new ArrayList<>();
    for (Digit digit : digits) {
      int place = places.indexOf(new Place(axis, digit));
      replaced.add(place < 0 ? digit : others.get(place));
    }
    return replaced;
  }
}
