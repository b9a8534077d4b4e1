package io.schedulec.lower;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.analysis.Checked;
import io.schedulec.bind.Target;
import io.schedulec.plan.Amount;
import io.schedulec.plan.Criterion;
import io.schedulec.plan.Selection;
import io.schedulec.plan.Step;
import io.schedulec.plan.Structures;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** In every epoch, steps that have to do with each other run in the order of the policies. */
final class ArrangementTest {
  private static final int POLICIES = 5;

  private static List<Entry> entries() {
    Sketch sketch = new Sketch().ranked("p", "Filters", 0.5, "layer1.0.conv1.weight");
    for (int i = 0; i < POLICIES; i++) {
      sketch.policy("pruner", "p", "epochs: [" + i + "]");
    }
    return Agenda.of(
            Checked.analysis(
                    "s.yaml",
                    sketch.toString(),
                    Optional.of(Checked.bundled("resnet20_cifar")),
                    Target.PLAN)
                .bound()
                .orElseThrow())
        .entries();
  }

  private static Segment segment(Entry entry, Set<Integer> epochs, String leader, String tensor) {
    Selection selection =
        new Selection.Lowest(new Amount.Fixed(0.5), Criterion.L1, Optional.of(leader));
    Step mask =
        new Step.Mask(
            new Structures.Axis(0), OptionalInt.empty(), selection, List.of(leader, tensor));
    return new Segment(entry, List.copyOf(epochs), List.of(mask));
  }

  @Test
  void aPolicyThatWouldActTooEarlyIsCutWhereTheOtherStarts() {
    List<Entry> entries = entries();
    Segment early = segment(entries.get(1), new TreeSet<>(Set.of(0, 2, 4, 6)), "a", "b");
    Segment late = segment(entries.get(0), new TreeSet<>(Set.of(3, 4, 5)), "b", "c");

    List<Segment> ordered = new Arrangement(new Touched(Map.of())).of(List.of(early, late));

    assertThat(ordered)
        .containsExactly(
            new Segment(entries.get(1), List.of(0, 2), early.steps()),
            late,
            new Segment(entries.get(1), List.of(4, 6), early.steps()));
  }

  @Test
  void policiesThatHaveNothingInCommonStayWhole() {
    List<Entry> entries = entries();
    Segment early = segment(entries.get(1), new TreeSet<>(Set.of(0, 4)), "a", "b");
    Segment late = segment(entries.get(0), new TreeSet<>(Set.of(3, 4)), "c", "d");

    assertThat(new Arrangement(new Touched(Map.of())).of(List.of(late, early)))
        .containsExactly(early, late);
  }

  @Property(tries = 200)
  void orderWithinEpochs(
      @ForAll @Size(POLICIES) List<@Size(min = 1, max = 5) Set<@IntRange(max = 9) Integer>> epochs,
      @ForAll @Size(POLICIES) List<@IntRange(max = 2) Integer> tensors) {
    List<Entry> entries = entries();
    List<Segment> segments = new ArrayList<>();
    for (int i = 0; i < POLICIES; i++) {
      String tensor = "t" + tensors.get(i);
      segments.add(segment(entries.get(i), new TreeSet<>(epochs.get(i)), tensor, tensor + "x"));
    }

    List<Segment> ordered = new Arrangement(new Touched(Map.of())).of(segments);

    Map<Integer, Set<Integer>> seen = new HashMap<>();
    for (int later = 0; later < ordered.size(); later++) {
      Segment second = ordered.get(later);
      assertThat(seen.computeIfAbsent(second.entry().order(), o -> new TreeSet<>()))
          .doesNotContainAnyElementsOf(second.epochs());
      seen.get(second.entry().order()).addAll(second.epochs());
      for (Segment first : ordered.subList(0, later)) {
        assertThat(first.first()).isLessThanOrEqualTo(second.first());
        boolean meet = !Collections.disjoint(first.epochs(), second.epochs());
        if (meet && first.steps().equals(second.steps())) {
          assertThat(first.entry().order()).isLessThan(second.entry().order());
        }
      }
    }
    for (int i = 0; i < POLICIES; i++) {
      assertThat(seen).containsEntry(i, new TreeSet<>(epochs.get(i)));
    }
  }
}
