package io.schedulec.kernel;

import static io.schedulec.kernel.Plans.DISTILLER;
import static io.schedulec.kernel.Plans.KEEP_FLOOR;
import static io.schedulec.kernel.Plans.below;
import static io.schedulec.kernel.Plans.epoch;
import static io.schedulec.kernel.Plans.lowest;
import static io.schedulec.kernel.Plans.plan;
import static io.schedulec.kernel.Plans.run;
import static io.schedulec.kernel.Plans.smallest;
import static io.schedulec.kernel.Plans.thin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.schedulec.graph.DataType;
import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Value;
import io.schedulec.plan.Amount;
import io.schedulec.plan.Block;
import io.schedulec.plan.Criterion;
import io.schedulec.plan.Step;
import io.schedulec.plan.VerifiedPlan;
import io.schedulec.testing.Graphs;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KernelTest {

  /** Two convolutions, of 4 and 3 filters. */
  private static ModelGraph twoConvolutions() {
    Graphs g = new Graphs();
    Value first = g.conv(g.input("x", 1, 2, 8, 8), "first.weight", 4, 2, 3);
    return g.build(g.conv(g.node("Relu", first), "second.weight", 3, 4, 3));
  }

  @Test
  void masksTheLowestFiltersAndThinsThem() {
    ModelGraph graph = twoConvolutions();
    double[] scale = {0.5, -0.25, 2, 0.125};
    Weights weights = new Weights(graph).fill("first.weight", i -> scale[i / 18]);
    Outcome outcome =
        run(
            plan(graph, DISTILLER, epoch(3, lowest(0.5, 0, "first.weight"), thin("first"))),
            weights);
    assertThat(outcome.thinnings()).containsExactly(new Thinning(3, "first", List.of(1, 3)));
    double[] after = weights.after(outcome, "first.weight");
    for (int i = 0; i < after.length; i++) {
      assertThat(after[i]).isEqualTo(i / 18 % 2 == 1 ? 0 : scale[i / 18]);
    }
    assertThat(outcome.contents()).hasSize(1);
    assertThat(outcome.masks()).hasSize(1);
  }

  /** Between two thinnings, where a later one would even out what the first has taken. */
  @Test
  void refusesToMaskAConvolutionWhoseGroupsReadDifferentNumbersOfChannels() {
    Graphs g = new Graphs();
    Value read = g.conv(g.input("x", 1, 1, 2, 2), "a.weight", 6, 1, 1);
    Value grouped = g.node("Conv", Map.of("group", 2L), read, g.parameter("b.weight", 4, 3, 1, 1));
    ModelGraph graph = g.build(grouped);
    double[] filters = {0.1, 2, 3, 4, 5, 6};
    Weights weights = new Weights(graph).set("a.weight", filters);
    for (Step mask :
        List.of(
            lowest(0.5, 0, "b.weight"), lowest(0.5, 1, "b.weight"), smallest(0.5, "b.weight"))) {
      VerifiedPlan plan =
          plan(graph, DISTILLER, epoch(0, lowest(0.2, 0, "a.weight"), thin("a"), mask));
      assertThatThrownBy(() -> run(plan, weights))
          .isInstanceOf(KernelException.class)
          .hasMessageContaining("read different numbers of channels: [2, 3]");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT32", "FLOAT64", "FLOAT16", "BFLOAT16"})
  void ranksEveryTypeOfWeights(DataType type) {
    ModelGraph graph = oneLinear(type, 4, 3);
    double[] rows = {-0.5, 0.25, 3, 0, 0, 0.125, 1, -0.0625, 0, -2, -2, -2};
    Weights weights = new Weights(graph).set("fc.weight", rows);
    Outcome filters = run(plan(graph, DISTILLER, epoch(0, lowest(0.5, 0, "fc.weight"))), weights);
    assertThat(weights.after(filters, "fc.weight"))
        .containsExactly(-0.5, 0.25, 3, 0, 0, 0, 0, 0, 0, -2, -2, -2);
    Outcome elements = run(plan(graph, DISTILLER, epoch(0, smallest(0.5, "fc.weight"))), weights);
    assertThat(weights.after(elements, "fc.weight"))
        .containsExactly(-0.5, 0, 3, 0, 0, 0, 1, 0, 0, -2, -2, -2);
    Outcome below = run(plan(graph, DISTILLER, epoch(0, below(0.25, "fc.weight"))), weights);
    assertThat(weights.after(below, "fc.weight"))
        .containsExactly(-0.5, 0, 3, 0, 0, 0, 1, 0, 0, -2, -2, -2);
  }

  @Test
  void ranksDoublesWhoseSquaresNoDoubleHolds() {
    ModelGraph graph = oneLinear(DataType.FLOAT64, 4, 1);
    for (double scale : new double[] {1e-200, 1, 1e200}) {
      Weights weights =
          new Weights(graph).set("fc.weight", 3 * scale, -scale, 2 * scale, 4 * scale);
      Step.Mask mask = lowest(new Amount.Fixed(0.5), Criterion.L2, "", 0, "fc.weight");
      Outcome outcome = run(plan(graph, DISTILLER, epoch(0, mask)), weights);
      assertThat(weights.after(outcome, "fc.weight")).containsExactly(3 * scale, 0, 0, 4 * scale);
    }
  }

  @Test
  void tiesGoTogetherWithDistillerAndInOrderOtherwise() {
    ModelGraph graph = oneLinear(DataType.FLOAT32, 5, 1);
    Weights weights = new Weights(graph).set("fc.weight", 1, 2, -1, 1, 3);
    Step mask = lowest(0.4, 0, "fc.weight");
    Outcome together = run(plan(graph, DISTILLER, epoch(0, mask)), weights);
    assertThat(weights.after(together, "fc.weight")).containsExactly(0, 2, 0, 0, 3);
    MaskReport report = together.masks().get(0);
    assertThat(report.asked()).hasValue(2);
    assertThat(report.zeroed()).isEqualTo(3);
    assertThat(report.of()).isEqualTo(5);
    assertThat(report.differs()).isTrue();
    Outcome ordered = run(plan(graph, KEEP_FLOOR, epoch(0, mask)), weights);
    assertThat(weights.after(ordered, "fc.weight")).containsExactly(0, 2, 0, 1, 3);
    assertThat(ordered.masks().get(0).differs()).isFalse();
    Outcome elements = run(plan(graph, KEEP_FLOOR, epoch(0, smallest(0.4, "fc.weight"))), weights);
    assertThat(weights.after(elements, "fc.weight")).containsExactly(0, 2, 0, 1, 3);
  }

  @Test
  void equalFiltersTieWhereverTheyStand() {
    ModelGraph graph = oneLinear(DataType.FLOAT32, 7, 1000);
    double[] filter = new Random(3).doubles(1000).toArray();
    Weights weights =
        new Weights(graph).fill("fc.weight", i -> i / 1000 < 5 ? filter[i % 1000] : 2);
    Outcome outcome = run(plan(graph, DISTILLER, epoch(0, lowest(0.2, 0, "fc.weight"))), weights);
    assertThat(outcome.masks().get(0).zeroed()).isEqualTo(5);
  }

  @Test
  void refusesToZeroEverythingForTiesAlone() {
    ModelGraph graph = oneLinear(DataType.FLOAT32, 4, 2);
    Weights weights = new Weights(graph);
    for (Step step : List.of(lowest(0.5, 0, "fc.weight"), smallest(0.5, "fc.weight"))) {
      assertThatThrownBy(() -> run(plan(graph, DISTILLER, epoch(7, step)), weights))
          .isInstanceOf(KernelException.class)
          .hasMessageStartingWith("epoch 7, step 1 of block 1: ")
          .hasMessageContaining("fc.weight rank equal with all others");
    }
    Outcome all = run(plan(graph, DISTILLER, epoch(0, lowest(1, 0, "fc.weight"))), weights);
    assertThat(all.masks().get(0).zeroed()).isEqualTo(4);
  }

  @Test
  void refusesWhatIsNoNumber() {
    ModelGraph graph = twoConvolutions();
    for (double odd : new double[] {Double.NaN, Double.NEGATIVE_INFINITY}) {
      Weights weights =
          new Weights(graph).fill("first.weight", i -> i == 3 * 18 + 9 + 8 ? odd : i / 18 + 1);
      for (Step step :
          List.of(
              lowest(0.5, 0, "first.weight"),
              lowest(0.5, 1, "first.weight"),
              smallest(0.5, "first.weight"),
              below(0.5, "first.weight"))) {
        assertThatThrownBy(() -> run(plan(graph, DISTILLER, epoch(0, step)), weights))
            .isInstanceOf(KernelException.class)
            .hasMessageContaining("first.weight has " + (odd < 0 ? "an infinite weight" : "NaN"))
            .hasMessageContaining("at [3, 1, 2, 2]");
      }
    }
  }

  @Test
  void theLeaderDecidesForAll() {
    Graphs g = new Graphs();
    Value in = g.input("x", 1, 2, 4, 4);
    ModelGraph graph =
        g.build(g.node("Add", g.conv(in, "a.weight", 4, 2, 1), g.conv(in, "b.weight", 4, 2, 1)));
    Weights weights =
        new Weights(graph)
            .fill("a.weight", i -> new double[] {4, 1, 3, 2}[i / 2])
            .fill("b.weight", i -> new double[] {1, 2, 3, 4}[i / 2]);
    Step mask = lowest(new Amount.Fixed(0.5), Criterion.L1, "a.weight", 0, "b.weight", "a.weight");
    Outcome outcome = run(plan(graph, DISTILLER, epoch(0, mask, thin("a"))), weights);
    assertThat(weights.after(outcome, "b.weight")).containsExactly(1, 1, 0, 0, 3, 3, 0, 0);
    assertThat(outcome.thinnings()).containsExactly(new Thinning(0, "a", List.of(1, 3)));
  }

  @Test
  void nothingHappensWhereNothingIsAskedFor() {
    ModelGraph graph = twoConvolutions();
    Weights weights = new Weights(graph).fill("first.weight", i -> Math.floorDiv(i, 18));
    Outcome outcome =
        run(
            plan(
                graph,
                DISTILLER,
                epoch(0, lowest(0.5, 0, "first.weight")),
                epoch(1, lowest(0.1, 0, "first.weight"), thin("first"), thin("second"))),
            weights);
    assertThat(outcome.masks()).extracting(MaskReport::zeroed).containsExactly(2L, 0L);
    assertThat(outcome.thinnings())
        .containsExactly(
            new Thinning(1, "first", List.of(0, 1)), new Thinning(1, "second", List.of()));
  }

  @Test
  void copiesNothingThatStaysTheSame() {
    ModelGraph graph = twoConvolutions();
    Weights weights = new Weights(graph).fill("first.weight", i -> i / 18 < 2 ? 0 : 1);
    Step mask = lowest(0.5, 0, "first.weight");
    assertThat(run(plan(graph, DISTILLER, epoch(0, mask)), weights).contents()).isEmpty();
  }

  @Test
  void stopsWhereItIsTold() {
    ModelGraph graph = twoConvolutions();
    Weights weights = new Weights(graph).fill("first.weight", i -> Math.floorDiv(i, 18));
    VerifiedPlan plan =
        plan(
            graph,
            DISTILLER,
            new Block(List.of(0, 2, 4), List.of(lowest(0.5, 0, "first.weight"))),
            epoch(2, thin("first")));
    List<Progress> progress = new ArrayList<>();
    Outcome until1 = Kernel.run(plan, weights, OptionalInt.of(1), progress::add);
    assertThat(until1.thinnings()).isEmpty();
    assertThat(progress).containsExactly(new Progress(0, 1, 1));
    progress.clear();
    Outcome until2 = Kernel.run(plan, weights, OptionalInt.of(2), progress::add);
    assertThat(until2.thinnings()).hasSize(1);
    assertThat(progress)
        .containsExactly(new Progress(0, 1, 3), new Progress(2, 2, 3), new Progress(2, 3, 3));
  }

  @Test
  void refusesToThinEverything() {
    ModelGraph graph = twoConvolutions();
    VerifiedPlan plan =
        plan(graph, DISTILLER, epoch(0, lowest(1, 0, "first.weight"), thin("first")));
    KernelException refused =
        catchThrowableOfType(KernelException.class, () -> run(plan, new Weights(graph)));
    assertThat(refused).hasMessageContaining("every channel of first is zero");
    assertThat(refused.epoch()).isZero();
    assertThat(refused.block()).isZero();
    assertThat(refused.step()).isEqualTo(1);
  }

  @Test
  void refusesTypesThatHaveNoMagnitude() {
    ModelGraph graph = oneLinear(DataType.INT8, 4, 3);
    VerifiedPlan plan = plan(graph, DISTILLER, epoch(0, lowest(0.5, 0, "fc.weight")));
    assertThatThrownBy(() -> run(plan, new Weights(graph)))
        .isInstanceOf(KernelException.class)
        .hasMessageContaining("fc.weight holds INT8");
  }

  @Test
  void emptyTensorsHaveNothingToMask() {
    ModelGraph graph = oneLinear(DataType.FLOAT32, 0, 3);
    Outcome outcome =
        run(
            plan(
                graph,
                KEEP_FLOOR,
                epoch(
                    0,
                    lowest(0.5, 0, "fc.weight"),
                    lowest(0.5, 1, "fc.weight"),
                    smallest(0.5, "fc.weight"),
                    below(1, "fc.weight"))),
            new Weights(graph));
    assertThat(outcome.contents()).isEmpty();
    assertThat(outcome.masks()).hasSize(4);
  }

  @Test
  void everyThreadAndLocaleHasTheSameOutcome() throws InterruptedException {
    ModelGraph graph = twoConvolutions();
    Random random = new Random(5);
    Weights weights = new Weights(graph).fill("first.weight", i -> random.nextGaussian());
    VerifiedPlan plan =
        plan(graph, DISTILLER, epoch(0, lowest(0.5, 0, "first.weight"), thin("first")));
    Outcome expected = run(plan, weights);
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("ar-EG"));
    List<Outcome> outcomes = Collections.synchronizedList(new ArrayList<>());
    try {
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        Thread thread = new Thread(() -> outcomes.add(run(plan, weights)));
        threads.add(thread);
        thread.start();
      }
      for (Thread thread : threads) {
        thread.join();
      }
    } finally {
      Locale.setDefault(before);
    }
    assertThat(outcomes).hasSize(4).containsOnly(expected);
  }

  /** A linear layer. */
  private static ModelGraph oneLinear(DataType type, long out, long in) {
    Graphs g = new Graphs();
    Value weight = g.parameter("fc.weight", type, out, in);
    return g.build(g.node("Gemm", Map.of("transB", 1L), g.input("x", 1, in), weight));
  }
}
