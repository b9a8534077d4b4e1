package io.schedulec.catalog;

import java.util.Optional;

/** The structures that a ranked pruner removes. */
public enum GroupType {
  /** Output channels; {@code 3D} is another word for it. */
  FILTERS,
  /** Input channels of a convolution, columns of a linear weight. */
  CHANNELS,
  /** Another word for {@link #CHANNELS}. */
  ROWS,
  /** Runs of filter-channel pairs at one kernel position. */
  BLOCKS;

  /** The group type of a word, spelled exactly so. */
  public static Optional<GroupType> of(String word) {
    return switch (word) {
      case "Filters", "3D" -> Optional.of(FILTERS);
      case "Channels" -> Optional.of(CHANNELS);
      case "Rows" -> Optional.of(ROWS);
      case "Blocks" -> Optional.of(BLOCKS);
      default -> Optional.empty();
    };
  }
}
