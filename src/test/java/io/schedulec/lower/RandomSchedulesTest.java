package io.schedulec.lower;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.analysis.Checked;
import io.schedulec.analysis.Compilation;
import io.schedulec.analysis.Models;
import io.schedulec.bind.ModelFacts;
import io.schedulec.channel.CoupledGroup;
import io.schedulec.channel.Member;
import io.schedulec.plan.DeadChannels;
import io.schedulec.plan.Rounding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * Whatever the checks let pass becomes a plan that the verifier accepts, or is refused; the
 * verifier counts for itself.
 */
final class RandomSchedulesTest {
  private static final List<String> MODELS =
      List.of(
          "resnet20_cifar",
          "resnet20_cifar.fused",
          "tiny_inception",
          "simplenet_cifar",
          "mobilenet_v1_025");
  private static final List<Rounding> ROUNDINGS =
      List.of(new Rounding.Distiller(), new Rounding.KeepFloor(), new Rounding.Multiple(2));
  private static final Map<String, ModelFacts> FACTS = new HashMap<>();

  private static int compiled;
  private static int thinned;

  @AfterContainer
  static void manyOfThemAreGood() {
    assertThat(compiled).isGreaterThan(60);
    assertThat(thinned).isGreaterThan(25);
  }

  @Property(tries = 300)
  void compiledOrRefused(@ForAll long seed) {
    Random random = new Random(seed);
    String model = MODELS.get(random.nextInt(MODELS.size()));
    Rounding rounding = ROUNDINGS.get(random.nextInt(ROUNDINGS.size()));
    String yaml = schedule(model, random);

    Compilation compilation =
        Compiled.text(
            "s.yaml",
            yaml,
            Checked.bundled(model),
            new LoweringOptions(rounding, DeadChannels.DROP));

    assertThat(compilation.result().isPresent()).as(yaml).isNotEqualTo(compilation.hasErrors());
    if (compilation.result().isPresent()) {
      compiled++;
      thinned += compilation.result().get().text().contains("thin ") ? 1 : 0;
      Statistics statistics = Compiled.statistics(compilation);
      assertThat(statistics.points()).isNotEmpty();
    }
  }

  private static String schedule(String model, Random random) {
    Sketch sketch = new Sketch();
    boolean filters = random.nextInt(4) > 0;
    int pruners = 1 + random.nextInt(3);
    for (int i = 0; i < pruners; i++) {
      if (random.nextInt(4) == 0) {
        elements(sketch, "p" + i, model, random);
      } else {
        structures(sketch, "p" + i, model, filters, random);
      }
    }
    sketch.thinner("t", filters ? "remove_filters" : "remove_channels");
    sketch.policy("extension", "t", "epochs: [" + random.nextInt(4) + ", 9]");
    if (random.nextBoolean()) {
      sketch.rate("lr", "class: StepLR, step_size: 3");
      sketch.window("lr_scheduler", "lr", random.nextInt(5), 12, 1);
    }
    return sketch.toString();
  }

  private static void structures(
      Sketch sketch, String name, String model, boolean filters, Random random) {
    List<CoupledGroup> groups =
        facts(model).spaces().groups().stream().filter(CoupledGroup::prunable).toList();
    CoupledGroup group = groups.get(random.nextInt(groups.size()));
    Set<String> names = new LinkedHashSet<>();
    for (Member member : filters ? group.writers() : group.readers()) {
      names.add(member.parameter().name());
    }
    List<String> weights = new ArrayList<>(names);
    boolean ramp = random.nextBoolean();
    sketch.pruner(
        name,
        "class: L"
            + (1 + random.nextInt(2))
            + "RankedStructureParameterPruner"
            + (ramp ? "_AGP, initial_sparsity: 0.2, final_sparsity: " : ", desired_sparsity: ")
            + (3 + random.nextInt(6)) / 10.0
            + ", group_type: "
            + (filters ? "Filters" : "Channels")
            + (weights.size() > 1 ? ", group_dependency: Leader" : "")
            + ", weights: "
            + weights);
    timing(sketch, name, random);
  }

  private static void elements(Sketch sketch, String name, String model, Random random) {
    List<String> weights = new ArrayList<>();
    facts(model).names().names().stream().filter(n -> n.endsWith("weight")).forEach(weights::add);
    sketch.pruner(
        name,
        "class: AutomatedGradualPruner, initial_sparsity: 0.1, final_sparsity: 0.6, weights: ["
            + weights.get(random.nextInt(weights.size()))
            + "]");
    timing(sketch, name, random);
  }

  private static void timing(Sketch sketch, String name, Random random) {
    int start = random.nextInt(6);
    sketch.window("pruner", name, start, start + 4, 1 + random.nextInt(2));
  }

  private static ModelFacts facts(String model) {
    return FACTS.computeIfAbsent(model, m -> new Models().load(Checked.bundled(m)));
  }
}
