package io.schedulec.ide;

import io.schedulec.schedule.Timing;
import java.util.ArrayList;
import java.util.List;

/** When a policy acts, in words. */
final class Epochs {
  private Epochs() {}

  /** {@code epoch 30}, {@code epochs 10, 20, 30}, {@code epochs 0..28 step 2}. */
  static String of(Timing timing) {
    if (timing.first() == timing.last()) {
      return "epoch " + timing.first();
    }
    if (timing instanceof Timing.Window window) {
      int step = window.frequency().value();
      return "epochs " + timing.first() + ".." + timing.last() + (step == 1 ? "" : " step " + step);
    }
    List<String> words = new ArrayList<>();
    for (int epoch : timing.firings()) {
      words.add(Integer.toString(epoch));
    }
    return "epochs " + Prose.list(words);
  }
}
