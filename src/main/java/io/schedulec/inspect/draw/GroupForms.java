package io.schedulec.inspect.draw;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers groups in the order in which a part of a sketch mentions them. */
final class GroupForms {
  private final Map<Integer, Integer> numbers = new HashMap<>();

  GroupForms(List<Integer> first) {
    of(first);
  }

  String of(List<Integer> groups) {
    StringBuilder form = new StringBuilder(" [");
    for (int group : groups) {
      numbers.putIfAbsent(group, numbers.size());
      form.append(' ').append(numbers.get(group));
    }
    return form.append(']').toString();
  }
}
