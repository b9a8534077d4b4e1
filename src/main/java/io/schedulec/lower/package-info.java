/**
 * From a bound schedule to a plan: which tensors, which axis, how many of how many, in which
 * epochs.
 *
 * <p>A family of pruner classes is one {@link io.schedulec.lower.PrunerRule}, listed in {@link
 * io.schedulec.lower.PrunerRules}. What no rule covers is refused, never skipped.
 */
@NullMarked
package io.schedulec.lower;

import org.jspecify.annotations.NullMarked;
