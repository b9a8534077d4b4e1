package io.schedulec.lower;

import io.schedulec.plan.Block;
import io.schedulec.plan.Step;
import java.util.ArrayList;
import java.util.List;

/** Segments as blocks; neighbours that act in the same epochs share one. */
final class BlockList {
  private final StepNotes notes;
  private final List<Block> blocks = new ArrayList<>();
  private final List<List<String>> comments = new ArrayList<>();

  BlockList(List<Segment> segments, StepNotes notes) {
    this.notes = notes;
    List<Segment> shared = new ArrayList<>();
    for (Segment segment : segments) {
      if (!shared.isEmpty() && !shared.get(0).epochs().equals(segment.epochs())) {
        add(shared);
        shared.clear();
      }
      shared.add(segment);
    }
    if (!shared.isEmpty()) {
      add(shared);
    }
  }

  private void add(List<Segment> shared) {
    List<Step> steps = new ArrayList<>();
    List<String> said = new ArrayList<>();
    for (Segment segment : shared) {
      for (Step step : segment.steps()) {
        steps.add(step);
        said.add(notes.of(step, segment));
      }
    }
    blocks.add(new Block(shared.get(0).epochs(), steps));
    comments.add(List.copyOf(said));
  }

  List<Block> blocks() {
    return blocks;
  }

  /** What is said of each step, by block and place in the block. */
  List<List<String>> comments() {
    return comments;
  }
}
