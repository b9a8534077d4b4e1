package io.schedulec.plan;

import java.util.List;

/**
 * What is done to which tensors of a model, and in which epochs.
 *
 * @param header what it was made from
 * @param groups the groups that some step thins, each with a name of its own
 * @param blocks what happens, ordered by the first epoch of each block; in an epoch that belongs to
 *     several blocks, their steps run in the order in which the blocks stand here
 */
public record Plan(Header header, List<Group> groups, List<Block> blocks) {
  /** Copies the lists. */
  public Plan {
    groups = List.copyOf(groups);
    blocks = List.copyOf(blocks);
  }
}
