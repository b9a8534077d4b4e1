package io.schedulec.bind;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.rate.StructureCount;
import io.schedulec.schedule.Schedule;
import io.schedulec.schedule.ScheduleReader;
import io.schedulec.source.SourceFile;
import io.schedulec.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Sizes after thinning are those of going through the run epoch by epoch. */
final class ShrinkageTest {
  private static final int SIZE = 64;
  private static final int EPOCHS = 40;

  private final Random random = new Random(11);

  @Test
  void sizesAreThoseOfGoingThroughTheRun() {
    for (int i = 0; i < 2_000; i++) {
      String text = schedule();
      BoundSchedule schedule = bind(text);
      List<Shrinkage.Stage> stages = Shrinkage.of(schedule, schedule.pruners().get(0), SIZE);

      assertThat(removals(stages)).as(text).isEqualTo(simulated(schedule));
    }
  }

  @Test
  void whatNoRunReachesDoesNotHappen() {
    String text =
        pruner("desired_sparsity: 0.5")
            + "policies:\n"
            + policy("pruner", "p", "epochs: [0, 50]")
            + policy("extension", "t", "epochs: [10, 60]");
    BoundSchedule all = bind(text);
    BoundSchedule run = bind(text, OptionalInt.of(40));

    assertThat(removals(Shrinkage.of(all, all.pruners().get(0), 16))).containsExactly(8, 4);
    assertThat(removals(Shrinkage.of(run, run.pruners().get(0), 16))).containsExactly(8);
  }

  /** The sizes that thinnings leave. */
  private static List<Integer> removals(List<Shrinkage.Stage> stages) {
    List<Integer> sizes = new ArrayList<>();
    for (Shrinkage.Stage stage : stages) {
      if (stage.thinning().isPresent() && stage.kept() < stage.before()) {
        sizes.add(stage.kept());
      }
    }
    return sizes;
  }

  private static List<Integer> simulated(BoundSchedule schedule) {
    List<Integer> sizes = new ArrayList<>();
    int size = SIZE;
    int masked = 0;
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      for (Act act : schedule.course().acts()) {
        if (!act.firings().has(epoch)) {
          continue;
        }
        if (act.instance().thinning().isPresent()) {
          if (masked > 0) {
            size -= masked;
            sizes.add(size);
          }
          masked = 0;
        } else {
          double target = Rates.target(act.instance(), act.policy(), epoch).orElseThrow();
          masked = StructureCount.removed(target, size);
        }
      }
    }
    return sizes;
  }

  private String schedule() {
    StringBuilder text = new StringBuilder();
    boolean ramp = random.nextBoolean();
    text.append(
        pruner(ramp ? "initial_sparsity: 0.05\n    final_sparsity: 0.6" : "desired_sparsity: 0.3"));
    text.append("policies:\n");
    int policies = 1 + random.nextInt(4);
    for (int i = 0; i < policies; i++) {
      if (i == 0 || random.nextInt(3) == 0) {
        text.append(policy("pruner", "p", ramp ? window() : when()));
      } else {
        text.append(policy("extension", "t", when()));
      }
    }
    return text.toString();
  }

  private String when() {
    return random.nextBoolean() ? window() : "epochs: [" + random.nextInt(30) + "]";
  }

  private String window() {
    int start = random.nextInt(12);
    int frequency = 1 + random.nextInt(4);
    int end = start + 1 + frequency + random.nextInt(15);
    return "starting_epoch: %d\n    ending_epoch: %d\n    frequency: %d"
        .formatted(start, end, frequency);
  }

  private static String pruner(String keys) {
    String agp = keys.startsWith("initial") ? "_AGP" : "";
    return "pruners:\n  p:\n    class: L1RankedStructureParameterPruner"
        + agp
        + "\n    group_type: Filters\n    weights: [a.weight]\n    "
        + keys
        + "\nextensions:\n  t: {class: FilterRemover, thinning_func_str: remove_filters, arch: a,"
        + " dataset: cifar10}\n";
  }

  private static String policy(String kind, String name, String when) {
    return "  - " + kind + ": {instance_name: " + name + "}\n    " + when + "\n";
  }

  private static BoundSchedule bind(String text) {
    return bind(text, OptionalInt.empty());
  }

  private static BoundSchedule bind(String text, OptionalInt epochs) {
    SourceFile source = SourceFile.of("schedule.yaml", text);
    Schedule schedule =
        ScheduleReader.read(YamlReader.read(source, d -> {}).orElseThrow(), d -> {});
    ModelFacts facts = ModelFacts.absent(List.of("a.weight"));
    return Binder.bind(schedule, facts, Target.PLAN, epochs);
  }
}
