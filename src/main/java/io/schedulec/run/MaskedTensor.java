package io.schedulec.run;

/**
 * A mask that zeroed another number of structures than its rate asks for.
 *
 * @param epoch the epoch
 * @param tensor the parameter
 * @param asked how many structures the plan counts
 * @param zeroed how many there were
 * @param of how many structures the tensor had
 */
public record MaskedTensor(int epoch, String tensor, int asked, int zeroed, int of) {}
