package io.schedulec.check.chain;

import io.schedulec.bind.BoundPruner;
import io.schedulec.bind.BoundWeight;

/**
 * A layer that a pruner lists.
 *
 * @param pruner the pruner
 * @param weight the layer's weight, as listed
 */
public record Listed(BoundPruner pruner, BoundWeight weight) {

  /** The name of the weight. */
  public String name() {
    return weight.name();
  }
}
