package io.schedulec.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.channel.CoupledGroup;
import io.schedulec.channel.Role;
import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Parameter;
import io.schedulec.graph.Value;
import io.schedulec.kernel.NaiveTensor.Cell;
import io.schedulec.plan.Amount;
import io.schedulec.plan.Block;
import io.schedulec.plan.Comments;
import io.schedulec.plan.Criterion;
import io.schedulec.plan.Plan;
import io.schedulec.plan.PlanParser;
import io.schedulec.plan.PlanPrinter;
import io.schedulec.plan.Rounding;
import io.schedulec.plan.Step;
import io.schedulec.plan.VerifiedPlan;
import io.schedulec.plan.VerifiedPlans;
import io.schedulec.source.SourceFile;
import io.schedulec.testing.Graphs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import org.assertj.core.api.Assertions;

/** The kernel against one that works cell by cell. */
class KernelLawsTest {
  private static final ModelGraph GRAPH = graph();
  private static final Map<String, CoupledGroup> GROUPS = Plans.groups(GRAPH);
  private static final List<Rounding> ROUNDINGS =
      List.of(new Rounding.Distiller(), new Rounding.KeepFloor(), new Rounding.Multiple(2));

  /** A grouped convolution, a concatenation, a sum and a flattening. */
  private static ModelGraph graph() {
    Graphs g = new Graphs();
    Value a = g.node("Relu", g.conv(g.input("x", 1, 3, 2, 2), "a.weight", 6, 3, 3));
    Value grouped = g.node("Conv", Map.of("group", 2L), a, g.parameter("b.weight", 8, 3, 1, 1));
    Value joined = g.node("Concat", Map.of("axis", 1L), grouped, g.conv(a, "c.weight", 4, 6, 1));
    Value sum =
        g.node("Add", g.conv(joined, "d.weight", 5, 12, 1), g.conv(joined, "e.weight", 5, 12, 1));
    Value flat = g.node("Flatten", sum);
    Value fc = g.node("Gemm", Map.of("transB", 1L), flat, g.parameter("fc.weight", 7, 20));
    return g.build(fc);
  }

  private static Step anyStep(Random random) {
    Amount share = new Amount.Fixed(random.nextInt(9) / 10.0);
    Criterion criterion = random.nextBoolean() ? Criterion.L1 : Criterion.L2;
    return switch (random.nextInt(8)) {
      case 0, 1 -> Plans.lowest(share, criterion, "", 0, any(random, "a", "b", "c"));
      case 2 -> {
        String leader = random.nextInt(3) == 0 ? "e.weight" : "d.weight";
        yield Plans.lowest(share, criterion, leader, 0, "d.weight", "e.weight");
      }
      case 3 -> Plans.lowest(share, criterion, "", 1, any(random, "b", "c", "d", "fc"));
      case 4 -> Plans.smallest(random.nextDouble(), any(random, "a", "b", "c", "d", "fc"));
      case 5 -> Plans.below(random.nextInt(4) / 8.0, any(random, "a", "b", "c", "d", "fc"));
      case 6 -> Plans.thin(Role.FILTERS, random.nextBoolean() ? "d" : "c");
      default ->
          random.nextBoolean()
              ? Plans.thin(Role.CHANNELS, "b", "c")
              : Plans.thin(random.nextBoolean() ? Role.FILTERS : Role.CHANNELS, any(random));
    };
  }

  private static List<Step> maskAndThin(Random random) {
    String layer = any(random);
    double share = (1 + random.nextInt(5)) / 10.0;
    if (layer.equals("d")) {
      return List.of(
          Plans.lowest(
              new Amount.Fixed(share), Criterion.L1, "d.weight", 0, "d.weight", "e.weight"),
          Plans.thin("d"));
    }
    return List.of(Plans.lowest(share, 0, layer + ".weight"), Plans.thin(layer));
  }

  private static String any(Random random) {
    return List.of("a", "b", "c", "d").get(random.nextInt(4));
  }

