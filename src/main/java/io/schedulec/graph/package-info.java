/**
 * A neural network as plain values: nodes, the values between them, parameters and shapes.
 *
 * <p>Knows nothing of the files that models come from.
 */
@NullMarked
package io.schedulec.graph;

import org.jspecify.annotations.NullMarked;
