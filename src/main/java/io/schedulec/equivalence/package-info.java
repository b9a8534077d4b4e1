/**
 * Whether a model without its removed channels computes what the masked model computed.
 *
 * <p>{@link io.schedulec.equivalence.Emissions} follows each removed channel from its writers to
 * its readers: one {@code EmissionRule} per family of operators, listed in {@code EmissionRules},
 * says what the operator makes of a channel that is zero, constant, or anything else. Where nothing
 * is known of a channel it is taken to vary, so that a class may be too weak but never too strong.
 */
@NullMarked
package io.schedulec.equivalence;

import org.jspecify.annotations.NullMarked;
