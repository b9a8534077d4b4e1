/**
 * A schedule joined with a model: names resolved to parameters, pruners to the epochs in which they
 * fire.
 *
 * <p>What fails to bind is kept as a miss for the checks to report, and enters nothing else.
 */
@NullMarked
package io.schedulec.bind;

import org.jspecify.annotations.NullMarked;
