/**
 * The plan: a schedule with every question answered, as text first. It knows the model and its
 * channel groups, and nothing of YAML or schedules.
 */
@NullMarked
package io.schedulec.plan;

import org.jspecify.annotations.NullMarked;
