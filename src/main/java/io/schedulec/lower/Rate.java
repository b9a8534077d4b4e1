package io.schedulec.lower;

/**
 * What the last mask of a tensor was to zero and what it did zero.
 *
 * @param asked the share that the schedule asks for
 * @param effective the share that the rounding makes of it
 */
public record Rate(double asked, double effective) {}
