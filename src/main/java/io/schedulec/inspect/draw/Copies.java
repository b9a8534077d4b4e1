package io.schedulec.inspect.draw;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** How many groups a group stands for, because it is inside a block that is drawn once. */
final class Copies {
  private final Map<Integer, Integer> copies = new HashMap<>();

  Copies(Outline outline) {
    Set<Integer> shared = new HashSet<>();
    for (int i = 0; i < outline.drawn().size(); i++) {
      if (!outline.drawn().get(i)) {
        shared.addAll(outline.sketch().items().get(i).groups());
      }
    }
    for (int i = 0; i < outline.drawn().size(); i++) {
      int times = outline.drawn().get(i) ? times(outline, outline.blockOf().get(i)) : 1;
      for (int group : outline.sketch().items().get(i).groups()) {
        copies.merge(group, shared.contains(group) ? 1 : times, Math::min);
      }
    }
  }

  private static int times(Outline outline, int block) {
    int times = 1;
    for (int at = block; at >= 0; at = outline.blocks().get(at).outer()) {
      times *= outline.blocks().get(at).count();
    }
    return times;
  }

  int of(int group) {
    return copies.getOrDefault(group, 1);
  }
}
