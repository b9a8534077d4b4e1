package io.schedulec.kernel;

/**
 * How far a run has come; reported after every step.
 *
 * @param epoch the epoch of the step
 * @param done how many steps are done, each counted once per epoch
 * @param steps how many there are
 */
public record Progress(int epoch, int done, int steps) {}
