package io.schedulec.channel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers for the indices of the axes of parameters. */
final class Places {
  private final Map<String, Long> numbers = new HashMap<>();
  private final List<String> names = new ArrayList<>();

  /** The number of one index of one axis of a parameter. */
  long place(String parameter, int axis, int index) {
    Long number = numbers.get(parameter);
    if (number == null) {
      number = (long) names.size();
      numbers.put(parameter, number);
      names.add(parameter);
    }
    return (number << 40) | ((long) axis << 32) | index;
  }

  /** What a number stands for, e.g. {@code conv1.weight@0:3}. */
  String text(long place) {
    return names.get((int) (place >> 40)) + "@" + (place >> 32 & 0xff) + ":" + (int) place;
  }
}
