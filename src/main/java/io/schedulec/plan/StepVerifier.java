package io.schedulec.plan;

import io.schedulec.channel.CoupledGroup;
import io.schedulec.plan.Places.BlockPlaces;
import io.schedulec.plan.Places.StepPlaces;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks what can be said of blocks and steps without carrying them out. */
final class StepVerifier {
  private final ParsedPlan parsed;
  private final Map<String, CoupledGroup> groups;
  private final Problems problems;
  private final MaskVerifier masks;
  private final Set<String> thinned = new HashSet<>();

  StepVerifier(
      ParsedPlan parsed,
      Map<String, CoupledGroup> groups,
      ModelTensors tensors,
      Problems problems) {
    this.parsed = parsed;
    this.groups = groups;
    this.problems = problems;
    this.masks = new MaskVerifier(tensors, problems);
  }

  void check() {
    List<Block> blocks = parsed.plan().blocks();
    int before = 0;
    for (int i = 0; i < blocks.size(); i++) {
      BlockPlaces at = parsed.places().blocks().get(i);
      before = order(blocks.get(i), before, at);
      for (int step = 0; step < blocks.get(i).steps().size(); step++) {
        check(blocks.get(i).steps().get(step), blocks.get(i), at.steps().get(step));
      }
    }
    unused();
  }

  /** Checks the epochs of a block, and answers the first of them. */
  private int order(Block block, int before, BlockPlaces at) {
    for (int i = 1; i < block.epochs().size(); i++) {
      int epoch = block.epochs().get(i);
      if (epoch <= block.epochs().get(i - 1)) {
        String message = "epoch " + epoch + " stands after epoch " + block.epochs().get(i - 1);
        problems.broken(at.epochs(), message, "must ascend");
        break;
      }
    }
    int first = block.epochs().get(0);
    if (first < before) {
      String message = "a block that starts in epoch %d stands after one that starts in epoch %d";
      problems.broken(at.epochs(), message.formatted(first, before), "too late in the text");
    }
    return first;
  }

  private void check(Step step, Block block, StepPlaces at) {
    if (step instanceof Step.Mask mask) {
      masks.check(mask, block, at);
    } else if (step instanceof Step.Thin thin) {
      thin(thin, at);
    } else if (!(step instanceof Step.LearningRate)) {
      throw new AssertionError(step);
    }
  }

  private void thin(Step.Thin thin, StepPlaces at) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < thin.groups().size(); i++) {
      String name = thin.groups().get(i);
      thinned.add(name);
      if (parsed.plan().groups().stream().noneMatch(group -> group.name().equals(name))) {
        problems.broken(at.names().get(i), "there is no group `" + name + "`", "not in this plan");
      } else if (!seen.add(name)) {
        problems.broken(at.names().get(i), "`" + name + "` is listed twice", "here again");
      } else {
        balanced(name, at);
      }
    }
    if (thin.dead() == DeadChannels.FOLD) {
      String message = "`fold` cannot be carried out yet, only `drop`";
      problems.broken(at.selection(), message, "not supported");
    }
  }

  /** Masks are ranked over all channels, so nothing makes them take as many from each block. */
  private void balanced(String name, StepPlaces at) {
    CoupledGroup group = groups.get(name);
    if (group != null && !group.constraints().isEmpty()) {
      String message = "`%s` must lose as many channels from each of %d blocks";
      problems.broken(
          at.word(),
          message.formatted(name, group.constraints().get(0).blocks()),
          "no mask makes sure of that");
    }
  }

  private void unused() {
    for (int i = 0; i < parsed.plan().groups().size(); i++) {
      String name = parsed.plan().groups().get(i).name();
      if (!thinned.contains(name)) {
        String message = "group `" + name + "` is never thinned";
        problems.broken(parsed.places().groups().get(i).name(), message, "no step names it");
      }
    }
  }
}
