package io.schedulec.catalog;

/** A property of a class that checks ask for. */
public enum Trait {
  /** Zeroes single elements of a tensor. */
  ELEMENTS,
  /** Zeroes the lowest-ranked structures (filters, channels, rows, blocks) of a tensor. */
  STRUCTURE_RANKED,
  /** Zeroes the structures whose norm is below a threshold. */
  STRUCTURE_THRESHOLD,
  /** Honours {@code group_dependency: Leader}. */
  LEADER,
  /** Raises sparsity along the cubic AGP curve, which needs a window with two firings. */
  RAMPED,
  /** Reads start, end and frequency of its policy, so that a list of epochs does not do. */
  WINDOWED,
  /** Prunes filters whatever {@code group_type} says. */
  ALWAYS_FILTERS,
  /** Ranks by activation statistics, which have to be collected during an epoch before. */
  ACTIVATIONS,
  /** Ranks at random, so which structures go is not decided by the weights. */
  RANDOM,
  /** Multiplies what it keeps, so that its mask is more than zeros and ones. */
  SCALES,
  /** Cuts zeroed structures out of the model. */
  THINS,
  /** Reads {@code args.levels} of its policy. */
  POLICY_LEVELS,
  /** Works on a trained model from the command line; no policy can schedule it. */
  POST_TRAINING
}
