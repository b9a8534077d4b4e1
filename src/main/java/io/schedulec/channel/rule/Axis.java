package io.schedulec.channel.rule;

/**
 * An axis of a value, as the analysis numbers its channels.
 *
 * @param id the space of channels; two axes with one id have the same channels
 * @param size number of channels, or -1 where it is unknown
 * @param fixed whether the value is computed from parameters and constants alone
 */
public record Axis(int id, int size, boolean fixed) {}
