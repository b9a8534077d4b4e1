package io.schedulec.lower;

import io.schedulec.plan.Comments;
import io.schedulec.plan.Plan;

/**
 * A plan and what is said beside it.
 *
 * @param plan the plan
 * @param comments counts, and the place in the schedule that each step comes from
 */
public record Lowered(Plan plan, Comments comments) {}
