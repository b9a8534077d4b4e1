package io.schedulec.inspect.draw;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * Numbers groups in the order in which a part of a sketch mentions them; those that cannot be
 * pruned are all alike.
 */
final class GroupForms {
  private final Map<Integer, Integer> numbers = new HashMap<>();

  private final IntPredicate prunable;

  GroupForms(List<Integer> first, IntPredicate prunable) {
    this.prunable = prunable;
    of(first);
  }

  String of(List<Integer> groups) {
    StringBuilder form = new StringBuilder(" [");
    boolean fixed = false;
    for (int group : groups) {
      if (prunable.test(group)) {
        numbers.putIfAbsent(group, numbers.size());
        form.append(' ').append(numbers.get(group));
      } else {
        fixed = true;
      }
    }
    return form.append(fixed ? " fixed]" : "]").toString();
  }
}
