/** Schedules drawn at random, the slips that people make in them, and what becomes of both. */
@NullMarked
package io.schedulec.mutation;

import org.jspecify.annotations.NullMarked;
