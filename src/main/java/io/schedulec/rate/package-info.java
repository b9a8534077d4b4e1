/**
 * How many structures go: the arithmetic of sparsity targets, in the trainer's own order of
 * evaluation.
 */
@NullMarked
package io.schedulec.rate;

import org.jspecify.annotations.NullMarked;
