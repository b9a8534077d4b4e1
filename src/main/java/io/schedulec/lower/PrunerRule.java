package io.schedulec.lower;

import io.schedulec.bind.BoundPolicy;
import io.schedulec.bind.BoundPruner;
import java.util.Set;
import java.util.function.Consumer;

/** How the pruners of one family of classes become masks. */
interface PrunerRule {

  /** The classes. */
  Set<String> classes();

  /**
   * The keys that it covers, or that the classes accept and ignore; any other key that is given has
   * to have its default value.
   */
  Set<String> keys();

  /** The policy settings that it covers; any other has to have its default value. */
  default Set<String> settings() {
    return Set.of();
  }

  /** Says what it does not cover in the values of its keys. */
  default void refuse(BoundPruner pruner, Tensors tensors, Refusals out) {}

  /**
   * The masks that a policy sets in each of its epochs, in the order of the schedule's list.
   *
   * @param policy one of the pruner's policies
   */
  void lower(BoundPruner pruner, BoundPolicy policy, Tensors tensors, Consumer<Draft> out);
}