  private static String[] any(Random random, String... layers) {
    List<String> some = new ArrayList<>();
    for (String layer : layers) {
      if (random.nextInt(3) == 0) {
        some.add(layer + ".weight");
      }
    }
    return some.isEmpty() ? new String[] {layers[0] + ".weight"} : some.toArray(String[]::new);
  }

  private static VerifiedPlan anyPlan(Random random) {
    List<Block> blocks = new ArrayList<>();
    for (int i = random.nextInt(5); i >= 0; i--) {
      List<Integer> epochs = random.nextBoolean() ? List.of(i) : List.of(i, i + 2);
      List<Step> steps = new ArrayList<>();
      for (int j = random.nextInt(3); j >= 0; j--) {
        steps.add(anyStep(random));
      }
      if (random.nextBoolean()) {
        steps.addAll(maskAndThin(random));
      }
      blocks.add(new Block(epochs, steps));
    }
    Rounding rounding = ROUNDINGS.get(random.nextInt(3));
    return Plans.plan(GRAPH, rounding, blocks.toArray(Block[]::new));
  }

  @Property(tries = 400)
  void doesWhatPencilAndPaperDo(@ForAll long seed) {
    Random random = new Random(seed);
    Weights weights = new Weights(GRAPH);
    for (Parameter p : GRAPH.parameters()) {
      weights.fill(p.name(), i -> (random.nextInt(17) - 8) / 8.0);
    }
    VerifiedPlan plan = anyPlan(random);
    NaiveKernel naive = new NaiveKernel(GRAPH, plan.plan(), GROUPS, weights);
    Optional<List<Thinning>> expected = thinnings(naive, plan);
    Statistics.label("carried out").collect(expected.isPresent());
    if (expected.isEmpty()) {
      Assertions.assertThatThrownBy(() -> Plans.run(plan, weights))
          .isInstanceOf(KernelException.class);
      return;
    }
    Outcome outcome = Plans.run(plan, weights);
    boolean thinned = outcome.thinnings().stream().anyMatch(t -> !t.channels().isEmpty());
    Statistics.label("thinned").collect(thinned);
    assertThat(outcome.thinnings()).isEqualTo(expected.get());
    GRAPH.parameters().forEach(p -> sameCells(p, naive.tensor(p.name()), weights, outcome));
  }

  @Property(tries = 5000)
  void aPlanThatWasPrintedAndReadDoesTheSame(@ForAll long seed) {
    Random random = new Random(seed);
    Weights weights = new Weights(GRAPH);
    GRAPH.parameters().forEach(p -> weights.fill(p.name(), i -> random.nextGaussian()));
    VerifiedPlan plan = anyPlan(random);
    String text = PlanPrinter.print(plan.plan(), Comments.NONE);
    Plan read = PlanParser.parse(SourceFile.of("a.plan", text)).plan().orElseThrow().plan();
    VerifiedPlan again = VerifiedPlans.of(read, GRAPH, GROUPS);
    assertThat(outcome(again, weights)).isEqualTo(outcome(plan, weights));
  }

  /** What a run does, to the last bit, or says. */
  private static Object outcome(VerifiedPlan plan, Weights weights) {
    try {
      return Plans.run(plan, weights);
    } catch (KernelException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static Optional<List<Thinning>> thinnings(NaiveKernel naive, VerifiedPlan plan) {
    try {
      return Optional.of(naive.run(plan.plan()));
    } catch (NaiveKernel.Refused e) {
      return Optional.empty();
    }
  }

  private static void sameCells(
      Parameter parameter, NaiveTensor naive, Weights weights, Outcome outcome) {
    double[] after = weights.after(outcome, parameter.name());
    for (Cell cell : naive.cells()) {
      int index = 0;
      for (int axis = 0; axis < cell.at.size(); axis++) {
        index = index * (int) parameter.shape().dim(axis) + cell.at.get(axis);
      }
      assertThat(after[index]).as("%s %s", parameter.name(), cell.at).isEqualTo(cell.value);
    }
  }
}
