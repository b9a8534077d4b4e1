package io.schedulec.channel;

/**
 * Another axis that has the channels of an axis, and the shortest way to it.
 *
 * @param member the other axis
 * @param trace the way to its parameter
 */
public record Coupling(Member member, Trace trace) {}
