package io.schedulec.equivalence;

import java.util.Optional;

/**
 * What the removed channels of a group emitted in the masked model.
 *
 * @param dropped what they were at their readers
 * @param equivalence whether the model without them computes the same
 * @param where the first reader, in graph order, for which the class is no better; empty for {@link
 *     EquivalenceClass#EXACT}
 * @param largest the largest magnitude of a constant at a reader; 0 where there is none
 */
public record Emission(
    Dropped dropped, EquivalenceClass equivalence, Optional<String> where, double largest) {}
