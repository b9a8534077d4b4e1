package io.schedulec.mutation;

import io.schedulec.analysis.Checked;
import io.schedulec.analysis.Models;
import io.schedulec.bind.ModelFacts;
import io.schedulec.channel.CoupledGroup;
import io.schedulec.channel.Member;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A schedule drawn at random, meant to be without mistakes.
 *
 * @param model the bundled model it is for
 * @param text the schedule
 */
public record RandomSchedule(String model, String text) {
  private static final List<String> MODELS =
      List.of(
          "resnet20_cifar",
          "resnet20_cifar",
          "resnet20_cifar.fused",
          "tiny_inception",
          "simplenet_cifar",
          "mobilenet_v1_025");
  private static final Map<String, ModelFacts> FACTS = new HashMap<>();

  /** The schedule of a seed. */
  public static RandomSchedule of(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 3; i++) {
      random.nextInt();
    }
    String model = MODELS.get(random.nextInt(MODELS.size()));
    Parts parts = new Drawing(facts(model), random).draw();
    return new RandomSchedule(model, StyledText.of(parts, Style.of(random), random));
  }

  static ModelFacts facts(String model) {
    return FACTS.computeIfAbsent(model, m -> new Models().load(Checked.bundled(m)));
  }

  /** Draws the parts of one schedule. */
  private static final class Drawing {
    private final Random random;
    private final boolean filters;
    private final List<List<String>> chains = new ArrayList<>();
    private final List<String> free = new ArrayList<>();
    private final Parts parts = new Parts();
    private int pruners;
    private int last;

    Drawing(ModelFacts facts, Random random) {
      this.random = random;
      this.filters = random.nextInt(4) > 0;
      for (CoupledGroup group : facts.spaces().groups()) {
        LinkedHashSet<String> names = new LinkedHashSet<>();
        for (Member member : filters ? group.writers() : group.readers()) {
          if (member.parameter().shape().rank() == 4 || !filters) {
            names.add(member.parameter().name());
          }
        }
        if (group.prunable() && group.size() >= 8 && names.size() > 1) {
          chains.add(List.copyOf(names));
        } else if (group.prunable() && group.size() >= 8) {
          free.addAll(names);
        }
      }
      List<String> once = new ArrayList<>(new LinkedHashSet<>(free));
      chains.forEach(once::removeAll);
      free.clear();
      free.addAll(once);
      Collections.shuffle(chains, random);
      Collections.shuffle(free, random);
    }

    Parts draw() {
      for (int n = 1 + random.nextInt(3); n > 0; n--) {
        int kind = random.nextInt(6);
        if (kind < 3 && !chains.isEmpty()) {
          structures(chains.remove(0), true);
        } else if (kind < 5 && !free.isEmpty()) {
          structures(some(free), false);
        } else if (!free.isEmpty()) {
          elements(some(free));
        }
      }
      if (random.nextInt(4) == 0 && !free.isEmpty()) {
        regularizer(some(free));
      }
      if (pruners == 0 || random.nextInt(4) > 0) {
        thinner();
      }
      if (random.nextInt(2) == 0) {
        rate();
      }
      return parts;
    }

    private List<String> some(List<String> names) {
      List<String> taken = new ArrayList<>();
      for (int n = 1 + random.nextInt(3); n > 0 && !names.isEmpty(); n--) {
        taken.add(names.remove(0));
      }
      return taken;
    }

    private void structures(List<String> names, boolean leader) {
      boolean ramp = random.nextBoolean();
      List<Parts.Key> keys = new ArrayList<>();
      String kind = "L" + (1 + random.nextInt(2)) + "RankedStructureParameterPruner";
      keys.add(Parts.Key.of("class", ramp ? kind + "_AGP" : kind));
      if (ramp) {
        keys.add(Parts.Key.of("initial_sparsity", random.nextBoolean() ? "0.25" : ".3"));
        keys.add(Parts.Key.of("final_sparsity", "0." + (5 + random.nextInt(4))));
      } else {
        keys.add(Parts.Key.of("desired_sparsity", "0." + (3 + random.nextInt(5))));
      }
      String word = filters ? (random.nextInt(5) == 0 ? "3D" : "Filters") : "Channels";
      keys.add(Parts.Key.of("group_type", word));
      if (leader) {
        keys.add(Parts.Key.of("group_dependency", "Leader"));
      }
      finish(keys, names, ramp);
    }

    private void elements(List<String> names) {
      if (random.nextBoolean()) {
        List<Parts.Entry> entries =
            names.stream().map(n -> new Parts.Entry(n, "0." + (1 + random.nextInt(9)))).toList();
        String name = "p" + pruners++;
        String key = random.nextBoolean() ? "levels" : "sensitivities";
        String kind = key.equals("levels") ? "SparsityLevelParameterPruner" : "SensitivityPruner";
        parts.add(
            "pruners",
            name,
            List.of(Parts.Key.of("class", kind), new Parts.Key(key, new Parts.ByName(entries))));
        fires(name, false);
        return;
      }
      List<Parts.Key> keys = new ArrayList<>();
      keys.add(Parts.Key.of("class", "AutomatedGradualPruner"));
      keys.add(Parts.Key.of("initial_sparsity", "0.05"));
      keys.add(Parts.Key.of("final_sparsity", "0.8"));
      finish(keys, names, true);
    }

    private void finish(List<Parts.Key> keys, List<String> names, boolean ramp) {
      keys.add(new Parts.Key("weights", new Parts.Names(names)));
      if (random.nextInt(3) == 0) {
        Collections.shuffle(keys.subList(1, keys.size()), random);
      }
      String name = "p" + pruners++;
      parts.add("pruners", name, keys);
      fires(name, ramp);
    }

    private void fires(String name, boolean ramp) {
      int start = random.nextInt(6);
      if (ramp) {
        int frequency = 1 + random.nextInt(2);
        int end = start + 2 + frequency * (1 + random.nextInt(3));
        parts.window("pruner", name, start, end, frequency);
        last = Math.max(last, end);
      } else {
        parts.at("pruner", name, "[" + start + "]");
        last = Math.max(last, start);
      }
    }

    private void regularizer(List<String> names) {
      List<Parts.Entry> entries =
          names.stream().map(n -> new Parts.Entry(n, "0.000" + (1 + random.nextInt(9)))).toList();
      parts.add(
          "regularizers",
          "r0",
          List.of(
              Parts.Key.of("class", "L1Regularizer"),
              new Parts.Key("reg_regims", new Parts.ByName(entries))));
      parts.window("regularizer", "r0", 0, 9, 1);
    }

    private void thinner() {
      parts.add(
          "extensions",
          "t0",
          List.of(
              Parts.Key.of("class", random.nextBoolean() ? "FilterRemover" : "StructureRemover"),
              Parts.Key.of("thinning_func_str", filters ? "remove_filters" : "remove_channels"),
              Parts.Key.of("arch", "any"),
              Parts.Key.of("dataset", "cifar10")));
      parts.at("extension", "t0", "[" + (last + 1 + random.nextInt(5)) + "]");
    }

    private void rate() {
      parts.add(
          "lr_schedulers",
          "l0",
          List.of(
              Parts.Key.of("class", "StepLR"),
              Parts.Key.of("step_size", "30"),
              Parts.Key.of("gamma", "0.1")));
      parts.window("lr_scheduler", "l0", 0, 40, 1);
    }
  }
}
