package io.schedulec.analysis;

import io.schedulec.plan.VerifiedPlan;

/**
 * A plan as text, and as what can be run.
 *
 * @param text the text, with comments
 * @param plan what was read from the text and found right
 */
public record CompiledPlan(String text, VerifiedPlan plan) {}
