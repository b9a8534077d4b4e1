/**
 * Executes a verified plan over the weights of a model. The only user of ND4J, which holds the
 * tensors; it knows plans and models, and nothing of schedules.
 */
@NullMarked
package io.schedulec.kernel;

import org.jspecify.annotations.NullMarked;
