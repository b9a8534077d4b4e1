package io.schedulec.lower;

import io.schedulec.plan.Rounding;
import io.schedulec.plan.Step;
import io.schedulec.source.OneLine;
import io.schedulec.source.Position;
import io.schedulec.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** What stands beside a step: the counts it comes to, and the place of its policy. */
final class StepNotes {
  /** So many counts are written out; of more, the first ones and the last. */
  private static final int FEW = 4;

  private final SourceFile source;
  private final Rounding rounding;

  StepNotes(SourceFile source, Rounding rounding) {
    this.source = source;
    this.rounding = rounding;
  }

  /** E.g. {@code 3, 6, 8, … 16 of 32 chain, a.yaml:14:5}. */
  String of(Step step, Segment segment) {
    Position at = source.position(segment.entry().policy().span().start());
    String place = fileName(source) + ":" + at.line() + ":" + at.column();
    String origin = segment.entry().instance().name().value() + ", " + place;
    String counts = step instanceof Step.Mask mask ? counts(mask, segment) : "";
    return OneLine.of(counts.isEmpty() ? origin : counts + "   " + origin);
  }

  /** The name of a file, without folders. */
  static String fileName(SourceFile source) {
    String path = source.path().replace('\\', '/');
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private String counts(Step.Mask mask, Segment segment) {
    List<Integer> counts = new ArrayList<>();
    for (int epoch : segment.epochs()) {
      OptionalInt removed = Counts.removed(mask, epoch, rounding);
      if (removed.isEmpty()) {
        return "";
      }
      if (counts.isEmpty() || counts.get(counts.size() - 1) != removed.getAsInt()) {
        counts.add(removed.getAsInt());
      }
    }
    return listed(counts) + " of " + mask.of().getAsInt();
  }

  private static String listed(List<Integer> counts) {
    List<String> words = new ArrayList<>();
    int shown = counts.size() <= FEW ? counts.size() : FEW - 1;
    counts.subList(0, shown).forEach(count -> words.add(count.toString()));
    String text = String.join(", ", words);
    return shown == counts.size() ? text : text + ", … " + counts.get(counts.size() - 1);
  }
}
