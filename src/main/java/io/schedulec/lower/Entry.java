package io.schedulec.lower;

import io.schedulec.bind.BoundPolicy;
import io.schedulec.schedule.Instance;

/**
 * A policy that acts in the run.
 *
 * @param order its place in the order in which policies act within an epoch
 * @param policy the policy
 * @param instance what it schedules
 */
record Entry(int order, BoundPolicy policy, Instance instance) {}
