package io.schedulec.kernel;

import io.schedulec.plan.Block;
import io.schedulec.plan.Plan;
import io.schedulec.plan.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/**
 * A step in one of its epochs.
 *
 * @param epoch the epoch
 * @param block the block of the plan, counted from 0
 * @param step the step in its block, counted from 0
 * @param what what happens
 */
record Occurrence(int epoch, int block, int step, Step what) {

  /** All of a plan in the order in which they happen, up to and including an epoch. */
  static List<Occurrence> of(Plan plan, OptionalInt until) {
    List<Occurrence> all = new ArrayList<>();
    for (int block = 0; block < plan.blocks().size(); block++) {
      for (int epoch : plan.blocks().get(block).epochs()) {
        if (epoch <= until.orElse(Integer.MAX_VALUE)) {
          addSteps(plan.blocks().get(block), epoch, block, all);
        }
      }
    }
    // A stable sort: within an epoch, blocks stay in the order of the plan.
    all.sort(Comparator.comparingInt(Occurrence::epoch));
    return all;
  }

  private static void addSteps(Block block, int epoch, int number, List<Occurrence> out) {
    for (int step = 0; step < block.steps().size(); step++) {
      out.add(new Occurrence(epoch, number, step, block.steps().get(step)));
    }
  }

  /** Where the plan says it, for people, who count from 1. */
  String place() {
    return "step " + (step + 1) + " of block " + (block + 1);
  }
}
