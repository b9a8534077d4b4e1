package io.schedulec.catalog;

import java.util.Optional;

/** Which zeroed structures a thinning cuts out. */
public enum Thinning {
  FILTERS,
  CHANNELS,
  /** Filters, then channels. */
  BOTH;

  /** The direction of a {@code thinning_func_str}. */
  public static Optional<Thinning> of(String word) {
    return switch (word) {
      case "remove_filters" -> Optional.of(FILTERS);
      case "remove_channels" -> Optional.of(CHANNELS);
      case "contract_model" -> Optional.of(BOTH);
      default -> Optional.empty();
    };
  }

  /** Whether zeroed filters are cut out. */
  public boolean removesFilters() {
    return this != CHANNELS;
  }

  /** Whether zeroed input channels are cut out. */
  public boolean removesChannels() {
    return this != FILTERS;
  }
}
