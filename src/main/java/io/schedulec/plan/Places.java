package io.schedulec.plan;

import io.schedulec.source.Span;
import java.util.List;

/**
 * Where the parts of a plan stand in its text.
 *
 * @param header the parts of the header
 * @param groups as in {@link Plan#groups()}
 * @param blocks as in {@link Plan#blocks()}
 */
record Places(Heading header, List<GroupPlaces> groups, List<BlockPlaces> blocks) {
  Places {
    groups = List.copyOf(groups);
    blocks = List.copyOf(blocks);
  }

  /** The parts of a header. */
  record Heading(Span model, Span structure, Span operators, Span parameters) {
    /** Whether a place is in the header. */
    boolean contains(Span place) {
      return place.end() <= parameters.end();
    }
  }

  /**
   * The parts of a group.
   *
   * @param name its name
   * @param size its size
   * @param members one for each member; those that share a line share its place
   * @param balances one for each demand
   */
  record GroupPlaces(Span name, Span size, List<Span> members, List<Span> balances) {
    GroupPlaces {
      members = List.copyOf(members);
      balances = List.copyOf(balances);
    }
  }

  /**
   * The parts of a block.
   *
   * @param epochs its epochs, all together
   * @param steps one for each step
   */
  record BlockPlaces(Span epochs, List<StepPlaces> steps) {
    BlockPlaces {
      steps = List.copyOf(steps);
    }
  }

  /**
   * The parts of a step; where it does not have one, the next larger part that has its place.
   *
   * @param word what it does: {@code mask}, {@code thin} or {@code rate}
   * @param structures the axis or elements of a mask, the role of a thinning
   * @param counts {@code of 32} or {@code 32 -> 16}
   * @param selection the selection of a mask, the {@code drop} of a thinning
   * @param leader the leader of a mask
   * @param names the tensors of a mask, the groups of a thinning
   */
  record StepPlaces(
      Span word, Span structures, Span counts, Span selection, Span leader, List<Span> names) {
    StepPlaces {
      names = List.copyOf(names);
    }
  }
}
