/**
 * What can be looked up: which finding an old traceback stands for, and the schedule language as a
 * manual and as a JSON Schema, both from the tables of {@code catalog}.
 */
@NullMarked
package io.schedulec.reference;

import org.jspecify.annotations.NullMarked;
