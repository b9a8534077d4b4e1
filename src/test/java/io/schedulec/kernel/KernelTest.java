package io.schedulec.kernel;

import static io.schedulec.kernel.Plans.DISTILLER;
import static io.schedulec.kernel.Plans.epoch;
import static io.schedulec.kernel.Plans.lowest;
import static io.schedulec.kernel.Plans.plan;
import static io.schedulec.kernel.Plans.run;
import static io.schedulec.kernel.Plans.thin;
import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Value;
import io.schedulec.testing.Graphs;
import java.util.List;
import org.junit.jupiter.api.Test;

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
}
