/**
 * What {@code inspect} shows of a model and {@code compile} of a plan, as tables for people and
 * JSON for programs.
 */
@NullMarked
package io.schedulec.inspect;

import org.jspecify.annotations.NullMarked;
