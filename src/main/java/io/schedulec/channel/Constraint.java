package io.schedulec.channel;

/**
 * A demand on how many channels go, not on which: as many from each block.
 *
 * @param blocks number of equal blocks
 * @param tensor the parameter that imposes it
 * @param axis its axis
 */
public record Constraint(int blocks, String tensor, int axis) {}
