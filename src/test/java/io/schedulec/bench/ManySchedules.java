package io.schedulec.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Schedules of 200 lines for ResNet-50, each another, made from a seed. */
final class ManySchedules {
  static final int LINES = 200;
  private static final int[] BLOCKS = {3, 4, 6, 3};

  private final Random random = new Random(50);

  /** Writes schedules into folders of a hundred. */
  void write(Path folder, int count, Path model) throws IOException {
    for (int i = 0; i < count; i++) {
      Path group = folder.resolve("group" + i / 100);
      Files.createDirectories(group);
      Files.writeString(group.resolve("resnet50_" + i + ".yaml"), schedule(model));
    }
  }

  /** One schedule; every tenth has a mistake. */
  String schedule(Path model) {
    StringBuilder pruners = new StringBuilder();
    StringBuilder policies = new StringBuilder();
    for (int stage = 1; stage <= BLOCKS.length; stage++) {
      for (int block = 0; block < BLOCKS[stage - 1]; block++) {
        pruner(stage, block, pruners);
        policy(stage, block, policies);
      }
    }
    String text =
        "# schedulec: model="
            + model
            + "\nversion: 1\npruners:\n"
            + pruners
            + "policies:\n"
            + policies;
    String wrong =
        random.nextInt(10) == 0 ? text.replaceFirst("conv1\\.weight", "con1.weight") : text;
    return wrong + "#\n".repeat(LINES - (int) wrong.lines().count());
  }

  private void pruner(int stage, int block, StringBuilder out) {
    String layer = "module.layer" + stage + "." + block;
    out.append("  block").append(stage).append('_').append(block).append(":\n");
    out.append("    class: L1RankedStructureParameterPruner_AGP\n");
    out.append("    initial_sparsity: 0.0").append(1 + random.nextInt(9)).append('\n');
    out.append("    final_sparsity: 0.").append(20 + random.nextInt(60)).append('\n');
    out.append("    group_type: Filters\n");
    out.append("    weights: [").append(layer).append(".conv1.weight,\n");
    out.append("              ").append(layer).append(".conv2.weight]\n");
  }

  private void policy(int stage, int block, StringBuilder out) {
    int start = random.nextInt(20);
    out.append("  - pruner:\n");
    out.append("      instance_name: block").append(stage).append('_').append(block).append('\n');
    out.append("    starting_epoch: ").append(start).append('\n');
    out.append("    ending_epoch: ").append(start + 20 + random.nextInt(40)).append('\n');
    out.append("    frequency: ").append(1 + random.nextInt(4)).append('\n');
  }
}
