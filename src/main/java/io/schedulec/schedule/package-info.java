/**
 * A pruning schedule as its author wrote it: instances, policies and when they act.
 *
 * <p>Names of weights and of instances are still text here. What could not be read is left out and
 * has been reported, so that no later phase reports it again.
 */
@NullMarked
package io.schedulec.schedule;

import org.jspecify.annotations.NullMarked;
